/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What all stages share: the strings that live as long as the run, and the
 * list of problems. A stage that cannot do something records a problem and
 * returns failure; it prints nothing. Only output/ writes.
 *
 * What takes a session only to tell of problems and of files that it read or
 * wrote may be given NULL: then nobody hears of them.
 */
#ifndef VMALINT_BASE_SESSION_H
#define VMALINT_BASE_SESSION_H

#include <glib.h>
#include <stdbool.h>

/* How much a problem takes from the run's result. */
enum problem_weight {
	PROBLEM_NOTED,	    /* worth knowing; the run is still complete */
	PROBLEM_INCOMPLETE, /* something was lost: the run ends with 2 */
};

/* Something that could not be done. All strings belong to the session. */
struct problem {
	const char *stage; /* directory under checker/ that met it */
	const char *path;  /* file it is about; "" when there is none */
	unsigned int line; /* from 1; 0 when it is about the whole file */
	const char *text;  /* what failed, on which thing, and why */
	enum problem_weight weight;
};

struct session {
	GStringChunk *strings; /* run lifetime; use session_string() */
	GArray *problems;      /* struct problem, in the order met */
	GHashTable *reads;     /* paths looked at, if somebody wants to know
				* and has set it: owned char *; or NULL */
	GHashTable *writes;    /* as reads: paths that hold what was made */
	int ended_by; /* the signal that ended the run early; 0: none did */
};

/* Makes an empty session; pair with session_release(). */
void session_init(struct session *session);

/* Frees all that the session holds; strings taken from it die here. */
void session_release(struct session *session);

/* Returns the run's single copy of a text; owned by the session. */
const char *session_string(struct session *session, const char *text);

/* Says that what is done depends on a file, be it there or not. */
void session_note_read(struct session *session, const char *path);

/* Says that a file holds what this run has made, written or found so. */
void session_note_write(struct session *session, const char *path);

/* True if somebody wants to know what is made, and this file was. */
bool session_has_written(const struct session *session, const char *path);

/* Records a problem that makes the run incomplete. path may be NULL. */
void session_problem(struct session *session, const char *stage,
		     const char *path, unsigned int line, const char *format,
		     ...) G_GNUC_PRINTF(5, 6);

/* Records something worth knowing that does not change the exit code. */
void session_notice(struct session *session, const char *stage,
		    const char *path, unsigned int line, const char *format,
		    ...) G_GNUC_PRINTF(5, 6);

/* True if a recorded problem makes the run incomplete. */
bool session_is_incomplete(const struct session *session);

#endif
