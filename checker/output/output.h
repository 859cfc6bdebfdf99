/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The only stage that writes: findings to standard output or to files, the
 * tally, problems and progress to standard error.
 */
#ifndef VMALINT_OUTPUT_OUTPUT_H
#define VMALINT_OUTPUT_OUTPUT_H

#include <glib.h>
#include <stdbool.h>

#include "findings/findings.h"

struct arguments_options;
struct output_options;
struct session;
struct view;

/* What a report tells of a rule; strings are borrowed. */
struct output_rule {
	const char *name;
	const char *summary;	/* one sentence, without an end */
	const char *text;	/* rules/NAME.md */
	const char *confidence; /* "high", "medium", "low" */
	enum severity severity;
};

/* What the report is about; strings are borrowed. */
struct output_context {
	const char *root; /* absolute path of the tree */
	const char *base; /* of a module whose paths are relative to it */
	bool hides_lines; /* of source: none is shown */
	bool is_own_run;  /* who reads it has chosen what is in arch_of */
	const char *tree_version; /* "6.12.117"; "" if not told */
	const char *api;	  /* "plain", "const", "typed" */
	unsigned int level;	  /* 0, or 1.. for typed */
	const char *api_words;	  /* what it has, a line each; or NULL */
	const char *tool_version;
	const char *libclang_version;
	GPtrArray *arches; /* char *: architectures that were run */
	/* struct output_rule, sorted by name: all there are; or NULL */
	const GArray *rules;
	/* path -> architecture that it was read for, "" if none; or NULL */
	GHashTable *arch_of;
	const struct view *view; /* how sources are read; NULL: from disk */
	const char *scope;	 /* what of the tree was looked at; NULL: all */
	const char *shard;	 /* JSON: what merging needs; NULL: nothing */
	const char *settings;	 /* the file that was read; or NULL */
	const struct arguments_options *told; /* of architectures and .config */
	bool is_part;			      /* a shard of a run */
	bool is_change;			      /* of what a change adds */
};

/* Where paths of the report count from that are not absolute. */
static inline const char *output_base(const struct output_context *context)
{
	return context->base ? context->base : context->root;
}

/*
 * To be called first in main(): puts a descriptor that cannot be written to
 * in the place of a standard stream that the caller had closed. Otherwise the
 * next file that is opened would become standard output, and get the findings.
 * Has writes past a limit of the system fail instead of ending the program.
 */
void output_start(void);

/*
 * Writes a text, such as a help, to standard output. Returns the exit code of
 * the program: 0, or 2 with a line on standard error if that failed.
 */
int output_text(struct session *session, const char *text);

/*
 * Writes every output that the options ask for, then the problems and the
 * summary to standard error. report_finish() has been called. Returns the
 * exit code of the program: 0, 1 or 2 as design.md section 5 has it; 2 also
 * when an output could not be written.
 */
int output_write(struct session *session, const struct output_options *options,
		 const struct output_context *context, struct report *report);

/*
 * What `vmalint b4` says when there is no report: why it could not check.
 * The text is owned.
 */
char *output_for_b4(const struct session *session,
		    const struct output_options *options);

/*
 * The findings for make: on standard error, one line and one write each, in
 * which the file has the name that make gave it; then, as far as --fail-on
 * asks for it or V=1 is set (VERBOSE), what was not seen. Returns the exit
 * code.
 */
enum verbosity { BRIEF, VERBOSE };
int output_for_make(const struct session *session,
		    const struct output_options *options,
		    const struct report *report, const char *name,
		    enum verbosity verbosity);

/*
 * The errors of a run that ended before there was anything to report: the
 * help, if it is not NULL, then each problem in one line, all
 * on standard error. Returns 2.
 */
int output_failure(const struct session *session, const char *help);

/* Progress on standard error; shown only after output_wants_progress(). */
struct progress_state {
	unsigned int done, selected, findings;
	const char *slowest; /* path of the file that runs longest, or "" */
	double slowest_seconds;
	gint64 shown_at; /* 0 at first; kept by output_progress() */
};

/* True if progress is to be shown (option, and a terminal for auto). */
bool output_wants_progress(const struct output_options *options);

/*
 * Shows the state, unless it was shown less than a tenth of a second ago. On a
 * terminal one line is rewritten in place; elsewhere a line is added, at most
 * one in ten seconds.
 */
void output_progress(struct progress_state *state);

/* Removes the progress line. */
void output_progress_end(struct progress_state *state);

/* What a watch has told so far: findings, and problems. */
struct output_shown;

struct output_shown *output_shown_new(void);
void output_shown_free(struct output_shown *shown);

/* Takes all of a report for told, as output_write() has written it. */
void output_shown_take(struct output_shown *shown,
		       const struct session *session,
		       const struct report *report);

/* A report that follows another one. */
struct output_change {
	const char *root; /* of the tree */
	const struct report *report;
	const char *path;  /* all that the report is about; NULL: everything */
	const char *what;  /* what was saved: for the tally */
	double seconds;	   /* that it took */
	bool tells_always; /* also that nothing is new */
};

/*
 * Writes what is new to standard output, and what is gone; then problems that
 * were not told before, and a line on it all, to standard error. False with a
 * problem if standard output cannot be written.
 */
bool output_changes(struct session *session,
		    const struct output_options *options,
		    const struct output_change *change,
		    struct output_shown *shown);

/* Says on standard error that a watch begins, and what it does not see. */
void output_watching(const struct output_shown *shown, guint nr_folders,
		     guint nr_lost);

#endif
