// SPDX-License-Identifier: GPL-2.0-only
/* Digests of what inputs of results hold. */
#include "content.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/sort.h"
#include "base/text_file.h"

static void finish(GChecksum *sum, guint8 digest[DIGEST_SIZE])
{
	gsize length = DIGEST_SIZE;

	g_checksum_get_digest(sum, digest, &length);
	g_checksum_free(sum);
}

/* The names in an open folder, in one order. Closes it. */
static bool list_folder(int fd, guint8 digest[DIGEST_SIZE])
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	DIR *directory = fdopendir(fd);
	const struct dirent *entry;
	GChecksum *sum;

	if (!directory) {
		close(fd);
		return false;
	}
	while ((entry = readdir(directory)) != NULL)
		g_ptr_array_add(names, g_strdup(entry->d_name));
	closedir(directory);
	sort_strings(names);
	sum = g_checksum_new(G_CHECKSUM_SHA256);
	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);

		g_checksum_update(sum, (const guchar *)name,
				  (gssize)strlen(name) + 1);
	}
	finish(sum, digest);
	return true;
}

/* The text of an open file. Closes it. */
static bool read_file(int fd, guint8 digest[DIGEST_SIZE])
{
	gsize length = 0;
	g_autofree char *text = text_file_read_open(fd, &length, NULL);
	GChecksum *sum;

	if (!text)
		return false;
	sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_checksum_update(sum, (const guchar *)text, (gssize)length);
	finish(sum, digest);
	return true;
}

/* A folder's times may say nothing of what is in it. */
static bool vouches(int fd, const struct stat *status, gint64 now_ns)
{
	const struct stamp stamp = stamp_from(status);

	return stamp_is_before(&stamp, now_ns) &&
	       (!S_ISDIR(status->st_mode) || stamps_tell_entries(fd));
}

bool content_read(const char *path, struct content *ret_content)
{
	const gint64 now_ns = stamp_now_ns();
	/* O_NONBLOCK: opening a FIFO must not wait for a writer. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat status;
	struct stamp before, after;
	bool done, is_sure;

	memset(ret_content, 0, sizeof(*ret_content));
	ret_content->stamp = before = stamp_of(path);
	if (fd < 0)
		return before.size < 0;
	if (fstat(fd, &status) < 0) {
		close(fd);
		return false;
	}
	is_sure = vouches(fd, &status, now_ns);
	done = S_ISDIR(status.st_mode) ? list_folder(fd, ret_content->digest) :
					 read_file(fd, ret_content->digest);
	ret_content->stamp = before = stamp_from(&status);
	after = stamp_of(path);
	/* What changed just now may change again and keep its stamp. */
	if (!is_sure)
		ret_content->stamp.size = STAMP_OF_NOTHING;
	return done && stamp_is_same(&before, &after);
}
