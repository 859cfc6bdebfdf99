/* SPDX-License-Identifier: GPL-2.0-only */
/* Finds the files that define names. Private to mirror/. */
#ifndef VMALINT_MIRROR_KERNEL_FILES_H
#define VMALINT_MIRROR_KERNEL_FILES_H

#include <glib.h>
#include <stdbool.h>

struct mirror_request;

/* Names that are looked for: sets, of which all are needed. */
struct wanted_names {
	GHashTable *callables; /* of functions, and of macros of any kind */
	GHashTable *enumerators;
	GHashTable *types; /* tags and typedefs */
};
struct definitions;

/* Reads the files of MIRROR_FOLDER, those below it included. */
void copies_read(const struct mirror_request *request,
		 struct definitions *side);

/* The settings that the copies define for themselves, CONFIG_X -> "1"; owned.
 */
GHashTable *copies_settings(const struct mirror_request *request);

/* Reads the files of the kernel that may define one of the names, but those
 * that it has. */
void kernel_read(const struct mirror_request *request,
		 const struct wanted_names *names, struct definitions *side);

/* True if the kernel's own definitions are looked for there. */
bool path_is_of_kernel(const char *path);

/* True if a text may define one of the names. */
bool text_may_define(const char *text, gsize length,
		     const struct wanted_names *names);

/* Reads one file, a path relative to the tree; false if it is not there. */
bool definitions_read(const struct mirror_request *request, const char *path,
		      struct definitions *side);

/* .. only if it holds a text. */
bool definitions_read_if(const struct mirror_request *request, const char *path,
			 const char *needed, struct definitions *side);

/* Takes from a set the names that headers of user space may define. */
void tools_drop_declared(const struct mirror_request *request,
			 GHashTable *names);

#endif
