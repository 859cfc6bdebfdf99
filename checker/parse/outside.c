// SPDX-License-Identifier: GPL-2.0-only
#include "outside.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "arguments/arguments.h"
#include "base/name.h"
#include "facts/facts.h"
#include "parse.h"

/*
 * Makefiles and headers that were looked for and are not there count as the
 * folder does that they would be in.
 */
static bool is_outside(const char *path, const GPtrArray *folders)
{
	g_autofree char *here = g_strdup(path);
	char *real = realpath(here, NULL);
	bool outside;

	while (!real && strcmp(here, "/") != 0 && strcmp(here, ".") != 0) {
		char *above = g_path_get_dirname(here);

		g_free(here);
		here = above;
		real = realpath(here, NULL);
	}
	outside = !real || !name_is_within_any(real, folders);
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
