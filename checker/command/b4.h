/* SPDX-License-Identifier: GPL-2.0-only */
/* The patch of a mail for b4: `vmalint b4`. */
#ifndef VMALINT_COMMAND_B4_H
#define VMALINT_COMMAND_B4_H

struct options;
struct session;

/* Checks the mail on standard input. Returns the exit code. */
int b4_run(struct session *session, const struct options *options);

#endif
