/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a change is: the tree with it and the tree without it, as two views,
 * and the C files and headers that differ. A merge has one tree without it
 * for each parent.
 */
#ifndef VMALINT_CHANGE_CHANGE_H
#define VMALINT_CHANGE_CHANGE_H

#include <glib.h>
#include <stdbool.h>

struct git;
struct change_options;
struct session;
struct view;

/* A file of the change; one side may be NULL: no such file. */
struct changed_file {
	char *path;	/* absolute, of the file as it is after */
	char *old_path; /* absolute; differs where it was renamed */
	GBytes *before, *after;
	GArray *touched; /* struct line_span of after; NULL until asked for */
};

/* One tree without the change. */
struct change_base {
	struct view *view;
	GHashTable *renames; /* owned old path -> owned path, both absolute */
	GHashTable *differs; /* owned absolute paths: all sources that differ */
	/* struct changed_file *, owned: headers, and what else sources may
	 * include, that differ. */
	GPtrArray *headers;
	char *key; /* names the headers that all files share; NULL: unknown */
};

struct change {
	struct view *after;
	GPtrArray *bases; /* struct change_base *; at least one */
	/* struct changed_file *, by path: C files and headers as in no base */
	GPtrArray *files;
	GPtrArray *others; /* .. other files that may matter, in any order */
	guint nr_other;	   /* files that do not */
	struct git *git;   /* where it was read, if it was asked; owned */
};

/*
 * Reads the change that the options name, of a tree. The views then hold only
 * the files of the change; change_complete() adds the rest. False with a
 * problem recorded; change_release() either way.
 */
bool change_read(struct session *session, const struct change_options *options,
		 const char *root, struct change *ret_change);

/*
 * Makes the view after the change true for these files (absolute paths), at
 * the price of a look at each. False with a problem recorded.
 */
bool change_settle(struct session *session,
		   const struct change_options *options, const char *root,
		   struct change *change, const GPtrArray *paths);

/*
 * Makes the views true for all other files as well, whose state on disk may
 * be neither. False with a problem recorded.
 */
bool change_complete(struct session *session,
		     const struct change_options *options, const char *root,
		     struct change *change);

/*
 * The headers of the tree with the change, where that is known without a walk:
 * owned paths relative to the root, sorted, in an owned array; else NULL.
 */
GPtrArray *change_headers(struct session *session,
			  const struct change_options *options,
			  const char *root, struct change *change);

/*
 * Adds a header that a build makes (a path as if it lay in the tree), and that
 * differs from what it made without the change; see struct changed_file.
 */
void change_add_built(struct change_base *base, const char *path,
		      GBytes *before, GBytes *after);

/* Nothing more is likely to be asked of the change. */
void change_rest(struct change *change);

void change_release(struct change *change);

/* The lines of a file that the change touches; borrowed. */
const GArray *changed_file_touched(struct changed_file *file);

/* True if a line is in one of the spans (struct line_span). */
bool spans_hold(const GArray *spans, guint32 line);

/* True if the change touches this line of the file (absolute path). */
bool change_touches(struct change *change, const char *path, guint32 line);

#endif
