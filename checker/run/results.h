/* SPDX-License-Identifier: GPL-2.0-only */
/* Takes results of jobs from earlier runs, and keeps those of this one. */
#ifndef VMALINT_RUN_RESULTS_H
#define VMALINT_RUN_RESULTS_H

#include <glib.h>

struct compile_job;
struct compile_jobs;
struct options;
struct results;
struct session;

/*
 * NULL where results are neither taken nor kept: by --no-cache, with another
 * tool's opinion or a build's words, for a tree that is not on disk. The
 * targets of the jobs must be made. layout is that of compile_layout().
 */
struct results *results_open(struct session *session,
			     const struct options *options,
			     const struct compile_jobs *jobs,
			     const char *layout);

/* Takes NULL, as all of these do. */
void results_close(struct results *results);

/* The packed report of a job whose files are all as they were; or NULL. */
GVariant *results_find(struct results *results, const struct compile_job *job);

/* What the job took when it ran last, in ms; 0 if that is not known. */
guint results_cost_ms(struct results *results, const struct compile_job *job);

/* Keeps a packed report that a worker has sent, with what it took. */
void results_keep(struct results *results, const struct compile_job *job,
		  GVariant *report, guint cost_ms);

#endif
