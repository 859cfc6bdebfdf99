/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A tree as it was or as it would be: the files on disk, save those whose
 * content is given instead, or that are to be taken for absent. Nothing on
 * disk is touched.
 */
#ifndef VMALINT_BASE_VIEW_H
#define VMALINT_BASE_VIEW_H

#include <glib.h>
#include <stdbool.h>

struct view;

/* A view of what is on disk. */
struct view *view_new(void);

/* Takes NULL. */
void view_free(struct view *view);

/* Gives a file (an absolute path) this content; NULL: there is none. */
void view_set(struct view *view, const char *path, GBytes *text);

/* True if the view says what the path is, or that it is not. */
bool view_knows(const struct view *view, const char *path);

/* True if the view has a regular file there; a NULL view shows the disk. */
bool view_has_file(const struct view *view, const char *path);

/* The content that was set for a path, borrowed; NULL if absent or on disk. */
GBytes *view_text(const struct view *view, const char *path);

/* The paths that were set, sorted; an owned array of borrowed strings. */
GPtrArray *view_paths(const struct view *view);

/*
 * Makes a list of files that a walk over the disk found below a folder (owned
 * absolute paths) that of the view: without those that it has not, and with
 * those wanted that only it has, at the end.
 */
void view_correct(const struct view *view, const char *folder,
		  bool (*is_wanted)(const char *path), GPtrArray *paths);

/*
 * As text_file_read(), through the view; a NULL view shows the disk.
 */
char *view_read(const struct view *view, const char *path, gsize *ret_length,
		char **ret_reason);

/*
 * The names of what a folder holds, sorted, through the view; an owned array
 * of owned strings. A NULL view shows the disk.
 */
GPtrArray *view_list(const struct view *view, const char *folder);

/* True if a path is another file by the view than it is on disk, or none. */
bool view_differs(const struct view *view, const char *path);

/* Tells the view from others that say something else of a path; owned. */
char *view_digest(const struct view *view);

#endif
