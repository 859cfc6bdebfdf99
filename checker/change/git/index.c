// SPDX-License-Identifier: GPL-2.0-only
/* Reads an index: its entries, and what git keeps behind them. */
#include "index.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/name.h"
#include "git.h"

enum {
	HEADER_SIZE = 12,
	LONG_NAME = 0x0fff, /* this long or longer, so its end is a NUL */
	HAS_MORE_FLAGS = 0x4000,
	EXTENSION_HEAD = 8,
};

static gsize left(const struct index_reader *reader)
{
	return (gsize)(reader->end - reader->next);
}

static guint32 number_at(const guint8 *bytes)
{
	return (guint32)bytes[0] << 24 | (guint32)bytes[1] << 16 |
	       (guint32)bytes[2] << 8 | bytes[3];
}

static bool skip(struct index_reader *reader, gsize size)
{
	if (left(reader) < size)
		return false;
	reader->next += size;
	return true;
}

/* Takes the bytes up to a NUL, and the NUL. */
static bool take_string(struct index_reader *reader)
{
	const guint8 *nul = memchr(reader->next, '\0', left(reader));

	if (!nul)
		return false;
	g_string_append_len(reader->name, (const char *)reader->next,
			    nul - reader->next);
	reader->next = nul + 1;
	return true;
}

/*
 * Version 4: how much of the last name is dropped, in groups of seven bits
 * that count from one, and what follows.
 */
static bool take_packed_name(struct index_reader *reader)
{
	gsize dropped = 0;
	guint8 byte;

	do {
		if (left(reader) == 0 || dropped > reader->name->len)
			return false;
		byte = *reader->next++;
		dropped = dropped << 7 | (byte & 0x7f);
		dropped += byte & 0x80 ? 1 : 0;
	} while (byte & 0x80);
	if (dropped > reader->name->len)
		return false;
	g_string_truncate(reader->name, reader->name->len - dropped);
	return take_string(reader);
}

/* A name ends with one to eight NUL, so that entries are multiples of 8. */
static bool skip_padded_name(struct index_reader *reader, gsize before,
			     gsize length)
{
	if (length == LONG_NAME) {
		const guint8 *nul = memchr(reader->next, '\0', left(reader));

		if (!nul)
			return false;
		length = (gsize)(nul - reader->next);
	}
	return skip(reader, ((before + length + 8) & ~(gsize)7) - before) &&
	       reader->next[-1] == '\0';
}

bool index_begin(struct index_reader *reader, const void *bytes, gsize length,
		 gsize id_size)
{
	*reader = (struct index_reader){
		.next = bytes,
		.end = bytes ? (const guint8 *)bytes + length : NULL,
		.id_size = id_size,
		.name = g_string_new(NULL),
	};
	if (!bytes || length < HEADER_SIZE || memcmp(bytes, "DIRC", 4) != 0)
		return false;
	reader->version = number_at(reader->next + 4);
	reader->nr = number_at(reader->next + 8);
	reader->next += HEADER_SIZE;
	return reader->version >= 2 && reader->version <= 4;
}

bool index_next(struct index_reader *reader, struct index_entry *ret_entry)
{
	const gsize size_of_stats = (gsize)4 * NR_INDEX_STATS;
	const guint8 *start = reader->next;
	gsize size = size_of_stats + reader->id_size + 2;
	guint32 flags;

	if (reader->nr == 0 || !skip(reader, size))
		return false;
	ret_entry->stats = start;
	ret_entry->id = start + size_of_stats;
	flags = number_at(reader->next - 4) & 0xffff;
	ret_entry->flags = flags;
	if (flags & HAS_MORE_FLAGS) {
		size += 2;
		if (!skip(reader, 2))
			return false;
		ret_entry->flags |= number_at(reader->next - 4) << 16;
	}
	ret_entry->name = (const char *)reader->next;
	if (reader->version == 4 ?
		    !take_packed_name(reader) :
		    !skip_padded_name(reader, size, flags & LONG_NAME))
		return false;
	if (reader->version == 4)
		ret_entry->name = reader->name->str;
	reader->nr--;
	return true;
}

guint32 index_stat(const struct index_entry *entry, enum index_stat which)
{
	return number_at(entry->stats + 4 * (gsize)which);
}

void index_end(struct index_reader *reader)
{
	g_string_free(reader->name, TRUE);
}

char *index_id(const guint8 *id, gsize id_size)
{
	static const char digits[] = "0123456789abcdef";
	char *text = g_malloc(2 * id_size + 1);

	for (gsize i = 0; i < id_size; i++) {
		text[2 * i] = digits[id[i] >> 4];
		text[2 * i + 1] = digits[id[i] & 0xf];
	}
	text[2 * id_size] = '\0';
	return text;
}

/* One of the parts behind the entries. */
struct extension {
	const char *name; /* four bytes */
	const guint8 *body;
	gsize size;
};

/* False behind the last one; then what is left is a sum over the file. */
static bool next_extension(struct index_reader *reader,
			   struct extension *ret_extension)
{
	const guint8 *head = reader->next;

	if (left(reader) <= reader->id_size || !skip(reader, EXTENSION_HEAD))
		return false;
	ret_extension->name = (const char *)head;
	ret_extension->body = reader->next;
	ret_extension->size = number_at(head + 4);
	return skip(reader, ret_extension->size);
}

/*
 * What an index is part of another one for, or holds folders for, has a name
 * in small letters: such must not be passed over.
 */
static bool is_needed(const struct extension *extension)
{
	return !g_ascii_isupper(extension->name[0]);
}

bool index_is_whole(const struct index_reader *reader)
{
	struct index_reader copy = *reader;
	struct extension extension;

	while (next_extension(&copy, &extension)) {
		if (is_needed(&extension))
			return false;
	}
	return reader->nr == 0 && left(&copy) == copy.id_size;
}

bool index_extension(const struct index_reader *reader, const char *name,
		     const guint8 **ret_body, gsize *ret_size)
{
	struct index_reader copy = *reader;
	struct extension extension;

	while (next_extension(&copy, &extension)) {
		if (memcmp(extension.name, name, 4) != 0)
			continue;
		*ret_body = extension.body;
		*ret_size = extension.size;
		return true;
	}
	return false;
}

static void map_index(const struct git *git, struct index_file *index)
{
	/* O_NONBLOCK: a FIFO would wait for a writer. */
	int fd = open(git->index, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat status;

	if (fd < 0)
		return;
	if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode)) {
		index->file = g_mapped_file_new_from_fd(fd, FALSE, NULL);
		index->written_ns = (gint64)status.st_mtim.tv_sec * 1000000000 +
				    status.st_mtim.tv_nsec;
	}
	close(fd);
}

bool index_file_begin(const struct git *git, struct index_reader *reader)
{
	struct index_file *index = git->index_file;

	if (!index->file)
		map_index(git, index);
	if (git->id_size > 0 && index->file)
		return index_begin(
			reader, g_mapped_file_get_contents(index->file),
			g_mapped_file_get_length(index->file), git->id_size);
	index_begin(reader, NULL, 0, 0);
	return false;
}

/* As what a submodule is in an index: a commit. */
static bool is_repository(const struct index_entry *entry)
{
	return (index_stat(entry, INDEX_MODE) & S_IFMT) == (S_IFDIR | S_IFLNK);
}

static void add_path(GPtrArray *paths, const struct index_entry *entry)
{
	if (S_ISREG(index_stat(entry, INDEX_MODE)) &&
	    !(entry->flags & (INDEX_STAGE | INDEX_INTENDED)))
		g_ptr_array_add(paths, g_strdup(entry->name));
}

GPtrArray *git_index_paths(const struct git *git,
			   bool (*is_wanted)(const char *path))
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
	struct index_reader reader;
	struct index_entry entry;
	bool done = index_file_begin(git, &reader);

	while (done && index_next(&reader, &entry)) {
		/* A repository of its own may hold others. */
		done = !is_repository(&entry);
		if (done && name_stays(entry.name) && is_wanted(entry.name))
			add_path(paths, &entry);
	}
	done = done && index_is_whole(&reader);
	index_end(&reader);
	return done ? g_steal_pointer(&paths) : NULL;
}

bool git_may_hold(const struct git *git, const char *folder)
{
	struct index_reader reader;
	struct index_entry entry;
	bool is_known = index_file_begin(git, &reader);
	bool has_some = false;

	while (is_known && !has_some && index_next(&reader, &entry)) {
		/* A repository of its own may hold others. */
		is_known = !is_repository(&entry);
		has_some = g_str_has_prefix(entry.name, folder);
	}
	is_known = is_known && (has_some || index_is_whole(&reader));
	index_end(&reader);
	return has_some || !is_known;
}
