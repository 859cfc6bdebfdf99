// SPDX-License-Identifier: GPL-2.0-only
/*
 * Nearly all names of flags hold a '_', which is one byte of thirty in the
 * kernel, and memchr() finds it faster than a loop can: only there, the bytes
 * around it are looked up. Names without one cost a look at each identifier.
 */
#include "match.h"

#include <string.h>

#include "name_set.h"

/* Sets of hashes: one bit each, so that most misses cost one load. */
enum { FILTER_BITS = 1 << 16 };

/* Two bytes before a '_' and one behind it tell most names from others. */
enum { BEFORE = 2, BEHIND = 1 };

struct name_filter {
	GHashTable *names;
	bool has_bare; /* a name has no '_' with enough around it */
	guint8 is_identifier[256];
	guint8 around[FILTER_BITS / 8]; /* hashes of what is around a '_' */
	guint8 whole[FILTER_BITS / 8];	/* hashes of whole names */
};

static void add_bit(guint8 *filter, guint32 hash)
{
	hash %= FILTER_BITS;
	filter[hash / 8] |= (guint8)(1u << (hash % 8));
}

static bool has_bit(const guint8 *filter, guint32 hash)
{
	hash %= FILTER_BITS;
	return filter[hash / 8] >> (hash % 8) & 1;
}

static guint32 hash_around(const guint8 *bar)
{
	guint32 bytes = (guint32)bar[-2] << 16 | (guint32)bar[-1] << 8 | bar[1];

	return (bytes * 2654435761u) >> 16;
}

static guint32 hash_step(guint32 hash, guint8 byte)
{
	return (hash ^ byte) * 16777619u;
}

static void add_name(struct name_filter *filter, const char *name)
{
	gsize length = strlen(name);
	guint32 hash = 2166136261u;

	/* What is noted beside the names is no identifier: no text has it. */
	for (gsize i = 0; i < length; i++) {
		if (!filter->is_identifier[(guint8)name[i]])
			return;
	}
	for (gsize i = 0; i < length; i++)
		hash = hash_step(hash, (guint8)name[i]);
	add_bit(filter->whole, hash);
	for (gsize i = BEFORE; i + BEHIND < length; i++) {
		if (name[i] == '_') {
			add_bit(filter->around,
				hash_around((const guint8 *)name + i));
			return;
		}
	}
	filter->has_bare = true;
}

struct name_filter *name_filter_new(GHashTable *names)
{
	struct name_filter *filter = g_new0(struct name_filter, 1);
	GHashTableIter iter;
	gpointer name;

	filter->names = names;
	for (guint byte = 0; byte < 256; byte++)
		filter->is_identifier[byte] = g_ascii_isalnum(byte) ||
					      byte == '_';
	g_hash_table_iter_init(&iter, names);
	while (g_hash_table_iter_next(&iter, &name, NULL))
		add_name(filter, name);
	return filter;
}

void name_filter_free(struct name_filter *filter)
{
	g_free(filter);
}

/* The identifier around a byte of a text. */
static bool is_name_around(const struct name_filter *filter,
			   const guint8 *start, const guint8 *end,
			   const guint8 *at)
{
	const guint8 *from = at, *to = at;

	while (from > start && filter->is_identifier[from[-1]])
		from--;
	while (to < end && filter->is_identifier[*to])
		to++;
	return name_set_has(filter->names, (const char *)from,
			    (gsize)(to - from));
}

static bool matches_bars(const struct name_filter *filter, const guint8 *start,
			 const guint8 *end)
{
	const guint8 *bar = start + BEFORE;

	while (bar + BEHIND < end &&
	       (bar = memchr(bar, '_', (gsize)(end - bar - BEHIND))) != NULL) {
		if (has_bit(filter->around, hash_around(bar)) &&
		    is_name_around(filter, start, end, bar))
			return true;
		bar++;
	}
	return false;
}

static bool matches_identifiers(const struct name_filter *filter,
				const guint8 *p, const guint8 *end)
{
	while (p < end) {
		const guint8 *start = p;
		guint32 hash = 2166136261u;

		while (p < end && filter->is_identifier[*p])
			hash = hash_step(hash, *p++);
		if (p == start)
			p++;
		else if (has_bit(filter->whole, hash) &&
			 name_set_has(filter->names, (const char *)start,
				      (gsize)(p - start)))
			return true;
	}
	return false;
}

bool name_filter_matches(const struct name_filter *filter, const char *text,
			 gsize length)
{
	const guint8 *start = (const guint8 *)text;

	if (filter->has_bare)
		return matches_identifiers(filter, start, start + length);
	return matches_bars(filter, start, start + length);
}
