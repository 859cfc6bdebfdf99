/* SPDX-License-Identifier: GPL-2.0-only */
/* Paths of sources and headers, absolute and sorted; private to select/. */
#ifndef VMALINT_SELECT_PATHS_H
#define VMALINT_SELECT_PATHS_H

#include <glib.h>
#include <stdbool.h>

struct options;
struct session;
struct tree;

bool path_is_header(const char *path);

/* True if the options ask for the tree and not for a part of it. */
bool paths_are_whole(const struct options *options, const struct tree *tree);

/*
 * All sources that the options ask for, whole trees by default: an owned array
 * of owned strings, each once. What cannot be read is a problem.
 */
GPtrArray *paths_collect(struct session *session, const struct options *options,
			 const struct tree *tree);

/*
 * Headers whose macros count, those among the paths and the shared ones: as
 * above.
 */
GPtrArray *paths_learning_headers(struct session *session,
				  const struct tree *tree,
				  const GPtrArray *paths);

/* The headers among paths of a tree, relative to it; owned, as above. */
GPtrArray *paths_headers(const struct tree *tree, const GPtrArray *paths);

#endif
