/* SPDX-License-Identifier: GPL-2.0-only */
/* What is known of the lines of one file; private to findings/. */
#ifndef VMALINT_FINDINGS_LINES_H
#define VMALINT_FINDINGS_LINES_H

#include <glib.h>

struct report;

/* Sets of line numbers, as GUINT_TO_POINTER() keys. */
struct file_lines {
	GHashTable *relevant;
	GHashTable *seen;
	GHashTable *reasons; /* line -> const char *, the report's string */
};

/* The table of a report: path -> struct file_lines *, which it owns. */
GHashTable *lines_new(void);

/* The line numbers of one of the tables above, sorted. Owned by the caller. */
GArray *lines_sorted(GHashTable *lines);

/* The paths of a report's table in byte order; they belong to the report. */
GPtrArray *lines_paths(GHashTable *table);

/* Sets relevant and unseen of the report. */
void lines_finish(struct report *report);

#endif
