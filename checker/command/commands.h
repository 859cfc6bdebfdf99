/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What main.c starts: each word of options/commands.def is a file of its name
 * here, and has a NAME_run() that does what the options say and returns the
 * exit code.
 */
#ifndef VMALINT_COMMAND_COMMANDS_H
#define VMALINT_COMMAND_COMMANDS_H

struct options;
struct session;

#define COMMAND(id, name) \
	int name##_run(struct session *session, const struct options *options);
#include "options/commands.def"
#undef COMMAND

#endif
