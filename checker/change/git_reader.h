/* SPDX-License-Identifier: GPL-2.0-only */
/* A change while it is read from git; private to change/. */
#ifndef VMALINT_CHANGE_GIT_READER_H
#define VMALINT_CHANGE_GIT_READER_H

#include <glib.h>
#include <stdbool.h>

#include "change/git/git.h"

struct change;
struct change_options;
struct session;

struct git_reader {
	struct session *session;
	const struct change_options *options;
	const char *root;
	struct change *change;
	const struct git *git; /* of the change; set by git_reader_open() */
};

/*
 * Opens the repository of the change, unless that was done before; it stays
 * open as long as the change. False with a problem recorded.
 */
bool git_reader_open(struct git_reader *reader);

/* Records a problem; reason may be NULL. Returns false. */
bool git_reader_fail(const struct git_reader *reader, const char *what,
		     const char *reason);

/* The file of the tree that a path of git means, owned; NULL if of none. */
char *git_reader_path(const struct git_reader *reader, const char *path);

/* The folder of the tree within the repository, with a slash, or ""; owned. */
char *git_reader_prefix(const struct git_reader *reader);

/*
 * The blobs of both sides of all changes that are sources: owned id ->
 * GBytes *. NULL with *ret_reason set if one is missing. If there is such a
 * change and key is given, *key is what git_reader_headers_key() tells of the
 * revision.
 */
GHashTable *git_reader_blobs(const struct git_reader *reader,
			     const GPtrArray *changes, const char *revision,
			     char **key, char **ret_reason);

/*
 * The text of one side, owned: of the blob, or of the file on disk if the id
 * is "". NULL where there is no such file.
 */
GBytes *reading_side(GHashTable *blobs, const char *id, const char *path);

/* What all headers that files share are, in a revision; owned, or NULL. */
char *git_reader_headers_key(const struct git_reader *reader,
			     const char *revision);

/*
 * Two revisions as in `git diff`: "A..B", or "A...B" for their merge base. The
 * end, owned, or NULL for the files on disk; *ret_start is owned.
 */
char *reading_range(const char *since, char **ret_start);

#endif
