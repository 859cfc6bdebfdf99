/* SPDX-License-Identifier: GPL-2.0-only */
/* Digests of files and folders as they are now; private to keep/. */
#ifndef VMALINT_KEEP_CONTENT_H
#define VMALINT_KEEP_CONTENT_H

#include <glib.h>
#include <stdbool.h>

#include "base/stamp.h"

/* Bytes of a digest (SHA-256). */
enum { DIGEST_SIZE = 32 };

/* The size in a stamp that is like no other. */
enum { STAMP_OF_NOTHING = -2 };

struct content {
	struct stamp stamp;
	guint8 digest[DIGEST_SIZE]; /* zeros for what is not there */
};

/*
 * Reads a file, or lists a folder. False if it changed meanwhile or cannot be
 * read; a file that is not there has a content of its own.
 */
bool content_read(const char *path, struct content *ret_content);

#endif
