/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The only stage that knows libclang (19 or later): from a compile job to the
 * facts of its main file. A header is parsed through a made-up unit that
 * includes what its users have included before it.
 */
#ifndef VMALINT_PARSE_PARSE_H
#define VMALINT_PARSE_PARSE_H

#include <glib.h>
#include <stdbool.h>

struct compile_job;
struct compile_jobs;
struct unit_facts;

/* What became of one relevant line; reason is NULL if it was analysed. */
struct line_outcome {
	guint32 line;
	const char *reason; /* belongs to the facts */
};

/* How a parse went. Strings belong to the facts. */
struct parse_outcome {
	bool is_parsed;	      /* false: libclang gave no unit at all */
	const char *failure;  /* why, when not parsed */
	guint nr_errors;      /* errors with a place, headers included */
	const char *first_error; /* "path:line:column: text"; "" if none */
	GArray *lines;	      /* struct line_outcome; owned */
};

/* The version of the library that is loaded: "19.1.7". Owned. */
char *parse_library_version(void);

/*
 * Checks that the library finds its own headers. NULL if it does, else what
 * is wrong, owned.
 */
char *parse_self_check(void);

/*
 * The precompiled headers of a run, built now for all jobs that share one.
 * Never NULL; free with parse_prefixes_free(), which takes NULL.
 */
struct parse_prefixes;
struct parse_prefixes *parse_prefixes_build(const struct compile_jobs *jobs);
void parse_prefixes_free(struct parse_prefixes *prefixes);

/*
 * Parses a job and fills *facts, which facts_init() has prepared; prefixes may
 * be NULL. May crash
 * or hang with libclang: call it in a process that may be lost.
 */
void unit_parse(const struct compile_jobs *jobs,
		const struct parse_prefixes *prefixes,
		const struct compile_job *job, struct unit_facts *facts,
		struct parse_outcome *ret_outcome);

void parse_outcome_release(struct parse_outcome *outcome);

#endif
