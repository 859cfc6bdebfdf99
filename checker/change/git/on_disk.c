// SPDX-License-Identifier: GPL-2.0-only
#include "on_disk.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/name.h"
#include "base/stamp.h"
#include "base/threads.h"
#include "git.h"
#include "index.h"

enum {
	/* Taken at once by a thread: neighbours share a folder. */
	ENTRIES_AT_ONCE = 256,
	ENTRIES_PER_THREAD = 2000,
	ID_LIMIT = 32,
};

struct disk_look {
	int top; /* folder that names are relative to */
	const GArray *entries;
	gint64 written_ns; /* when the index was */
	gsize id_size;
	guint8 *differ;
	gint next; /* the first entry that no thread has taken */
};

/* The folder of the last entry that a thread has looked at. */
struct last_folder {
	int folder; /* or -1 */
	GString *prefix;
};

/*
 * Looks at a file from its folder, as its neighbours are looked at next: the
 * system follows a long path for each else.
 */
static bool look_up(const struct disk_look *look, struct last_folder *place,
		    const char *name, struct stat *ret_now)
{
	const char *slash = strrchr(name, '/');
	const gsize length = slash ? (gsize)(slash + 1 - name) : 0;

	if (place->folder < 0 || place->prefix->len != length ||
	    memcmp(place->prefix->str, name, length) != 0) {
		if (place->folder >= 0)
			close(place->folder);
		g_string_truncate(place->prefix, 0);
		g_string_append_len(place->prefix, name, (gssize)length);
		place->folder =
			name_stays(place->prefix->str) ?
				openat(look->top,
				       length > 0 ? place->prefix->str : ".",
				       O_PATH | O_DIRECTORY | O_CLOEXEC) :
				-1;
	}
	return place->folder >= 0 && fstatat(place->folder, name + length,
					     ret_now, AT_SYMLINK_NOFOLLOW) == 0;
}

/* What git compares if it compares all that it noted (2.39). */
static bool is_as_noted(const struct index_entry *entry, const struct stat *now)
{
	return (index_stat(entry, INDEX_MODE) & S_IFMT) ==
		       (now->st_mode & S_IFMT) &&
	       (index_stat(entry, INDEX_MODE) & S_IXUSR) ==
		       (S_ISREG(now->st_mode) ? now->st_mode & S_IXUSR : 0) &&
	       index_stat(entry, INDEX_MTIME) == (guint32)now->st_mtim.tv_sec &&
	       index_stat(entry, INDEX_MTIME_NS) ==
		       (guint32)now->st_mtim.tv_nsec &&
	       index_stat(entry, INDEX_CTIME) == (guint32)now->st_ctim.tv_sec &&
	       index_stat(entry, INDEX_CTIME_NS) ==
		       (guint32)now->st_ctim.tv_nsec &&
	       index_stat(entry, INDEX_INODE) == (guint32)now->st_ino &&
	       index_stat(entry, INDEX_UID) == now->st_uid &&
	       index_stat(entry, INDEX_GID) == now->st_gid &&
	       index_stat(entry, INDEX_SIZE) == (guint32)now->st_size;
}

/* The id that git would give to what is in a file; false if it has none. */
static bool blob_id(int file, gsize id_size, guint8 *ret_id)
{
	g_autoptr(GChecksum) sum = g_checksum_new(
		id_size == 20 ? G_CHECKSUM_SHA1 : G_CHECKSUM_SHA256);
	g_autofree char *head = NULL;
	guint8 buffer[65536];
	struct stat status;
	gsize done = 0, length = id_size;
	ssize_t got;

	if (fstat(file, &status) < 0 || !S_ISREG(status.st_mode))
		return false;
	head = g_strdup_printf("blob %" G_GOFFSET_FORMAT,
			       (goffset)status.st_size);
	g_checksum_update(sum, (const guchar *)head, (gssize)strlen(head) + 1);
	while ((got = read(file, buffer, sizeof(buffer))) > 0) {
		g_checksum_update(sum, buffer, got);
		done += (gsize)got;
	}
	g_checksum_get_digest(sum, ret_id, &length);
	return got == 0 && done == (gsize)status.st_size;
}

/*
 * True if the file holds just what the index has. git would run what its
 * configuration names to learn that; a file that is the same only behind a
 * filter counts as another one.
 */
static bool holds_blob(const struct disk_look *look,
		       const struct last_folder *place,
		       const struct index_entry *entry)
{
	const char *name = entry->name + place->prefix->len;
	guint8 id[ID_LIMIT] = { 0 };
	bool is_same;
	int file;

	if (look->id_size > ID_LIMIT || entry->flags & INDEX_INTENDED)
		return false;
	file = openat(place->folder, name,
		      O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (file < 0)
		return false;
	is_same = blob_id(file, look->id_size, id) &&
		  memcmp(id, entry->id, look->id_size) == 0;
	close(file);
	return is_same;
}

/*
 * git notes no size of a file that it could not tell from a later one (2.39,
 * read-cache.c, "smudged"); few sources are empty.
 */
static bool is_unsure(const struct index_entry *entry)
{
	return entry->flags & INDEX_INTENDED ||
	       index_stat(entry, INDEX_SIZE) == 0;
}

/*
 * A file that was saved when the index was written, or later, may look the
 * same. git compares whole seconds of the time of modification; the time of
 * change, which nobody can set, is finer and does it as well.
 */
static bool differs(const struct disk_look *look, struct last_folder *place,
		    const struct index_entry *entry)
{
	struct stat now;
	struct stamp stamp;

	if (!look_up(look, place, entry->name, &now))
		return true;
	stamp = stamp_from(&now);
	if (!is_unsure(entry) && is_as_noted(entry, &now) &&
	    stamp_is_before(&stamp, look->written_ns))
		return false;
	return !holds_blob(look, place, entry);
}

/* What one of the threads does: takes entries until none is left. */
static gpointer look_at_entries(gpointer data)
{
	struct disk_look *look = data;
	struct last_folder place = { -1, g_string_new(NULL) };
	guint first;

	while ((first = (guint)g_atomic_int_add(&look->next, ENTRIES_AT_ONCE)) <
	       look->entries->len) {
		const guint end =
			MIN(first + ENTRIES_AT_ONCE, look->entries->len);

		for (guint i = first; i < end; i++)
			look->differ[i] =
				differs(look, &place,
					&g_array_index(look->entries,
						       struct index_entry, i));
	}
	if (place.folder >= 0)
		close(place.folder);
	g_string_free(place.prefix, TRUE);
	return NULL;
}

guint8 *on_disk_differ(const struct git *git, const GArray *entries)
{
	struct disk_look look = {
		.top = open(git->top, O_RDONLY | O_DIRECTORY | O_CLOEXEC),
		.entries = entries,
		.written_ns = git->index_file->written_ns,
		.id_size = git->id_size,
	};

	if (look.top < 0)
		return NULL;
	look.differ = g_new0(guint8, entries->len + 1);
	threads_run(entries->len, ENTRIES_PER_THREAD, look_at_entries, &look);
	close(look.top);
	return look.differ;
}
