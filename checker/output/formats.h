/* SPDX-License-Identifier: GPL-2.0-only */
/* One writer a format, each from the same report; private to output/. */
#ifndef VMALINT_OUTPUT_FORMATS_H
#define VMALINT_OUTPUT_FORMATS_H

#include <glib.h>
#include <stdbool.h>

#include "findings/findings.h"

struct output_options;
struct output_context;
struct output_rule;
struct problem;
struct report;
struct session;
struct run_stats;

/* All that a writer may say. */
struct output_subject {
	const struct session *session;
	const struct output_options *options;
	const struct output_context *context;
	const struct report *report;
	const char *file; /* that is written; NULL: standard output */
};

enum colour { COLOUR_NEVER, COLOUR_ALWAYS };

/* Whether what is written is to be coloured. */
enum colour colour_for(const struct output_subject *subject);

/*
 * The writers: NAME_append() for each row of options/formats.def. Texts of the
 * tree may hold any byte: printable_append(), markup_append() and the writers
 * of JSON make them harmless. On standard output "##[" must not stand as it is
 * (github_defuse_log()), or GitHub's runner takes it for a command.
 */
#define FORMAT(id, name) \
	void name##_append(GString *out, const struct output_subject *subject);
#define OWN_FORMAT FORMAT
#include "options/formats.def"
#undef FORMAT
#undef OWN_FORMAT

/* What a report tells of this rule, or NULL; its index is not changed then. */
const struct output_rule *rule_of(const struct output_subject *subject,
				  const char *name, guint *ret_index);

/* "2 errors, 1 warning, 0 notes". */
void severity_counts_append(GString *out, const struct report *report);

/* True if the run lost something: what it found is not all there is. */
bool is_incomplete(const struct output_subject *subject);

/* "vmalint: path:line: text", a line on standard error. */
void problem_append(GString *out, const struct problem *problem);

/* The tally, for standard error. */
void summary_append(GString *out, const struct output_subject *subject);

/* The same in one line: how to learn more. Nothing if there is nothing. */
void summary_append_brief(GString *out, const struct output_subject *subject);

/* How a file ended, as the tally has it: "with errors". */
const char *file_end_words(enum file_end end);

/*
 * Files that failed, had errors or were skipped: a row for each cause, at most
 * five, or for --verbose one for each file.
 */
void file_rows_append(GString *out, const struct output_subject *subject);

/* Only those that failed, each. */
void file_rows_append_failed(GString *out,
			     const struct output_subject *subject);

/* Why a file ended as it did. */
const char *file_reason(const struct file_result *file);

/*
 * What errors hide: a row for each cause, most lines first; at most five, but
 * for --verbose.
 */
void hidden_rows_append(GString *out, const struct output_subject *subject);

/* The relevant lines of each architecture, for the tally. */
void arch_lines_append(GString *out, const struct output_subject *subject);

/* Where the time went, for --stats. */
void stats_lines_append(GString *out, const struct run_stats *stats);

/*
 * The problems of a session without double ones, by path, line, stage and
 * text: workers may have met them in any order. struct problem *, borrowed.
 */
GPtrArray *problems_sorted(const struct session *session);

#endif
