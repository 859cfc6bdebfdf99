/* SPDX-License-Identifier: GPL-2.0-only */
/* Analyses one file again and again, in a worker that remembers its units. */
#ifndef VMALINT_COMMAND_WATCH_FILE_H
#define VMALINT_COMMAND_WATCH_FILE_H

#include <stdbool.h>

struct check_pass;
struct options;
struct report;
struct selection;
struct watch_file;

/* All is borrowed, until watch_file_free(). */
struct watch_file *watch_file_new(const struct options *options,
				  const struct selection *selection,
				  struct check_pass *pass);

/* Takes NULL. */
void watch_file_free(struct watch_file *file);

/* Has the units of the pass made ahead, if they are few. */
void watch_file_warm_up(struct watch_file *file);

/*
 * Adds what a C file (an absolute path) gives now to an empty report. False if
 * it is none of the pass, or is gone, or its worker was lost: then only a
 * pass over all can tell. *ret_is_past says that the file has changed again.
 */
bool watch_file_run(struct watch_file *file, const char *path,
		    struct report *report, bool *ret_is_past);

#endif
