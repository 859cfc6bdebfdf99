/* SPDX-License-Identifier: GPL-2.0-only */
/* One part of a run: `vmalint check --shard K/N`. */
#ifndef VMALINT_RUN_SHARD_H
#define VMALINT_RUN_SHARD_H

struct check_pass;
struct compile_jobs;
struct options;
struct session;

/* Gives the jobs of the other shards away. */
void check_shard_split(const struct options *options,
		       struct compile_jobs *jobs);

/*
 * Packs what the shard has found into pass->shard, and settles its report, in
 * place of triage_report().
 */
void check_shard_triage(struct session *session, const struct options *options,
			struct check_pass *pass);

#endif
