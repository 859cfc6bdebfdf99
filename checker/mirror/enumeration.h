/* SPDX-License-Identifier: GPL-2.0-only */
/* The enumerators of an enumeration. Private to mirror/. */
#ifndef VMALINT_MIRROR_ENUMERATION_H
#define VMALINT_MIRROR_ENUMERATION_H

#include <glib.h>

struct defined;
struct file;
struct word;

/*
 * Adds the enumerators of an enumeration whose "{" is among the words of a
 * declaration. All branches of conditionals in it count.
 */
void enumeration_read(struct file *file, const GArray *words, guint brace);

/* The words of a macro's body with these arguments (GArray of struct word *)
 * for its parameters, and what "##" pastes; owned. */
GArray *macro_expand(struct file *file, const struct defined *macro,
		     const GPtrArray *arguments);

#endif
