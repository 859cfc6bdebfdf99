/* SPDX-License-Identifier: GPL-2.0-only */
/* The statements of a body in one form. Private to mirror/. */
#ifndef VMALINT_MIRROR_STATEMENTS_H
#define VMALINT_MIRROR_STATEMENTS_H

struct simplification;
struct term;

/*
 * Drops what only asserts, opens blocks within blocks, and makes early returns
 * and branches alike.
 */
void statements_simplify(const struct simplification *how, struct term *block);

#endif
