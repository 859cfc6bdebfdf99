/* SPDX-License-Identifier: GPL-2.0-only */
/* One writer a format, each from the same report; private to output/. */
#ifndef VMALINT_OUTPUT_FORMATS_H
#define VMALINT_OUTPUT_FORMATS_H

#include <glib.h>

struct options;
struct output_context;
struct problem;
struct report;
struct session;

/* All that a writer may say. */
struct output_subject {
	const struct session *session;
	const struct options *options;
	const struct output_context *context;
	const struct report *report;
};

enum colour { COLOUR_NEVER, COLOUR_ALWAYS };

void text_append(GString *out, const struct output_subject *subject,
		 enum colour colour);
void json_append(GString *out, const struct output_subject *subject);

/* "vmalint: path:line: text", a line on standard error. */
void problem_append(GString *out, const struct problem *problem);

/* The tally, for standard error. */
void summary_append(GString *out, const struct output_subject *subject);

/* The same in one line: how to learn more. Nothing if there is nothing. */
void summary_append_brief(GString *out, const struct output_subject *subject);

/* The relevant lines of each architecture, for the tally. */
void arch_lines_append(GString *out, const struct output_subject *subject);

/*
 * The problems of a session without double ones, by path, line, stage and
 * text: workers may have met them in any order. struct problem *, borrowed.
 */
GPtrArray *problems_sorted(const struct session *session);

#endif
