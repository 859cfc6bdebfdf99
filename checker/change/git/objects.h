/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Objects of a repository, by a `git cat-file --batch` that stays: to start git
 * takes longer than all that a commit has to ask. Private to git/.
 */
#ifndef VMALINT_CHANGE_GIT_OBJECTS_H
#define VMALINT_CHANGE_GIT_OBJECTS_H

#include <glib.h>
#include <stdbool.h>

struct git;

/* What a name stands for. Both are NULL where it stands for nothing. */
struct object {
	char *id;	  /* owned */
	const char *kind; /* "blob", "tree", "commit" or another one */
	GBytes *content;  /* owned */
};

/*
 * Starts git for a repository that is still to be found, or was. It goes on by
 * itself; what is wrong is told when it is asked.
 */
void objects_open(struct git *git);

/* Ends it, if it runs. */
void objects_close(struct git *git);

/*
 * Asks for names, such as an id or "HEAD:Makefile"; none may hold a newline.
 * Adds a struct object for each to an array of objects_array(). False with
 * *ret_reason set if git fails.
 */
bool objects_get(const struct git *git, const GPtrArray *names,
		 GArray *ret_objects, char **ret_reason);

/* None yet; owned, with what is added. */
GArray *objects_array(void);

/* As above for one name; false as well where there is nothing. */
bool objects_get_one(const struct git *git, const char *name,
		     struct object *ret_object);

void object_clear(struct object *object);

#endif
