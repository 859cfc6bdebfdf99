// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reads no more of an index (gitformat-index, versions 2 to 4) than what git
 * keeps behind its entries: the tree that they would be committed as. Whatever
 * is not as expected means that there is no such tree; git then has to compare
 * the entries.
 */
#include <string.h>

#include "git.h"

enum {
	HEADER_SIZE = 12,
	STAT_SIZE = 40,	    /* of an entry, before its object */
	LONG_NAME = 0x0fff, /* this long or longer, so its end is a NUL */
	HAS_MORE_FLAGS = 0x4000,
	EXTENSION_HEAD = 8,
};

/* What is still to be read. */
struct cursor {
	const guint8 *next, *end;
};

static gsize left(const struct cursor *cursor)
{
	return (gsize)(cursor->end - cursor->next);
}

static guint32 number_at(const guint8 *bytes)
{
	return (guint32)bytes[0] << 24 | (guint32)bytes[1] << 16 |
	       (guint32)bytes[2] << 8 | bytes[3];
}

static bool skip(struct cursor *cursor, gsize size)
{
	if (left(cursor) < size)
		return false;
	cursor->next += size;
	return true;
}

static bool skip_string(struct cursor *cursor)
{
	const guint8 *nul = memchr(cursor->next, '\0', left(cursor));

	return nul && skip(cursor, (gsize)(nul - cursor->next) + 1);
}

/* Version 4: how much of the last name is dropped, and what follows it. */
static bool skip_packed_name(struct cursor *cursor)
{
	while (left(cursor) > 0 && *cursor->next & 0x80)
		cursor->next++;
	return skip(cursor, 1) && skip_string(cursor);
}

/* A name ends with one to eight NUL, so that entries are multiples of 8. */
static bool skip_padded_name(struct cursor *cursor, gsize before, gsize length)
{
	if (length == LONG_NAME) {
		const guint8 *nul = memchr(cursor->next, '\0', left(cursor));

		if (!nul)
			return false;
		length = (gsize)(nul - cursor->next);
	}
	return skip(cursor, ((before + length + 8) & ~(gsize)7) - before);
}

static bool skip_entries(struct cursor *cursor, gsize id_size)
{
	guint32 version = number_at(cursor->next + 4);
	guint32 nr = number_at(cursor->next + 8);
	const gsize plain_size = STAT_SIZE + id_size + 2;

	cursor->next += HEADER_SIZE;
	for (guint32 i = 0; i < nr; i++) {
		gsize size = plain_size;
		guint32 flags;

		if (!skip(cursor, size))
			return false;
		flags = number_at(cursor->next - 4) & 0xffff;
		if (flags & HAS_MORE_FLAGS) {
			size += 2;
			if (!skip(cursor, 2))
				return false;
		}
		if (version == 4 ?
			    !skip_packed_name(cursor) :
			    !skip_padded_name(cursor, size, flags & LONG_NAME))
			return false;
	}
	return true;
}

/* "\0ENTRIES SUBTREES\n" and the object, unless ENTRIES is -1: unknown. */
static char *root_tree(struct cursor cursor, gsize id_size)
{
	GString *id = NULL;
	const guint8 *newline;

	if (left(&cursor) < 2 || cursor.next[0] != '\0' ||
	    !g_ascii_isdigit(cursor.next[1]))
		return NULL;
	newline = memchr(cursor.next, '\n', left(&cursor));
	if (!newline)
		return NULL;
	cursor.next = newline + 1;
	if (left(&cursor) < id_size)
		return NULL;
	id = g_string_new(NULL);
	for (gsize i = 0; i < id_size; i++)
		g_string_append_printf(id, "%02x", cursor.next[i]);
	return g_string_free(id, FALSE);
}

/* An index that is only what differs from another one is left to git. */
static char *read_extensions(struct cursor *cursor, gsize id_size)
{
	g_autofree char *tree = NULL;

	while (left(cursor) > id_size) {
		const guint8 *head = cursor->next;
		struct cursor body;
		guint32 size;

		if (left(cursor) < EXTENSION_HEAD)
			return NULL;
		size = number_at(head + 4);
		body.next = head + EXTENSION_HEAD;
		if (!skip(cursor, EXTENSION_HEAD) || !skip(cursor, size) ||
		    memcmp(head, "link", 4) == 0)
			return NULL;
		body.end = cursor->next;
		if (memcmp(head, "TREE", 4) == 0 && !tree)
			tree = root_tree(body, id_size);
	}
	return left(cursor) == id_size ? g_steal_pointer(&tree) : NULL;
}

char *index_tree(const void *bytes, gsize length, gsize id_size)
{
	struct cursor cursor = { bytes, (const guint8 *)bytes + length };
	guint32 version;

	if (length < HEADER_SIZE || memcmp(bytes, "DIRC", 4) != 0)
		return NULL;
	version = number_at(cursor.next + 4);
	if (version < 2 || version > 4 || !skip_entries(&cursor, id_size))
		return NULL;
	return read_extensions(&cursor, id_size);
}

char *git_staged_tree(const struct git *git)
{
	g_autoptr(GMappedFile) file = NULL;

	/* An object's id is as long as that of HEAD. */
	if (!git->head)
		return NULL;
	file = g_mapped_file_new(git->index, FALSE, NULL);
	if (!file)
		return NULL;
	return index_tree(g_mapped_file_get_contents(file),
			  g_mapped_file_get_length(file),
			  strlen(git->head) / 2);
}
