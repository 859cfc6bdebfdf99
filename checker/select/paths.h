/* SPDX-License-Identifier: GPL-2.0-only */
/* Paths of sources and headers, absolute and sorted; private to select/. */
#ifndef VMALINT_SELECT_PATHS_H
#define VMALINT_SELECT_PATHS_H

#include <glib.h>
#include <stdbool.h>

struct listing;
struct select_options;
struct session;
struct tree;

bool path_is_header(const char *path);

/* True if the options ask for the tree and not for a part of it. */
bool paths_are_whole(const struct select_options *options,
		     const struct tree *tree);

/*
 * Lists all sources that the options ask for, whole trees by default. What
 * cannot be read is a problem.
 */
void paths_list(struct session *session, const struct select_options *options,
		const struct tree *tree, struct listing *listing);

/* Lists the headers whose macros any file of the tree may use. */
void paths_list_shared(struct session *session, const struct tree *tree,
		       struct listing *listing);

/*
 * Headers whose macros count, those among the paths and the shared ones: an
 * owned array of owned strings, each once.
 */
GPtrArray *paths_learning_headers(struct session *session,
				  const struct tree *tree,
				  const GPtrArray *paths);

/* The headers among paths of a tree, relative to it; owned, as above. */
GPtrArray *paths_headers(const struct tree *tree, const GPtrArray *paths);

#endif
