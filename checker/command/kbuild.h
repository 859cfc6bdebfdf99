/* SPDX-License-Identifier: GPL-2.0-only */
/* One file for make: `vmalint kbuild`. */
#ifndef VMALINT_COMMAND_KBUILD_H
#define VMALINT_COMMAND_KBUILD_H

struct options;
struct session;

/*
 * Checks the one file of the options with the words that Kbuild gave, in the
 * folder that it runs us in. Returns the exit code.
 */
int kbuild_run(struct session *session, struct options *options);

#endif
