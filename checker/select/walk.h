/* SPDX-License-Identifier: GPL-2.0-only */
/* Finds the sources of a tree and those of them that hold wanted names. */
#ifndef VMALINT_SELECT_WALK_H
#define VMALINT_SELECT_WALK_H

#include <glib.h>
#include <stdbool.h>

struct session;
struct view;

/*
 * Appends the paths of all C files, headers, Rust and documents below folder (a
 * path that opens from here) to ret_paths, each prefixed as folder was.
 * Symbolic links and hidden folders are not followed, so loops cannot happen; a
 * folder that cannot be read is a problem. A folder that is not there has none.
 * Those that only the view has come last.
 */
void walk_view(struct session *session, const struct view *view,
	       const char *folder, GPtrArray *ret_paths);

/*
 * Reads all files (on all cores) and sets ret_hits[i] to 1 if paths[i] holds
 * one of the names anywhere, comments included. Unreadable files are problems.
 * A view that is not NULL is read through. No thread is left behind, so that
 * processes can be forked.
 */
void walk_match(struct session *session, const struct view *view,
		const GPtrArray *paths, GHashTable *names, guint8 *ret_hits);

/* True if a text holds one of the names anywhere, comments included. */
bool walk_text_has_name(GHashTable *names, const char *text, gsize length);

#endif
