/* SPDX-License-Identifier: GPL-2.0-only */
/* The parts of a run as one: `vmalint merge`. */
#ifndef VMALINT_COMMAND_MERGE_H
#define VMALINT_COMMAND_MERGE_H

struct options;
struct session;

/*
 * Reads the reports of all shards and writes the outputs of the run that they
 * were. Sets what the options leave to the shards. Returns the exit code.
 */
int merge_run(struct session *session, struct options *options);

#endif
