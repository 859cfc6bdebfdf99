/* SPDX-License-Identifier: GPL-2.0-only */
/* How git is started; private to git/. */
#ifndef VMALINT_CHANGE_GIT_PROCESS_H
#define VMALINT_CHANGE_GIT_PROCESS_H

#include <glib.h>
#include <stdbool.h>

#include "base/child.h"

struct git;

/* A git that runs. What it says on standard error is kept in a file. */
struct process {
	struct child child;
	int errors; /* for process_complaint(); to be closed */
};

/*
 * Starts git with these words (NULL-terminated, without "git"), which reads
 * what input is. False with *ret_reason set.
 */
bool process_start(const struct git *git, const char *const *words, int input,
		   struct process *ret_process, char **ret_reason);

/* Waits for its end; true if it was content. */
bool process_wait(const struct process *process);

/* What it printed on standard error before it ended: a line; owned. */
char *process_complaint(const struct process *process);

/* Closes what it wrote to. */
void process_release(struct process *process);

#endif
