/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Programs that we start: git, gzip, xz, sparse. Each gets limits of memory and
 * of processor time, and ends when we do, however we end.
 */
#ifndef VMALINT_BASE_CHILD_H
#define VMALINT_BASE_CHILD_H

#include <glib.h>
#include <stdbool.h>
#include <sys/types.h>

/* Without a word of a child for so long, it hangs. Seconds. */
enum { CHILD_SILENCE_SECONDS = 60 };

struct child_request {
	const char *const *words;   /* NULL-terminated; the program is first */
	const char *const *environ; /* NULL: ours */
	int input;		    /* or -1: nothing */
	int errors;		    /* or -1: nobody reads them */
};

struct child {
	pid_t pid;
	int output; /* what it prints; to be closed */
};

/*
 * The path of a program, owned; NULL if there is none. A name without a slash
 * is looked for in the absolute folders of PATH alone: never where we happen to
 * be.
 */
char *child_program(const char *name);

/* Starts a program, found as above. False with *ret_reason set. */
bool child_start(const struct child_request *request, struct child *ret_child,
		 char **ret_reason);

/*
 * As read(), from what it prints. A child that is silent for the seconds is
 * ended: -1, with errno ETIME.
 */
ssize_t child_read(const struct child *child, void *buffer, size_t size,
		   guint seconds);

/* Waits for its end; true if it was content. */
bool child_wait(const struct child *child);

/* Waits for its end; how it ended, as waitpid() says it. */
int child_end(const struct child *child);

#endif
