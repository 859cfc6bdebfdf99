/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * All that this process asks of the file system, as the functions of the C
 * library are called that ask it: asked_calls.c stands before them, for us and
 * for the libraries that we use. So what somebody else's code has read, and
 * what it has looked for and not found, is known without knowing that code.
 */
#ifndef VMALINT_BASE_ASKED_H
#define VMALINT_BASE_ASKED_H

#include <glib.h>
#include <stdbool.h>

#include "base/stamp.h"

/* What a path was when it was asked for. */
enum look {
	LOOK_ABSENT = 1,
	LOOK_FILE,
	LOOK_FOLDER,
	LOOK_REFUSED, /* a link to a file that confinement keeps from us */
};

struct asked {
	/* Path -> struct stamp *: files and folders that were read, as they
	 * were when they were opened; of one that may have been changing, a
	 * stamp that no file has. Paths are absolute, but as they were
	 * given: "." and ".." are left in. */
	GHashTable *reads;
	GHashTable *looks; /* path -> enum look: what was not read, too */
	bool is_temporary; /* two answers differ, or one proves nothing */
};

struct asked *asked_new(void);

/* Takes NULL. */
void asked_free(struct asked *asked);

/*
 * Has questions recorded in asked from now on, of all threads; NULL: nowhere.
 * Returns where they were recorded until now.
 */
struct asked *asked_record(struct asked *asked);

/* Adds a file that was read at another time, with its stamp of then. */
void asked_note_read(struct asked *asked, const char *path,
		     const struct stamp *stamp);

/*
 * Adds what a path was to looks (path -> enum look). False if it was something
 * else before.
 */
bool asked_add_look(GHashTable *looks, const char *path, enum look look);

/*
 * Says that all files below these folders (char *, resolved) can be opened:
 * where one is refused all the same, another one stands there by now. They are
 * borrowed for as long as the process lives; NULL: nothing is refused.
 */
void asked_promise(const GPtrArray *folders);

/* Has a file forgotten that says nothing that is not known otherwise. */
void asked_forget(const char *path);

/*
 * For asked_calls.c: what became of a question, if somebody records. A path
 * that could not be looked at has an error, see errno; one that could be read
 * but for confinement was refused.
 */
bool asked_is_recorded(void);
void asked_opened(const char *path, int fd);
void asked_seen(const char *path, enum look look);
void asked_failed(const char *path, int error);
void asked_refused(const char *path);

#endif
