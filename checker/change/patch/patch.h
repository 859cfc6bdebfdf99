/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Patches as data: plain unified diffs, those of git, mails and mailboxes of
 * them. Applied in memory; nothing is guessed: a hunk may have moved, but its
 * context must be there whole.
 */
#ifndef VMALINT_CHANGE_PATCH_PATCH_H
#define VMALINT_CHANGE_PATCH_PATCH_H

#include <glib.h>
#include <stdbool.h>

/* A line of a hunk; kind is ' ', '-' or '+'. Text lies in the patch. */
struct patch_line {
	char kind;
	bool has_newline;
	const char *text;
	gsize length;
};

struct patch_hunk {
	guint line;	 /* of the patch, from 1: where it begins */
	guint old_start; /* line of the file it is for, from 1 */
	guint new_start; /* and of what becomes of it */
	GArray *lines;	 /* struct patch_line */
};

/* What a patch does to one file. A path is NULL for /dev/null. */
struct patch_file {
	guint line;		   /* of the patch: where its header is */
	guint commit;		   /* of a series, from 0: in its order */
	char *old_path, *new_path; /* as written, quotes undone; owned */
	bool is_exact;		   /* no folder stands before these paths */
	bool is_copy;		   /* the old path stays as well */
	bool is_link;		   /* not a file but where it leads to */
	char *old_id;	  /* blob that git says it is for, maybe cut; or NULL */
	GPtrArray *hunks; /* struct patch_hunk * */
};

/* Mails that answer others and hold a diff: none of the patch. */
struct mail_replies {
	guint nr;
	guint line; /* of the text: where the first of them begins */
};

struct patch {
	GBytes *text;	  /* what lines point into, decoded; owned */
	GPtrArray *files; /* struct patch_file *, in the order to apply */
	bool has_diff;	  /* one of git at least, maybe of modes or binaries */
	struct mail_replies replies; /* that were left out */
};

/*
 * Reads a patch. False with *ret_line and *ret_reason (owned) set if it is
 * broken; a text without any diff in it gives no files. patch_release() in
 * both cases.
 */
bool patch_parse(const char *text, gsize length, struct patch *ret_patch,
		 guint *ret_line, char **ret_reason);

void patch_release(struct patch *patch);

/*
 * True if there are hunks, and a file is as it would be after all of them:
 * what they add is there, and what they remove is not.
 */
bool patch_file_is_applied(const struct patch_file *file, GBytes *text);

/*
 * The file's content after its hunks, owned; before may be NULL: no such
 * file. NULL with *ret_hunk set to the one that does not apply.
 */
GBytes *patch_file_apply(const struct patch_file *file, GBytes *before,
			 const struct patch_hunk **ret_hunk);

#endif
