/* SPDX-License-Identifier: GPL-2.0-only */
/* A tree while a series of patches goes over it; private to change/. */
#ifndef VMALINT_CHANGE_PATCHING_H
#define VMALINT_CHANGE_PATCHING_H

#include <glib.h>
#include <stdbool.h>

struct change;
struct change_base;
struct git;
struct patch_file;
struct session;
struct view;

/* The tree while a series goes over it. */
struct patching {
	struct session *session;
	const char *name; /* of the patch, for messages */
	const char *root;
	struct change *change;
	struct change_base *base;
	struct view *state; /* what the patches so far have made of it */
	struct view *start; /* the same, before the commit that is read */
	guint commit;	    /* which one that is */
	/* Whose blobs come first, as files on disk may be patched; or NULL. */
	const struct git *git;
	/* The repository of --base, of which the views have only sources. */
	const struct git *base_git;
	const char *revision; /* that is the base; or NULL */
	GHashTable *touched;  /* owned path -> owned path it had at first */
	GHashTable *origins;  /* the same, before the commit */
	GHashTable *written; /* owned path -> 1: the commit made it, 0: moved */
};

/* Records a problem with a line of the patch, or 0. Returns false. */
bool patching_fail(const struct patching *patching, guint line,
		   const char *text);

/*
 * Applies what a patch does to one file to the state. False with a problem
 * recorded if it does not fit.
 */
bool patching_apply(struct patching *patching, const struct patch_file *file);

#endif
