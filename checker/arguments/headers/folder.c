// SPDX-License-Identifier: GPL-2.0-only
/* The cache folder of generated headers. */
#include "folder.h"

#include <errno.h>
#include <glib.h>
#include <string.h>

#include "base/beneath.h"
#include "base/session.h"
#include "options/stages.h"
#include "select/select.h"

/*
 * Counts up when what is generated changes: a header that is no longer made
 * must not be found in an old folder.
 */
#define CONTENT_VERSION 5

char *folder_of(const struct keep_options *keep, const char *config,
		const struct tree *tree, const char *arch)
{
	g_autofree char *text =
		g_strdup_printf("%d\n%s\n%s\n%d %u\n%s", CONTENT_VERSION,
				tree->root, tree->version, (int)tree->api,
				tree->level, config ? config : "");
	g_autofree char *key =
		g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);

	key[16] = '\0';
	if (keep->dir)
		return g_build_filename(keep->dir, "trees", key, arch, NULL);
	return g_build_filename(g_get_user_cache_dir(), "vmalint", "trees", key,
				arch, NULL);
}

/*
 * The cache that folder_of() puts a folder into, three steps below; owned. The
 * name is then one in the cache, so that no part of it may be a link.
 */
static char *cache_of(const char *folder)
{
	const char *end = folder + strlen(folder);

	for (guint i = 0; i < 3 && end; i++)
		end = g_strrstr_len(folder, end - folder, "/");
	return end ? g_strndup(folder, (gsize)(end - folder)) : NULL;
}

bool folder_check(struct session *session, const char *folder)
{
	g_autofree char *cache = cache_of(folder);

	if (!cache || beneath_is_clear(cache, folder + strlen(cache) + 1))
		return true;
	session_problem(session, "compile", folder, 0,
			"is no folder that this cache made: %s",
			g_strerror(errno));
	return false;
}

int folder_hold(const char *folder)
{
	g_autofree char *cache = cache_of(folder);

	return cache ? beneath_hold(cache, folder + strlen(cache) + 1) : -1;
}

bool folder_write(struct session *session, const char *folder, const char *name,
		  const char *text)
{
	g_autofree char *cache = cache_of(folder);
	g_autofree char *path = g_build_filename(folder, name, NULL);
	const char *below = cache ? path + strlen(cache) + 1 : path;

	session_note_write(session, path);
	/*
	 * New ones are not waited for until they are on the disk. Should the
	 * system fall over, their sizes are not those that the manifest tells.
	 */
	if (cache && beneath_make(cache) &&
	    (beneath_holds(cache, below, text) ||
	     beneath_write(cache, below, text)))
		return true;
	session_problem(session, "compile", path, 0, "cannot be written: %s",
			g_strerror(errno));
	return false;
}
