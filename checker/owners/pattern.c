// SPDX-License-Identifier: GPL-2.0-only
#include <fnmatch.h>
#include <string.h>

#include "owners/owners.h"

/* The length of a path's first folders, as many as a pattern names, or 0. */
static gsize as_deep(const char *pattern, const char *path)
{
	const char *end = path;

	for (; *pattern; pattern++) {
		if (*pattern != '/')
			continue;
		end = strchr(end, '/');
		if (!end)
			return 0;
		end++;
	}
	return (gsize)(end - path);
}

gboolean owner_pattern_fits(const char *pattern, const char *path)
{
	const gsize length = strlen(pattern);
	g_autofree char *whole = NULL;
	gsize depth;

	if (!strpbrk(pattern, "*?[")) {
		if (strncmp(path, pattern, length) != 0)
			return FALSE;
		return length > 0 && (pattern[length - 1] == '/' ||
				      path[length] == '/' || !path[length]);
	}
	if (pattern[length - 1] != '/')
		return fnmatch(pattern, path, FNM_PATHNAME) == 0;
	depth = as_deep(pattern, path);
	whole = g_strndup(path, depth);
	return depth > 0 && fnmatch(pattern, whole, FNM_PATHNAME) == 0;
}
