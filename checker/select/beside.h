/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The headers that files include from beside them, told by names alone and
 * without a look at the rest of the tree. Private to select/.
 */
#ifndef VMALINT_SELECT_BESIDE_H
#define VMALINT_SELECT_BESIDE_H

#include <glib.h>

struct beside;
struct tree;

/* An empty set of headers of a tree, which is borrowed. */
struct beside *beside_new(const struct tree *tree);
void beside_free(struct beside *beside);

/* Adds a header itself. */
void beside_add(struct beside *beside, const char *path);

/* Adds the headers that a file includes, whether there are such files. */
void beside_add_included(struct beside *beside, const char *path);

/* Adds what the headers of the set include, and so on. */
void beside_follow(struct beside *beside);

/* The set: absolute paths, char *, borrowed from it; each once. */
GPtrArray *beside_headers(const struct beside *beside);

#endif
