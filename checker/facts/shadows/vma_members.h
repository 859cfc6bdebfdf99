/* SPDX-License-Identifier: GPL-2.0-only */
/* The members of struct vm_area_struct. Private to facts/shadows/. */
#ifndef VMALINT_FACTS_SHADOWS_VMA_MEMBERS_H
#define VMALINT_FACTS_SHADOWS_VMA_MEMBERS_H

#include <glib.h>

struct shadows;

/* Adds the members that a header gives to the struct; the path is borrowed. */
void vma_members_read(struct shadows *shadows, const char *path,
		      const char *text, gsize length);

#endif
