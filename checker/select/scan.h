/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Keeps what a scan of the tree has found: a later one reads only what has
 * changed. Private to select/.
 */
#ifndef VMALINT_SELECT_SCAN_H
#define VMALINT_SELECT_SCAN_H

#include <glib.h>
#include <stdbool.h>

struct keep_options;
struct select_options;
struct scan;
struct selected_file;
struct selection;
struct session;

/*
 * Lists the sources that the options ask for, and the headers that names are
 * learned from, and opens what an earlier scan of them has kept. Never NULL.
 */
struct scan *scan_open(struct session *session,
		       const struct select_options *options,
		       const struct keep_options *keep,
		       const struct selection *selection);
void scan_free(struct scan *scan);

/* The paths to select from, char *: sorted, each once. */
const GPtrArray *scan_paths(const struct scan *scan);

/*
 * Fills in names and files from an earlier scan. False if that is not to be
 * had; then nothing has changed. The paths that are still to be looked at go
 * to ret_stale, borrowed.
 */
bool scan_take(struct session *session, struct scan *scan,
	       struct selection *selection, GPtrArray *ret_stale);

/* Makes a selection, but for its tree, without files. */
void selection_begin(struct selection *selection);

/* Adds a file to those of C, or to the others; its lines are taken. */
void selection_add(struct selection *selection,
		   const struct selected_file *file);

/* Keeps a selection that is complete, if there is anything new in it. */
void scan_keep(const struct scan *scan, const struct selection *selection);

#endif
