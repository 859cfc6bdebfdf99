/* SPDX-License-Identifier: GPL-2.0-only */
/* Lines that nobody saw because of errors. */
#ifndef VMALINT_FINDINGS_UNSEEN_H
#define VMALINT_FINDINGS_UNSEEN_H

#include <glib.h>
#include <stdbool.h>

struct report;

/* Lines of a finished report that errors hide. */
unsigned int unseen_count_hidden(const struct report *report);

/* Lines that are hidden for one cause. */
struct hidden_lines {
	char *cause;  /* "urcu.h not found", "no member named 'x' in .."; owned
		       */
	char *folder; /* that all of them are in; owned; "" if there is none */
	unsigned int nr_lines;
};

/* All of a report, most lines first; owned, and frees what it holds. */
GArray *unseen_causes(const struct report *report);

#endif
