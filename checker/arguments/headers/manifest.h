/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a folder of generated headers was made of and what is in it, so that
 * later runs need not make it again to know that it is as it would be.
 */
#ifndef VMALINT_ARGUMENTS_HEADERS_MANIFEST_H
#define VMALINT_ARGUMENTS_HEADERS_MANIFEST_H

#include <glib.h>
#include <stdbool.h>

struct manifest {
	char *digest;	   /* of names and contents of all that was made */
	GPtrArray *inputs; /* char *: what it was made from; of value */
	GVariant *notices; /* see keep/notices.h */
	GVariant *value;
};

/*
 * Takes the manifest of a folder. False, with nothing to release, if there is
 * none or any file, made or made from, is not as it was. looked is that of
 * stamps_look(), for what they are made from.
 */
bool manifest_load(const char *folder, GHashTable *looked,
		   struct manifest *ret_manifest);

/*
 * Lists a folder that was made of the inputs (a set of paths) since a time,
 * see stamp_now_ns(), with what there is to say of it, which may be floating.
 * False if it cannot be vouched for.
 */
bool manifest_save(const char *folder, GHashTable *inputs, gint64 since_ns,
		   GVariant *notices);

/* What lies in a folder among what is made: owned paths, sorted; owned. */
GPtrArray *manifest_outputs(const char *folder);

/*
 * Removes what lies in a folder among what is made, and was not made this time:
 * made is a set of paths.
 */
void manifest_prune(const char *folder, GHashTable *made);

/* Makes later runs take nothing for made. */
void manifest_remove(const char *folder);

void manifest_release(struct manifest *manifest);

#endif
