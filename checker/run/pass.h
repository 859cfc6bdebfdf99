/* SPDX-License-Identifier: GPL-2.0-only */
/* One selection on its way from compile to output. */
#ifndef VMALINT_RUN_PASS_H
#define VMALINT_RUN_PASS_H

#include <glib.h>

#include "arguments/arguments.h"
#include "findings/findings.h"

struct cache_folder;
struct options;
struct selection;
struct session;

struct check_pass {
	gint64 started_us;
	struct compile_jobs jobs;
	struct report report; /* finished, after check_pass_run() */
	char *home;  /* of a module: what report.home has; owned, or NULL */
	char *shard; /* of a shard: what output_context has; owned */
	/* Where headers are if the cache has no room for them; or NULL. */
	struct cache_folder *escape;
	struct options *escaped; /* a copy that names this place; or NULL */
};

enum check_end {
	CHECK_DONE,
	CHECK_DUMPED, /* --dump has printed; nothing else is to be done */
	CHECK_FAILED, /* a problem is recorded */
};

/* What arguments are made by, of all that a run was told; borrowed. */
struct arguments_request arguments_request_of(const struct options *options);

void check_pass_init(struct check_pass *pass);
void check_pass_release(struct check_pass *pass);

/* Analyses a selection, which must live as long as the pass. */
enum check_end check_pass_run(struct session *session,
			      const struct options *options,
			      const struct selection *selection,
			      struct check_pass *pass);

/* struct output_rule for each rule; owned, all strings are borrowed. */
GArray *check_rules(void);

/*
 * Writes the outputs; scope says what of the tree was looked at, or NULL.
 * Returns the exit code.
 */
int check_pass_write(struct session *session, const struct options *options,
		     struct check_pass *pass, const char *scope);

#endif
