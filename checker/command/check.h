/* SPDX-License-Identifier: GPL-2.0-only */
/* The main job, as other commands do it as well; private to command/. */
#ifndef VMALINT_COMMAND_CHECK_H
#define VMALINT_COMMAND_CHECK_H

struct options;
struct session;

/*
 * Runs all stages and writes the outputs; the cache's folder is ready, see
 * cache_folder_use(). Returns the exit code.
 */
int check_all(struct session *session, const struct options *options);

#endif
