/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Findings that are no news: those that a change found there already, and
 * those that a baseline lists.
 */
#ifndef VMALINT_FINDINGS_KNOWN_H
#define VMALINT_FINDINGS_KNOWN_H

#include <glib.h>
#include <stdbool.h>

#include "findings.h"

struct session;
struct view;

/* How a report of a tree with a change compares with one without it. */
struct report_comparison {
	GHashTable *renames;	/* path without -> path with the change */
	finding_filter touches; /* is a finding on a line that it touches? */
	void *context;
};

/*
 * Drops what `before` has too, as often as it has it; returns how many. The
 * same are findings of one rule and expression in one function, or such that
 * moved: with it to another file, or within a file. Both are finished.
 */
guint report_drop_known(struct report *report, const struct report *before,
			const struct report_comparison *comparison);

/* What a file must hold to have findings like those of a report. */
struct compare_filter;

/* Never NULL; free with compare_filter_free(). The view shows the tree of the
 * report.
 */
struct compare_filter *compare_filter_new(const struct report *report,
					  const struct view *view,
					  const char *root);
void compare_filter_free(struct compare_filter *filter);

/*
 * False if a file (an absolute path) of another view of the tree has no
 * finding that report_drop_known() could pair with one of the report.
 */
bool compare_filter_fits(const struct compare_filter *filter,
			 const struct view *view, const char *path);

/* How much of the tree a run has looked at. */
enum baseline_extent {
	BASELINE_WHOLE, /* all of it */
	BASELINE_PART,	/* some files, some rules, or what a change adds */
};

/*
 * Drops the findings that the file lists, counts them in the report, and
 * after a whole run records a notice for each entry that is found no more. A
 * file that is no baseline is a problem. text is what the file holds; NULL: it
 * is read.
 */
void baseline_apply(struct session *session, const char *path, const char *text,
		    enum baseline_extent extent, struct report *report);

/* What a run that did not look at all of the tree has looked at. */
struct baseline_scope {
	/* True if the run would have found what is listed of a path. */
	bool (*covers)(const void *context, const char *path, const char *rule);
	const void *context;
};

/*
 * Writes all findings of the report to a file, and counts them as listed. What
 * the file lists outside of the scope stays; scope is NULL for a whole run. A
 * file there that is no baseline is left alone, which is a problem.
 */
void baseline_write(struct session *session, const char *path,
		    const struct baseline_scope *scope, struct report *report);

#endif
