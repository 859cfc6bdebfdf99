/* SPDX-License-Identifier: GPL-2.0-only */
/* `vmalint check --watch`: a run that goes on as files are saved. */
#ifndef VMALINT_COMMAND_WATCH_H
#define VMALINT_COMMAND_WATCH_H

struct options;
struct session;

/* Ends with an interrupt; returns the exit code. */
int watch_run(struct session *session, const struct options *options);

#endif
