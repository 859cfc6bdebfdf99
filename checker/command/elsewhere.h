/* SPDX-License-Identifier: GPL-2.0-only */
/* The tree of a report that may have been made on another machine. */
#ifndef VMALINT_COMMAND_ELSEWHERE_H
#define VMALINT_COMMAND_ELSEWHERE_H

#include <stdbool.h>

struct options;
struct session;

/*
 * True if lines of source can be shown from a folder. Whoever made the report
 * may name any folder: but for the user's own word, it has to be a tree.
 */
bool elsewhere_is_tree(const struct options *options, const char *root);

/* Says so, at this stage, where a format that is asked for would show them. */
void elsewhere_tell(struct session *session, const char *stage,
		    const struct options *options, const char *root);

#endif
