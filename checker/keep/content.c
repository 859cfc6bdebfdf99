// SPDX-License-Identifier: GPL-2.0-only
/* Digests of what inputs of results hold. */
#include "content.h"

#include <string.h>

#include "base/sort.h"
#include "base/text_file.h"

static void finish(GChecksum *sum, guint8 digest[DIGEST_SIZE])
{
	gsize length = DIGEST_SIZE;

	g_checksum_get_digest(sum, digest, &length);
	g_checksum_free(sum);
}

/* The names in a folder, in one order. */
static bool list_folder(const char *path, guint8 digest[DIGEST_SIZE])
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	GChecksum *sum;
	GDir *directory = g_dir_open(path, 0, NULL);
	const char *name;

	if (!directory)
		return false;
	while ((name = g_dir_read_name(directory)) != NULL)
		g_ptr_array_add(names, g_strdup(name));
	g_dir_close(directory);
	sort_strings(names);
	sum = g_checksum_new(G_CHECKSUM_SHA256);
	for (guint i = 0; i < names->len; i++) {
		name = g_ptr_array_index(names, i);
		g_checksum_update(sum, (const guchar *)name,
				  (gssize)strlen(name) + 1);
	}
	finish(sum, digest);
	return true;
}

static bool read_file(const char *path, guint8 digest[DIGEST_SIZE])
{
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *text = text_file_read(path, &length, &reason);
	GChecksum *sum;

	if (!text)
		return false;
	sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_checksum_update(sum, (const guchar *)text, (gssize)length);
	finish(sum, digest);
	return true;
}

bool content_read(const char *path, struct content *ret_content)
{
	gint64 start_ns = stamp_now_ns();
	struct stamp before = stamp_of(path), after;
	bool done;

	memset(ret_content, 0, sizeof(*ret_content));
	ret_content->stamp = before;
	if (before.size < 0)
		return true;
	done = g_file_test(path, G_FILE_TEST_IS_DIR) ?
		       list_folder(path, ret_content->digest) :
		       read_file(path, ret_content->digest);
	after = stamp_of(path);
	/* What changed just now may change again and keep its stamp. */
	if (!stamp_is_before(&before, start_ns))
		ret_content->stamp.size = STAMP_OF_NOTHING;
	return done && stamp_is_same(&before, &after);
}
