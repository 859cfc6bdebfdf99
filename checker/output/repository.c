// SPDX-License-Identifier: GPL-2.0-only
/* Annotations are found by their path from the root of the repository. */
#include "output/repository.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

char *repository_prefix(const char *root, const char *variable)
{
	const char *folder = g_getenv(variable);
	g_autofree char *outer = NULL;
	g_autofree char *inner = NULL;
	gsize length;

	if (!folder || !*folder)
		return g_strdup("");
	outer = realpath(folder, NULL);
	inner = realpath(root, NULL);
	if (!outer || !inner)
		return g_strdup("");
	length = strlen(outer);
	if (strncmp(inner, outer, length) != 0 || inner[length] != '/' ||
	    !inner[length + 1])
		return g_strdup("");
	return g_strconcat(inner + length + 1, "/", NULL);
}
