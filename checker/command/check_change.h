/* SPDX-License-Identifier: GPL-2.0-only */
/* `vmalint check` of a change: what it adds, and nothing else. */
#ifndef VMALINT_COMMAND_CHECK_CHANGE_H
#define VMALINT_COMMAND_CHECK_CHANGE_H

struct options;
struct session;

/*
 * Reads the change, analyses what it concerns with it and without it, and
 * writes the difference. Returns the exit code.
 */
int check_change(struct session *session, const struct options *options);

#endif
