/* SPDX-License-Identifier: GPL-2.0-only */
/* What GitHub's runner reads out of a log; private to output/. */
#ifndef VMALINT_OUTPUT_FORMAT_GITHUB_H
#define VMALINT_OUTPUT_FORMAT_GITHUB_H

#include <glib.h>

struct output_subject;
struct session;

/*
 * "##[" begins a command of the runner wherever it stands in a line. Breaks
 * each one in a text that is not meant as commands.
 */
void github_defuse(GString *text);

/* github_defuse() if this run's output is read by GitHub's runner. */
void github_defuse_log(GString *text);

/* The whole run as Markdown, at most this many bytes of it. */
void github_summary_append(GString *out, const struct output_subject *subject,
			   gsize limit);

/*
 * Appends the summary to the file that GITHUB_STEP_SUMMARY names, if it names
 * one. What cannot be written becomes a problem.
 */
void github_summary_write(struct session *session,
			  const struct output_subject *subject);

#endif
