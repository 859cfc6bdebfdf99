// SPDX-License-Identifier: GPL-2.0-only
/* Throws out what was not used for the longest time. */
#include "limit.h"

#include <string.h>

/* Removing a bit more than needed makes the next time come later. */
enum { TARGET_PERCENT = 75, NR_ROUNDS = 20 };

static guint64 number(sqlite3 *database, const char *query)
{
	sqlite3_stmt *statement = NULL;
	guint64 value = 0;

	if (sqlite3_prepare_v2(database, query, -1, &statement, NULL) ==
		    SQLITE_OK &&
	    sqlite3_step(statement) == SQLITE_ROW)
		value = (guint64)sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	return value;
}

/* Bytes of the database in use. */
static guint64 size_in_use(sqlite3 *database)
{
	return (number(database, "PRAGMA page_count") -
		number(database, "PRAGMA freelist_count")) *
	       number(database, "PRAGMA page_size");
}

/* A table of what results have by number, and where their numbers are. */
struct shared {
	const char *used, *all, *drop;
};

/* Numbers of all that a result has, as a set of gint64 *. */
static GHashTable *used_numbers(sqlite3 *database, const char *query)
{
	GHashTable *used = g_hash_table_new_full(g_int64_hash, g_int64_equal,
						 g_free, NULL);
	sqlite3_stmt *rows = NULL;

	if (sqlite3_prepare_v2(database, query, -1, &rows, NULL) != SQLITE_OK)
		return used;
	while (sqlite3_step(rows) == SQLITE_ROW) {
		const guint8 *bytes = sqlite3_column_blob(rows, 0);
		int length = sqlite3_column_bytes(rows, 0);

		for (int i = 0; i + 4 <= length; i += 4) {
			guint32 id;
			gint64 key;

			memcpy(&id, bytes + i, sizeof(id));
			key = id;
			g_hash_table_add(used, g_memdup2(&key, sizeof(key)));
		}
	}
	sqlite3_finalize(rows);
	return used;
}

static void remove_unused(sqlite3 *database, const struct shared *shared)
{
	g_autoptr(GHashTable) used = used_numbers(database, shared->used);
	g_autoptr(GArray) unused = g_array_new(FALSE, FALSE, sizeof(gint64));
	sqlite3_stmt *rows = NULL, *drop = NULL;

	if (sqlite3_prepare_v2(database, shared->all, -1, &rows, NULL) ==
	    SQLITE_OK) {
		while (sqlite3_step(rows) == SQLITE_ROW) {
			gint64 id = sqlite3_column_int64(rows, 0);

			if (!g_hash_table_contains(used, &id))
				g_array_append_val(unused, id);
		}
	}
	sqlite3_finalize(rows);
	sqlite3_prepare_v2(database, shared->drop, -1, &drop, NULL);
	for (guint i = 0; drop && i < unused->len; i++) {
		sqlite3_bind_int64(drop, 1, g_array_index(unused, gint64, i));
		sqlite3_step(drop);
		sqlite3_reset(drop);
	}
	sqlite3_finalize(drop);
}

void evict(sqlite3 *database, guint64 limit)
{
	static const char oldest[] =
		"DELETE FROM result WHERE id IN (SELECT id FROM result"
		" ORDER BY used, id LIMIT"
		" (SELECT (count(*) + 9) / 10 FROM result))";

	static const struct shared all_shared[] = {
		{ "SELECT inputs FROM result", "SELECT id FROM input",
		  "DELETE FROM input WHERE id=?" },
		{ "SELECT places FROM result",
		  "SELECT DISTINCT place FROM name",
		  "DELETE FROM name WHERE place=?" },
		{ "SELECT places FROM result", "SELECT id FROM place",
		  "DELETE FROM place WHERE id=?" },
	};

	if (size_in_use(database) <= limit)
		return;
	for (guint round = 0; round < NR_ROUNDS; round++) {
		sqlite3_exec(database, oldest, NULL, NULL, NULL);
		for (gsize i = 0; i < G_N_ELEMENTS(all_shared); i++)
			remove_unused(database, &all_shared[i]);
		if (size_in_use(database) <= limit / 100 * TARGET_PERCENT)
			break;
	}
}
