/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Who includes whom, told by names alone: a header is taken to be included
 * wherever the end of its path is written. Private to select/.
 */
#ifndef VMALINT_CHANGE_INCLUDES_H
#define VMALINT_CHANGE_INCLUDES_H

#include <glib.h>
#include <stdbool.h>

struct includes;
struct tree;

/*
 * Of a tree with these headers (absolute paths, char *); all of them may have
 * been meant, also such as are gone. All borrowed.
 */
struct includes *includes_new(const struct tree *tree, const GPtrArray *headers,
			      const GPtrArray *all);

void includes_free(struct includes *includes);

/*
 * Those of the files that may include one of the targets, by themselves or
 * through others, or are one; and all headers, that are there, that these
 * files may include.
 * Paths are absolute; what is found lives as long as the includes or the
 * given paths.
 */
void includes_find(struct includes *includes, const GPtrArray *files,
		   const GPtrArray *targets, GPtrArray *ret_users,
		   GPtrArray *ret_headers);

#endif
