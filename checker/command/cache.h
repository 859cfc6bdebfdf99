/* SPDX-License-Identifier: GPL-2.0-only */
/* `vmalint cache`: what is kept between runs, and how it is removed. */
#ifndef VMALINT_COMMAND_CACHE_H
#define VMALINT_COMMAND_CACHE_H

struct options;
struct session;

/* Does what options->cache says; returns the exit code. */
int cache_command_run(struct session *session, const struct options *options);

#endif
