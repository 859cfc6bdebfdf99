/* SPDX-License-Identifier: GPL-2.0-only */
/* A guess at what somebody meant who mistyped a name. */
#ifndef VMALINT_BASE_NEAREST_H
#define VMALINT_BASE_NEAREST_H

/*
 * The first of the candidates (NULL-terminated) that is nearest to word; NULL
 * if none is near.
 */
const char *nearest_word(const char *word, const char *const *candidates);

#endif
