/* SPDX-License-Identifier: GPL-2.0-only */
/* Analyses one file again and again, in a worker that remembers its units. */
#ifndef VMALINT_RUN_EDITED_FILE_H
#define VMALINT_RUN_EDITED_FILE_H

#include <glib.h>
#include <stdbool.h>

struct check_pass;
struct options;
struct report;
struct selection;
struct edited_file;
struct view;

/* All is borrowed, until edited_file_free(). */
struct edited_file *edited_file_new(const struct options *options,
				    const struct selection *selection,
				    struct check_pass *pass);

/* Takes NULL. */
void edited_file_free(struct edited_file *file);

/* Has the units of the pass made ahead, if they are few. */
void edited_file_warm_up(struct edited_file *file);

/*
 * Adds what a C file (an absolute path) gives now to an empty report. False if
 * it is none of the pass, or is gone, or its worker was lost: then only a
 * pass over all can tell. *ret_is_past says that the file has changed again.
 */
bool edited_file_run(struct edited_file *file, const char *path,
		     struct report *report, bool *ret_is_past);

/*
 * From now on a file has the text of edited_file_write(), whatever is on disk.
 * The view is that of the selection's tree; both are borrowed. False if the
 * system has no memory for it. Call it before the first run.
 */
bool edited_file_show(struct edited_file *file, struct view *view,
		      const char *path);
bool edited_file_write(struct edited_file *file, GBytes *text);

/* True if the pass has a job for a C file. */
bool edited_file_knows(const struct edited_file *file, const char *path);

/*
 * What stands at a place of a C file, in words: *ret_text is Markdown, owned,
 * and untouched if it is none of VMA flags. False as of edited_file_run().
 */
bool edited_file_describe(struct edited_file *file, const char *path,
			  guint line, guint column, char **ret_text);

#endif
