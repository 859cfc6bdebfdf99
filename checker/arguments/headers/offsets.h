/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Sources that are compiled for the constants in them: a build turns each
 * DEFINE() of include/linux/kbuild.h (2.6.25 to 7.x) into a line of a header.
 */
#ifndef VMALINT_ARGUMENTS_HEADERS_OFFSETS_H
#define VMALINT_ARGUMENTS_HEADERS_OFFSETS_H

#include <glib.h>

/*
 * Gives the text of what the source includes by this name, owned; NULL if it
 * is not found.
 */
typedef char *(*offsets_reader)(void *context, const char *name);

/* What is known of a source from elsewhere. */
struct offsets_help {
	offsets_reader read; /* or NULL: no include is followed */
	void *context;
	GHashTable *values; /* char * name to char * value; or NULL */
};

/*
 * The header that a source makes: owned; NULL if it defines nothing. Names are
 * those of DEFINE() and OFFSET(), of macros of the source that come down to
 * them, and of macros that write such lines by themselves. All branches of its
 * conditions count. A value that is not known and that only a compiler can
 * tell is replaced by a plausible one: 0, or for the size of something that of
 * a long. Each name that is a macro already stays what it is. Includes are
 * followed as far as they may hold such lines.
 */
char *offsets_header(const char *source, const struct offsets_help *help);

#endif
