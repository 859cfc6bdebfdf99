/* SPDX-License-Identifier: GPL-2.0-only */
/* A folder that somebody configured: its headers and recorded commands. */
#ifndef VMALINT_ARGUMENTS_BUILD_H
#define VMALINT_ARGUMENTS_BUILD_H

#include <glib.h>
#include <stdbool.h>

struct compile_job;
struct compile_jobs;
struct session;

/*
 * Finds the build of the options, else that of the tree, into jobs->build and
 * jobs->config_path. False with a problem recorded if --build names none.
 */
bool build_find(struct session *session, struct compile_jobs *jobs);

/*
 * Gives a target the build's own generated headers, if it has any, and hides
 * from the parser what its configuration says of another compiler.
 */
bool build_give_headers(struct session *session, struct compile_jobs *jobs,
			guint target);

/* Gives a job the arguments that the build compiled it with, if it did. */
void build_give_arguments(struct session *session, struct compile_jobs *jobs,
			  struct compile_job *job);

/* Says how many jobs have arguments of the build, and which have not. */
void build_tell(struct session *session, const struct compile_jobs *jobs);

#endif
