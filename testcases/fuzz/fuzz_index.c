// SPDX-License-Identifier: GPL-2.0-only
/* The index of a repository, of both sizes of ids. */
#include "fuzz.h"

#include <string.h>

#include "change/git/index.h"

static void check_entry(const struct index_entry *entry, gsize id_size,
			gsize size)
{
	g_autofree char *id = index_id(entry->id, id_size);

	g_assert(strlen(id) == 2 * id_size);
	g_assert(strlen(entry->name) <= size);
	for (guint i = 0; i < NR_INDEX_STATS; i++)
		index_stat(entry, i);
}

static void read_index(const guint8 *data, gsize size, gsize id_size)
{
	struct index_reader reader;
	struct index_entry entry;
	const guint8 *body = NULL;
	gsize length = 0;

	if (index_begin(&reader, data, size, id_size)) {
		while (index_next(&reader, &entry))
			check_entry(&entry, id_size, size);
		if (reader.nr == 0 && index_is_whole(&reader) &&
		    index_extension(&reader, "TREE", &body, &length))
			g_assert(body >= data && body + length <= data + size);
	}
	index_end(&reader);
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	read_index(data, size, 20);
	read_index(data, size, 32);
	return 0;
}
