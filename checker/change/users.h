/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Whom changed headers concern. A finding depends on its file and on the
 * headers that it includes: it can be new only where one of them differs from
 * each tree without the change. A merge has several of those, and a file of
 * one side may meet a header of the other.
 */
#ifndef VMALINT_CHANGE_USERS_H
#define VMALINT_CHANGE_USERS_H

#include <glib.h>
#include <stdbool.h>

struct change;
struct session;
struct tree;

/* True if a header of the change declares something else than before. */
bool change_reaches_users(const struct change *change);

/*
 * The files that are others than in each base or use what its headers declare,
 * of a complete change: absolute paths, sorted; an owned array of owned
 * strings. The changed files are among them.
 */
GPtrArray *change_users(struct session *session, const struct tree *tree,
			const struct change *change);

#endif
