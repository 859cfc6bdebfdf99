// SPDX-License-Identifier: GPL-2.0-only
/* Finds and keeps results; writes them in batches, each all or nothing. */
#include "keep.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/beneath.h"
#include "base/session.h"
#include "contents.h"
#include "database.h"
#include "last_run.h"
#include "limit.h"
#include "trim.h"

/* A batch costs a transaction; one that is lost costs its results. */
enum { BATCH_SIZE = 64, BATCH_SECONDS = 5 };

/* Trees change to and fro: as many states of a file are kept. */
enum { RESULTS_PER_KEY = 4 };

/* What was used within this time need not be said to be used. */
enum { FRESH_SECONDS = 6 * 3600 };

/* A result on its way into the database. */
struct pending {
	char *key, *name;
	GPtrArray *paths; /* char * */
	GArray *contents; /* struct content, of the same index */
	GBytes *report;
	guint cost_ms;
};

struct cache {
	struct session *session;
	sqlite3 *database;
	struct contents *contents;
	sqlite3_stmt *find, *cost;
	GPtrArray *pending; /* struct pending * */
	GArray *used;	    /* gint64: results that were of use again */
	gint64 written_us;
	guint64 limit;
	struct cache_run run;
	char *folder;
	bool is_broken;	 /* a notice was recorded: nothing more is asked */
	bool is_damaged; /* no run will find this database sound */
};

static void pending_free(gpointer data)
{
	struct pending *pending = data;

	g_free(pending->key);
	g_free(pending->name);
	g_ptr_array_free(pending->paths, TRUE);
	g_array_free(pending->contents, TRUE);
	g_bytes_unref(pending->report);
	g_free(pending);
}

static gint64 now_seconds(void)
{
	return g_get_real_time() / G_USEC_PER_SEC;
}

/* A disk may give back other bytes than it got. */
static char *sum_of(const char *key, const void *inputs, gsize inputs_length,
		    const void *report, gsize report_length)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA1);

	g_checksum_update(sum, (const guchar *)key, (gssize)strlen(key) + 1);
	g_checksum_update(sum, inputs, (gssize)inputs_length);
	g_checksum_update(sum, report, (gssize)report_length);
	return g_strdup(g_checksum_get_string(sum));
}

static bool are_current(struct contents *table, const void *ids, gsize length)
{
	for (gsize i = 0; i + sizeof(guint32) <= length; i += sizeof(guint32)) {
		guint32 id;

		memcpy(&id, (const guint8 *)ids + i, sizeof(id));
		if (!contents_is_current(table, id))
			return false;
	}
	return length % sizeof(guint32) == 0;
}

/* Gives up a database that fails; what was found so far is sound. */
static void complain(struct cache *cache)
{
	if (cache->is_broken)
		return;
	cache->is_broken = true;
	session_notice(cache->session, "cache",
		       sqlite3_db_filename(cache->database, "main"), 0,
		       "results are not kept: %s",
		       sqlite3_errmsg(cache->database));
}

static void check_code(struct cache *cache, int code)
{
	cache->is_damaged |= code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
	if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
		complain(cache);
}

/* The report of the row at hand, if it holds; NULL if not. */
static GBytes *take_row(struct cache *cache, const char *key)
{
	sqlite3_stmt *row = cache->find;
	const void *ids = sqlite3_column_blob(row, 1);
	gsize ids_length = (gsize)sqlite3_column_bytes(row, 1);
	const void *report = sqlite3_column_blob(row, 2);
	gsize length = (gsize)sqlite3_column_bytes(row, 2);
	const char *kept = (const char *)sqlite3_column_text(row, 3);
	gint64 id = sqlite3_column_int64(row, 0);
	g_autofree char *sum = NULL;

	if (!kept || !are_current(cache->contents, ids, ids_length))
		return NULL;
	sum = sum_of(key, ids, ids_length, report, length);
	if (strcmp(sum, kept) != 0)
		return NULL;
	if (sqlite3_column_int64(row, 4) < now_seconds() - FRESH_SECONDS)
		g_array_append_val(cache->used, id);
	return g_bytes_new(report, length);
}

GBytes *cache_find(struct cache *cache, const char *key)
{
	GBytes *found = NULL;
	int code;

	if (!cache || cache->is_broken)
		return NULL;
	sqlite3_bind_text(cache->find, 1, key, -1, NULL);
	while ((code = sqlite3_step(cache->find)) == SQLITE_ROW && !found)
		found = take_row(cache, key);
	check_code(cache, code);
	sqlite3_reset(cache->find);
	cache->run.nr_taken += found != NULL;
	cache->run.nr_made += found == NULL;
	return found;
}

guint cache_cost_ms(struct cache *cache, const char *name)
{
	guint cost = 0;

	if (!cache || cache->is_broken)
		return 0;
	sqlite3_bind_text(cache->cost, 1, name, -1, NULL);
	if (sqlite3_step(cache->cost) == SQLITE_ROW)
		cost = (guint)sqlite3_column_int(cache->cost, 0);
	sqlite3_reset(cache->cost);
	return cost;
}

static int run(struct cache *cache, sqlite3_stmt *statement)
{
	int code = sqlite3_step(statement);

	check_code(cache, code);
	sqlite3_finalize(statement);
	return code;
}

static sqlite3_stmt *prepare(struct cache *cache, const char *query)
{
	sqlite3_stmt *statement = NULL;

	check_code(cache, sqlite3_prepare_v2(cache->database, query, -1,
					     &statement, NULL));
	return statement;
}

/* Older states of the same job. */
static void drop_old(struct cache *cache, const char *key)
{
	sqlite3_stmt *drop =
		prepare(cache, "DELETE FROM result WHERE key=?1 AND id NOT IN"
			       " (SELECT id FROM result WHERE key=?1"
			       " ORDER BY id DESC LIMIT ?2)");

	sqlite3_bind_text(drop, 1, key, -1, NULL);
	sqlite3_bind_int(drop, 2, RESULTS_PER_KEY);
	run(cache, drop);
}

/* The numbers of a result's inputs; NULL if one cannot be written. */
static GByteArray *number_inputs(struct cache *cache,
				 const struct pending *pending)
{
	GByteArray *ids = g_byte_array_new();

	for (guint i = 0; i < pending->paths->len; i++) {
		gint64 id = contents_number(
			cache->contents, g_ptr_array_index(pending->paths, i),
			&g_array_index(pending->contents, struct content, i));
		guint32 number = (guint32)id;

		if (id <= 0 || id > G_MAXUINT32) {
			g_byte_array_unref(ids);
			complain(cache);
			return NULL;
		}
		g_byte_array_append(ids, (const guint8 *)&number,
				    sizeof(number));
	}
	return ids;
}

static void write_result(struct cache *cache, const struct pending *pending)
{
	g_autoptr(GByteArray) ids = number_inputs(cache, pending);
	g_autofree char *sum = NULL;
	gsize length = 0;
	gconstpointer report = g_bytes_get_data(pending->report, &length);
	sqlite3_stmt *insert;

	if (!ids)
		return;
	sum = sum_of(pending->key, ids->data, ids->len, report, length);
	insert = prepare(cache,
			 "INSERT INTO result(key, inputs, report, sum, cost,"
			 " used, name) VALUES(?, ?, ?, ?, ?, ?, ?)");
	sqlite3_bind_text(insert, 1, pending->key, -1, NULL);
	sqlite3_bind_blob(insert, 2, ids->data, (int)ids->len, NULL);
	sqlite3_bind_blob(insert, 3, report, (int)length, NULL);
	sqlite3_bind_text(insert, 4, sum, -1, NULL);
	sqlite3_bind_int64(insert, 5, pending->cost_ms);
	sqlite3_bind_int64(insert, 6, now_seconds());
	sqlite3_bind_text(insert, 7, pending->name, -1, NULL);
	run(cache, insert);
	drop_old(cache, pending->key);
}

static void write_used(struct cache *cache)
{
	for (guint i = 0; i < cache->used->len; i++) {
		sqlite3_stmt *update =
			prepare(cache, "UPDATE result SET used=? WHERE id=?");

		sqlite3_bind_int64(update, 1, now_seconds());
		sqlite3_bind_int64(update, 2,
				   g_array_index(cache->used, gint64, i));
		run(cache, update);
	}
	g_array_set_size(cache->used, 0);
}

static void execute(struct cache *cache, const char *text)
{
	check_code(cache,
		   sqlite3_exec(cache->database, text, NULL, NULL, NULL));
}

static void write_batch(struct cache *cache)
{
	if (!cache->is_broken)
		execute(cache, "BEGIN IMMEDIATE");
	for (guint i = 0; i < cache->pending->len && !cache->is_broken; i++)
		write_result(cache, g_ptr_array_index(cache->pending, i));
	if (!cache->is_broken) {
		write_used(cache);
		contents_write_stamps(cache->contents);
		evict(cache->database, cache->limit);
	}
	if (!cache->is_broken)
		execute(cache, "COMMIT");
	if (cache->is_broken && sqlite3_get_autocommit(cache->database) == 0)
		sqlite3_exec(cache->database, "ROLLBACK", NULL, NULL, NULL);
	g_ptr_array_set_size(cache->pending, 0);
	cache->written_us = g_get_monotonic_time();
}

static bool is_read_only(const struct cache *cache)
{
	return sqlite3_db_readonly(cache->database, "main") == 1;
}

/* Fills in what the inputs held; false if one has changed since. */
static bool take_contents(struct cache *cache, const GArray *inputs,
			  struct pending *pending)
{
	for (guint i = 0; i < inputs->len; i++) {
		const struct cache_input *input =
			&g_array_index(inputs, struct cache_input, i);
		const struct content *content =
			contents_content(cache->contents, input->path);

		if (!content || !stamp_is_same(&content->stamp, &input->stamp))
			return false;
		g_ptr_array_add(pending->paths, g_strdup(input->path));
		g_array_append_vals(pending->contents, content, 1);
	}
	return true;
}

void cache_add(struct cache *cache, const char *key, const char *name,
	       const GArray *inputs, GBytes *result, guint cost_ms)
{
	struct pending *pending;

	if (!cache || cache->is_broken || is_read_only(cache))
		return;
	pending = g_new0(struct pending, 1);
	pending->key = g_strdup(key);
	pending->name = g_strdup(name);
	pending->paths = g_ptr_array_new_with_free_func(g_free);
	pending->contents = g_array_new(FALSE, FALSE, sizeof(struct content));
	pending->report = g_bytes_ref(result);
	pending->cost_ms = cost_ms;
	if (!take_contents(cache, inputs, pending)) {
		pending_free(pending);
		return;
	}
	g_ptr_array_add(cache->pending, pending);
	if (cache->pending->len >= BATCH_SIZE ||
	    g_get_monotonic_time() - cache->written_us >
		    (gint64)BATCH_SECONDS * G_USEC_PER_SEC)
		write_batch(cache);
}

static struct cache *cache_new(struct session *session, sqlite3 *database,
			       const char *folder, guint64 limit)
{
	struct cache *cache = g_new0(struct cache, 1);

	cache->session = session;
	cache->database = database;
	cache->folder = g_strdup(folder);
	cache->limit = limit;
	cache->contents = contents_new(database);
	cache->pending = g_ptr_array_new_with_free_func(pending_free);
	cache->used = g_array_new(FALSE, FALSE, sizeof(gint64));
	cache->written_us = g_get_monotonic_time();
	cache->find = prepare(cache, "SELECT id, inputs, report, sum, used"
				     " FROM result WHERE key=?"
				     " ORDER BY id DESC");
	cache->cost = prepare(cache, "SELECT cost FROM result WHERE name=?"
				     " ORDER BY id DESC LIMIT 1");
	return cache;
}

struct cache *cache_open(struct session *session, const char *folder,
			 guint64 limit)
{
	g_autofree char *reason = NULL;
	bool was_replaced = false;
	sqlite3 *database;

	if (!beneath_make(folder)) {
		session_notice(session, "cache", folder, 0,
			       "cannot be made, so results are not kept: %s",
			       g_strerror(errno));
		return NULL;
	}
	database = database_open(folder, &was_replaced, &reason);
	if (!database) {
		session_notice(session, "cache", folder, 0,
			       "results are not kept: %s", reason);
		return NULL;
	}
	if (was_replaced)
		session_notice(session, "cache", folder, 0,
			       "its database of results was damaged or not "
			       "ours; a new one was begun");
	return cache_new(session, database, folder, limit);
}

static void note_run(struct cache *cache)
{
	cache->run.ended = now_seconds();
	last_run_write(cache->folder, &cache->run);
	trim(cache->folder, cache->limit);
}

void cache_close(struct cache *cache)
{
	if (!cache)
		return;
	note_run(cache);
	if (!is_read_only(cache) &&
	    (cache->pending->len > 0 || cache->used->len > 0 ||
	     contents_are_touched(cache->contents)))
		write_batch(cache);
	g_ptr_array_free(cache->pending, TRUE);
	g_array_free(cache->used, TRUE);
	sqlite3_finalize(cache->find);
	sqlite3_finalize(cache->cost);
	contents_free(cache->contents);
	sqlite3_close(cache->database);
	if (cache->is_damaged)
		database_replace(cache->folder);
	g_free(cache->folder);
	g_free(cache);
}
