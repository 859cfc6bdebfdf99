/* SPDX-License-Identifier: GPL-2.0-only */
/* The table of inputs: which file had which content; private to keep/. */
#ifndef VMALINT_KEEP_CONTENTS_H
#define VMALINT_KEEP_CONTENTS_H

#include <glib.h>
#include <sqlite3.h>
#include <stdbool.h>

#include "content.h"

struct contents;

struct contents *contents_new(sqlite3 *database);
void contents_free(struct contents *table);

/* True if the input of this number is now what it was then. */
bool contents_is_current(struct contents *table, guint32 id);

/* The content of a file now, borrowed; NULL if it cannot be told. */
const struct content *contents_content(struct contents *table,
				       const char *path);

/* The number of a content of a path, made if need be; 0 on failure. */
gint64 contents_number(struct contents *table, const char *path,
		       const struct content *content);

/* True if there is something for contents_write_stamps() to write. */
bool contents_are_touched(const struct contents *table);

/* Writes the newer stamps of inputs that were only touched. */
void contents_write_stamps(struct contents *table);

#endif
