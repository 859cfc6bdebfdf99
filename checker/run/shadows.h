/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The rules that set texts of a tree against each other: flags, tables, Rust,
 * documents. They read a few files as text, anew in each run, which takes no
 * longer than to look up what an earlier one knew.
 */
#ifndef VMALINT_RUN_SHADOWS_H
#define VMALINT_RUN_SHADOWS_H

#include <glib.h>
#include <stdbool.h>

struct compile_jobs;
struct options;
struct report;
struct selection;
struct tree;

/*
 * Adds what these rules find in the selected files to a report that
 * report_finish() has not seen, and tells what became of the selected texts.
 * The jobs of the selection say which of its C files are another shard's.
 */
void shadows_check(const struct options *options,
		   const struct selection *selection,
		   const struct compile_jobs *jobs, struct report *report);

/* True if one of the selected files is read by these rules. */
bool shadows_concern(const struct selection *selection);

/*
 * The files of the tree that each other one may be set against, wherever the
 * latter is: absolute paths of those that are there; an owned array.
 */
GPtrArray *shadows_places(const struct tree *tree);

#endif
