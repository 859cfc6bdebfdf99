/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Headers that Kbuild files have rules for. Constants of a compiled source are
 * understood, see offsets.h; of what is not, an empty header is left, so that
 * only what needs its names suffers, and the rule is remembered.
 */
#ifndef VMALINT_ARGUMENTS_HEADERS_MADE_HEADERS_H
#define VMALINT_ARGUMENTS_HEADERS_MADE_HEADERS_H

#include <glib.h>
#include <stdbool.h>

struct arch;
struct session;
struct tree;

/*
 * Writes, below folder, the headers that any file of an architecture may
 * include: those in include/generated/ and arch/NAME/include/generated/ that
 * there are rules for in the Kbuild file at the top, in the Makefiles of the
 * tree and of the architecture, and in the folders where these have make go
 * on. Comes last: what others have written and is not understood here stays.
 * values are those of generated_constants(). False with a problem recorded.
 */
bool made_headers_write(struct session *session, const struct tree *tree,
			const struct arch *arch, GHashTable *values,
			const char *folder);

#endif
