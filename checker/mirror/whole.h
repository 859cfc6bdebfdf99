/* SPDX-License-Identifier: GPL-2.0-only */
/* What only all copies together tell. Private to mirror/. */
#ifndef VMALINT_MIRROR_WHOLE_H
#define VMALINT_MIRROR_WHOLE_H

struct comparing;

/* Enumerators that a copy of an enumeration lacks. */
void compare_enumerations(const struct comparing *comparing);

/* Names with two definitions, and lines that a merge has left. */
void find_doubles(const struct comparing *comparing);
void find_markers(const struct comparing *comparing);

/* Definitions of copies that the kernel has no more. */
void find_stale(const struct comparing *comparing);

#endif
