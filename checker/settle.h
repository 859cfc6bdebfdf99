/* SPDX-License-Identifier: GPL-2.0-only */
/* What of a finished report the user wants to hear of. */
#ifndef VMALINT_SETTLE_H
#define VMALINT_SETTLE_H

struct options;
struct report;
struct session;
struct tree;

/* Drops what comments and settings allow, and sets severities. */
void settle_report(struct session *session, const struct options *options,
		   const struct tree *tree, struct report *report);

/*
 * Drops what the baseline lists, or writes a new one. A baseline that cannot
 * be read or written is a problem.
 */
void settle_baseline(struct session *session, const struct options *options,
		     struct report *report);

#endif
