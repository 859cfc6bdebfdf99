/* SPDX-License-Identifier: GPL-2.0-only */
/* A change while it is checked, and what is said of it. Private to command/. */
#ifndef VMALINT_COMMAND_CHANGE_RUN_H
#define VMALINT_COMMAND_CHANGE_RUN_H

#include <glib.h>
#include <stdbool.h>

#include "change/change.h"
#include "run/pass.h"
#include "select/select.h"

struct options;
struct session;

/* A change on its way to its findings. */
struct change_run {
	struct session *session;
	const struct options *options;
	const char *root; /* of the tree */
	const char *home; /* whose files change: the tree, or a module */
	struct change change;
	bool is_complete;   /* the views hold the whole tree */
	bool reaches_users; /* a changed header may concern other files */
	GPtrArray *paths;   /* char *, absolute: files to look at, after */
	GPtrArray *users;   /* char *, absolute: of changed headers */
	GPtrArray *headers; /* of the tree, once that is complete; or NULL */
	guint nr_known;	    /* findings that were there before */
	guint nr_elsewhere; /* findings on lines that are not touched */
	struct selection selection;
	struct check_pass pass;
};

/* True if one of the paths is this one. */
bool change_run_lists(const GPtrArray *paths, const char *path);

/* "since v6.12: 3 C files and headers, 1 with flags; ..."; owned. */
char *change_run_describe(const struct change_run *run);

#endif
