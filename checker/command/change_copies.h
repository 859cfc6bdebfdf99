/* SPDX-License-Identifier: GPL-2.0-only */
/* Copies that a change of what they are copies of concerns. */
#ifndef VMALINT_COMMAND_CHANGE_COPIES_H
#define VMALINT_COMMAND_CHANGE_COPIES_H

#include <glib.h>

struct change;
struct options;

/*
 * All copies, if the change touches one of them or what they are copies of:
 * absolute paths, an owned array of owned strings; else an empty one.
 */
GPtrArray *change_copies(const struct options *options, const char *root,
			 const struct change *change);

#endif
