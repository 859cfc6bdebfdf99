/* SPDX-License-Identifier: GPL-2.0-only */
/* What whoever starts a program leaves to it, made fit for ours. */
#ifndef VMALINT_BASE_SURROUNDINGS_H
#define VMALINT_BASE_SURROUNDINGS_H

#include <stdbool.h>

struct session;

/*
 * Hears of the end of children, though the caller may not want to of its own,
 * and takes as much stack as is needed and allowed. False with a problem
 * recorded if that is too little.
 */
bool surroundings_prepare(struct session *session);

#endif
