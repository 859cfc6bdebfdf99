/* SPDX-License-Identifier: GPL-2.0-only */
/* What of a finished report the user wants to hear of. */
#ifndef VMALINT_RUN_TRIAGE_H
#define VMALINT_RUN_TRIAGE_H

#include <glib.h>

struct options;
struct report;
struct selection;
struct session;
struct tree;

/* Notices of patterns of the settings that fit nothing of the tree. */
void triage_patterns(struct session *session, const struct options *options,
		     const struct selection *selection);

/*
 * The comments that triage_report() would read from the tree, for another
 * machine to settle with; owned.
 */
GHashTable *triage_comments(const struct options *options,
			    const struct tree *tree,
			    const struct report *report);

/* A table for comments that has none yet; owned. */
GHashTable *triage_no_comments(void);

/*
 * Drops what comments and settings allow, and sets severities. The comments
 * are those of suppressions_collect(); NULL: they are read from the tree.
 */
void triage_report(struct session *session, const struct options *options,
		   const struct tree *tree, GHashTable *comments,
		   struct report *report);

/*
 * Drops what the baseline lists, or writes a new one, in which what the run did
 * not look at stays as it was. A baseline that cannot
 * be read or written is a problem. text is what it holds; NULL: it is read.
 */
void triage_baseline(struct session *session, const struct options *options,
		     const struct tree *tree, const char *text,
		     struct report *report);

#endif
