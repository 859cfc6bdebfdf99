/* SPDX-License-Identifier: GPL-2.0-only */
/* Local variables of a body. Private to mirror/. */
#ifndef VMALINT_MIRROR_LOCALS_H
#define VMALINT_MIRROR_LOCALS_H

struct term;
struct terms;

/*
 * Replaces locals that are set once by what they are set to, where nothing
 * happens in between that could make it another value.
 */
void locals_inline(struct terms *terms, struct term *block);

/*
 * Names locals by the order in which they are used, together with their types,
 * and takes the declarations out.
 */
void locals_name(struct terms *terms, struct term *block);

#endif
