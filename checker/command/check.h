/* SPDX-License-Identifier: GPL-2.0-only */
/* The main job: `vmalint check`. */
#ifndef VMALINT_COMMAND_CHECK_H
#define VMALINT_COMMAND_CHECK_H

struct options;
struct session;

/* Runs all stages and writes the outputs. Returns the exit code. */
int check_run(struct session *session, const struct options *options);

#endif
