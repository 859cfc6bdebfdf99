// SPDX-License-Identifier: GPL-2.0-only
#include "output/from_here.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/name.h"

char *here_in(const char *root)
{
	/* The tree's root has no link in it either. */
	char *folder = realpath(".", NULL);
	char *here = folder && name_is_below(folder, root) ?
			     g_strdup(folder + strlen(root) + 1) :
			     g_strdup("");

	free(folder);
	return here;
}

/* How many bytes of both are the same folders, with the slash behind them. */
static gsize shared_length(const char *here, const char *path)
{
	gsize shared = 0;

	for (gsize i = 0; here[i] == path[i] && here[i]; i++) {
		if (here[i] == '/')
			shared = i + 1;
	}
	return shared;
}

char *path_from_here(const char *here, const char *path)
{
	g_autofree char *start = g_strconcat(here, "/", NULL);
	GString *text;
	gsize shared;

	if (!*here || g_path_is_absolute(path))
		return g_strdup(path);
	shared = shared_length(start, path);
	text = g_string_new(NULL);
	for (const char *at = start + shared; (at = strchr(at, '/')); at++)
		g_string_append(text, "../");
	g_string_append(text, path + shared);
	return g_string_free(text, FALSE);
}
