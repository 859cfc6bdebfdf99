/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Gathers the files that something was made from, so that later it can be told
 * whether it would be made alike.
 */
#ifndef VMALINT_KEEP_INPUTS_H
#define VMALINT_KEEP_INPUTS_H

#include <glib.h>

#include "looks.h"
#include "stamps.h"

/*
 * Whether what was made is not to be kept, then paths and stamps, and what was
 * looked for.
 */
#define INPUTS_TYPE "(b" STAMPS_TYPE LOOKS_TYPE ")"

struct asked;
struct inputs;

struct inputs *inputs_new(void);

/* Takes NULL. */
void inputs_free(struct inputs *inputs);

/*
 * Adds a file that was read since a time, see stamp_now_ns(). If it has
 * changed since, what was made must not be kept.
 */
void inputs_add(struct inputs *inputs, const char *path, gint64 since_ns);

/*
 * Adds all that was asked; NULL: nothing. If one of the files that were read
 * is another one by now, what was made must not be kept.
 */
void inputs_add_asked(struct inputs *inputs, const struct asked *asked);

/* Adds several (char *); NULL: they are not known. */
void inputs_add_all(struct inputs *inputs, const GPtrArray *paths,
		    gint64 since_ns);

/* Adds a folder and all C files and headers in it, which are to be read. */
void inputs_add_folder(struct inputs *inputs, const char *folder);

/* Says that what is made must not be kept. */
void inputs_spoil(struct inputs *inputs);

/* A floating value of INPUTS_TYPE; of NULL, that nothing was read. */
GVariant *inputs_to_variant(const struct inputs *inputs);

#endif
