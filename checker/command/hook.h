/* SPDX-License-Identifier: GPL-2.0-only */
/* `vmalint hook`: the commit hook of a repository. */
#ifndef VMALINT_COMMAND_HOOK_H
#define VMALINT_COMMAND_HOOK_H

struct options;
struct session;

/*
 * Installs, takes out or runs the hook, as the options say. To run it sets
 * options->change to what is being committed. Returns the exit code.
 */
int hook_run(struct session *session, struct options *options);

#endif
