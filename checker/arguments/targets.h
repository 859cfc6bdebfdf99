/* SPDX-License-Identifier: GPL-2.0-only */
/* The targets of a run: which architectures, where their headers are. */
#ifndef VMALINT_ARGUMENTS_TARGETS_H
#define VMALINT_ARGUMENTS_TARGETS_H

#include <glib.h>
#include <stdbool.h>

struct compile_jobs;
struct compile_target;
struct kconfig;
struct session;

/*
 * Fills jobs->targets and jobs->arches with what --arch names, else with all
 * that the tree has and the table knows. False with a problem recorded.
 */
bool targets_resolve(struct session *session, struct compile_jobs *jobs);

/* Frees what the targets own. */
void targets_release(struct compile_jobs *jobs);

/* Forgets what is known of the headers of a target. */
void target_forget(struct compile_target *target);

/*
 * The configuration of a target, evaluated or as it was kept; the caller
 * releases it. session: or NULL; what there is to say of it is kept. looked is
 * that of stamps_look(), or NULL: targets come from much the same files. False
 * with a problem recorded.
 */
bool target_config(struct session *session, const struct compile_jobs *jobs,
		   guint target, GHashTable *looked,
		   struct kconfig *ret_config);

#endif
