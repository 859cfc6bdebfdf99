/* SPDX-License-Identifier: GPL-2.0-only */
/* What GitHub's runner reads out of a log; private to output/. */
#ifndef VMALINT_OUTPUT_FORMAT_GITHUB_H
#define VMALINT_OUTPUT_FORMAT_GITHUB_H

#include <glib.h>

struct output_subject;
struct session;

/*
 * "##[" begins a command of GitHub's runner wherever it stands in a line. If it
 * reads this run's output, breaks each one in a text that is not meant as
 * commands.
 */
void github_defuse_log(GString *text);

/*
 * Appends the summary to the file that GITHUB_STEP_SUMMARY names, if it names
 * one. What cannot be written becomes a problem.
 */
void github_summary_write(struct session *session,
			  const struct output_subject *subject);

#endif
