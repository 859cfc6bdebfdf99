// SPDX-License-Identifier: GPL-2.0-only
/* The cache folder of generated headers. */
#include "folder.h"

#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/session.h"
#include "base/text_file.h"
#include "options/options.h"
#include "select/select.h"

/*
 * Counts up when what is generated changes: a header that is no longer made
 * must not be found in an old folder.
 */
#define CONTENT_VERSION 4

char *folder_of(const struct options *options, const struct tree *tree,
		const char *arch)
{
	g_autofree char *text = g_strdup_printf(
		"%d\n%s\n%s\n%d %u\n%s", CONTENT_VERSION, tree->root,
		tree->version, (int)tree->api, tree->level,
		options->config ? options->config : "");
	g_autofree char *key =
		g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);

	key[16] = '\0';
	if (options->cache_dir)
		return g_build_filename(options->cache_dir, "trees", key, arch,
					NULL);
	return g_build_filename(g_get_user_cache_dir(), "vmalint", "trees", key,
				arch, NULL);
}

static bool holds_text(const char *path, const char *text)
{
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *old = text_file_read(path, &length, &reason);

	return old && length == strlen(text) && memcmp(old, text, length) == 0;
}

bool folder_write(struct session *session, const char *folder, const char *name,
		  const char *text)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_autofree char *above = g_path_get_dirname(path);
	g_autoptr(GError) error = NULL;

	if (holds_text(path, text))
		return true;
	if (g_mkdir_with_parents(above, 0755) < 0) {
		session_problem(session, "compile", above, 0,
				"cache folder cannot be made: %s",
				g_strerror(errno));
		return false;
	}
	/*
	 * New ones are not waited for until they are on the disk. Should the
	 * system fall over, their sizes are not those that the manifest tells.
	 */
	if (!g_file_set_contents_full(path, text, -1,
				      G_FILE_SET_CONTENTS_CONSISTENT |
					      G_FILE_SET_CONTENTS_ONLY_EXISTING,
				      0644, &error)) {
		session_problem(session, "compile", path, 0,
				"cannot be written: %s", error->message);
		return false;
	}
	return true;
}
