/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What git keeps in an index of the tree objects that its folders would be
 * (gitformat-index, "TREE"); private to git/.
 */
#ifndef VMALINT_CHANGE_GIT_CACHE_TREE_H
#define VMALINT_CHANGE_GIT_CACHE_TREE_H

#include <glib.h>
#include <stdbool.h>

struct index_reader;

struct cache_node {
	const char *name; /* in its folder; of the index's memory */
	const guint8 *id; /* of the tree; NULL: files in it have changed */
	guint end;	  /* of its nodes: where its next sibling is */
};

/*
 * struct cache_node: the root, and behind each node those in it; owned. NULL
 * if the index has none, or one that is odd. To be asked behind the last entry
 * of a whole index.
 */
GArray *cache_tree_read(const struct index_reader *reader);

/* No place. */
#define CACHE_NOWHERE G_MAXUINT

/* The place of a folder right in the one at a place, or CACHE_NOWHERE. */
guint cache_tree_child(const GArray *nodes, guint parent, const char *name);

#endif
