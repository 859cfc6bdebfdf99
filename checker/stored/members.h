/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Members of JSON objects, of which the first that is wrong is told; private
 * to stored/. After that all are empty.
 */
#ifndef VMALINT_STORED_MEMBERS_H
#define VMALINT_STORED_MEMBERS_H

#include <glib.h>
#include <jansson.h>
#include <stdbool.h>

struct session;

/* Where in a file we are. */
struct members {
	struct session *session;
	const char *path; /* of the file */
	const char *list; /* that the object is in; "" for none */
	gsize index;	  /* .. and where */
	bool is_wrong;	  /* a problem is recorded */
};

/* Records that a member is not what is wanted. */
void member_refuse(struct members *at, const char *name, const char *wanted);

/* A text, borrowed; "" where it is missing or wrong. */
const char *member_text(struct members *at, const json_t *object,
			const char *name);

/* The same of one that need not be there. */
const char *member_text_or_none(struct members *at, const json_t *object,
				const char *name);

/* A path that leads nowhere else: not empty, and without "..". */
const char *member_path(struct members *at, const json_t *object,
			const char *name);

/* A number from least on; least where it is missing or wrong. */
guint member_number(struct members *at, const json_t *object, const char *name,
		    guint least);

/* A list, borrowed; NULL where it is missing or wrong. */
const json_t *member_list(struct members *at, const json_t *object,
			  const char *name);

#endif
