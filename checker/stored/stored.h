/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Reads what --format json has written: any report, by whatever version, of
 * schema "vmalint/1". It may be anything, and is believed in nothing that
 * leads out of the tree.
 */
#ifndef VMALINT_STORED_STORED_H
#define VMALINT_STORED_STORED_H

#include <glib.h>
#include <jansson.h>
#include <stdbool.h>

struct report;
struct session;

/* What a report tells of its run, beside what was found. All is owned. */
struct stored {
	char *tool_version, *libclang_version;
	char *root, *tree_version, *api;
	guint level;
	char *api_words;     /* a line each */
	GPtrArray *arches;   /* char *: those that files were read for */
	GHashTable *arch_of; /* path -> architecture, both char * */
};

/*
 * The JSON of a report as an object, owned; "-" is standard input. NULL with a
 * problem of the stage recorded: it cannot be read, is no JSON, or is JSON of
 * something else.
 */
json_t *stored_open(struct session *session, const char *stage,
		    const char *path);

/*
 * Fills an empty report, which then is finished, and the session with its
 * problems. False with a problem recorded that says which member is wrong;
 * stored_release() is right to call in both cases. An older report,
 * which does not name its files, gives those that something is told of, with a
 * notice.
 */
bool stored_read(struct session *session, const char *path,
		 struct stored *ret_stored, struct report *report);

void stored_release(struct stored *stored);

#endif
