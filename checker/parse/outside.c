// SPDX-License-Identifier: GPL-2.0-only
#include "outside.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "arguments/arguments.h"
#include "facts/facts.h"
#include "parse.h"

static bool is_inside(const char *path, const GPtrArray *folders)
{
	for (guint i = 0; i < folders->len; i++) {
		const char *folder = g_ptr_array_index(folders, i);
		const gsize length = strlen(folder);

		if (strncmp(path, folder, length) == 0 && path[length] == '/')
			return true;
	}
	return false;
}

/* One that is gone by now could have been anything. */
static bool is_outside(const char *path, const GPtrArray *folders)
{
	char *real = realpath(path, NULL);
	const bool outside = !real || !is_inside(real, folders);

	free(real);
	return outside;
}

/* The first by its bytes, borrowed. */
static const char *first_outside(GHashTable *paths, const GPtrArray *folders)
{
	const char *first = NULL;
	GHashTableIter iter;
	gpointer path;

	g_hash_table_iter_init(&iter, paths);
	while (g_hash_table_iter_next(&iter, &path, NULL)) {
		if ((!first || strcmp(path, first) < 0) &&
		    is_outside(path, folders))
			first = path;
	}
	return first;
}

bool outside_was_read(const struct compile_jobs *jobs, struct unit_facts *facts,
		      struct parse_outcome *outcome)
{
	const char *path =
		jobs->readable ? first_outside(outcome->files, jobs->readable) :
				 NULL;
	g_autofree char *text = NULL;

	if (!path)
		return false;
	text = g_strdup_printf("it reads %s, which is out of the tree", path);
	outcome->failure = facts_string(facts, text);
	return true;
}
