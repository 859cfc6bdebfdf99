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
#include "places.h"
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
	GPtrArray *paths;  /* char * */
	GArray *contents;  /* struct content, of the same index */
	GPtrArray *looked; /* char *: paths that were looked for .. */
	GArray *ends;	   /* enum look, of the same index */
	GBytes *report;
	guint cost_ms;
};

struct cache {
	struct session *session;
	sqlite3 *database;
	struct contents *contents;
	struct places *places;
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
	g_ptr_array_free(pending->looked, TRUE);
	g_array_free(pending->ends, TRUE);
	g_bytes_unref(pending->report);
	g_free(pending);
}

static gint64 now_seconds(void)
{
	return g_get_real_time() / G_USEC_PER_SEC;
}

/* What a row of the database says: numbers as bytes, and a report. */
struct result_row {
	const void *inputs, *places, *report;
	gsize inputs_length, places_length, report_length;
};

/* A disk may give back other bytes than it got. */
static char *sum_of(const char *key, const struct result_row *row)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA1);

	g_checksum_update(sum, (const guchar *)key, (gssize)strlen(key) + 1);
	g_checksum_update(sum, row->inputs, (gssize)row->inputs_length);
	g_checksum_update(sum, row->places, (gssize)row->places_length);
	g_checksum_update(sum, row->report, (gssize)row->report_length);
	return g_strdup(g_checksum_get_string(sum));
}

static guint32 number_at(const void *numbers, gsize at)
{
	guint32 number;

	memcpy(&number, (const guint8 *)numbers + at, sizeof(number));
	return number;
}

static bool are_current(struct cache *cache, const struct result_row *row)
{
	const gsize step = sizeof(guint32);

	for (gsize i = 0; i + step <= row->inputs_length; i += step) {
		if (!contents_is_current(cache->contents,
					 number_at(row->inputs, i)))
			return false;
	}
	for (gsize i = 0; i + step <= row->places_length; i += step) {
		if (!places_is_current(cache->places,
				       number_at(row->places, i)))
			return false;
	}
	return row->inputs_length % step == 0 && row->places_length % step == 0;
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

static const void *blob(sqlite3_stmt *row, int column, gsize *ret_length)
{
	const void *bytes = sqlite3_column_blob(row, column);

	*ret_length = (gsize)sqlite3_column_bytes(row, column);
	return bytes;
}

/* The report of the row at hand, if it holds; NULL if not. */
static GBytes *take_row(struct cache *cache, const char *key)
{
	sqlite3_stmt *at = cache->find;
	struct result_row row;
	const char *kept = (const char *)sqlite3_column_text(at, 4);
	gint64 id = sqlite3_column_int64(at, 0);
	g_autofree char *sum = NULL;

	row.inputs = blob(at, 1, &row.inputs_length);
	row.places = blob(at, 2, &row.places_length);
	row.report = blob(at, 3, &row.report_length);
	if (!kept || !are_current(cache, &row))
		return NULL;
	sum = sum_of(key, &row);
	if (strcmp(sum, kept) != 0)
		return NULL;
	if (sqlite3_column_int64(at, 5) < now_seconds() - FRESH_SECONDS)
		g_array_append_val(cache->used, id);
	return g_bytes_new(row.report, row.report_length);
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

/* The numbers of its places; NULL if one is not what it was. */
static GByteArray *number_places(struct cache *cache,
				 const struct pending *pending)
{
	g_autoptr(GHashTable) ids = g_hash_table_new(NULL, NULL);
	GByteArray *numbers;
	GHashTableIter iter;
	gpointer id;

	for (guint i = 0; i < pending->looked->len; i++) {
		if (!places_number(cache->places,
				   g_ptr_array_index(pending->looked, i),
				   g_array_index(pending->ends, enum look, i),
				   ids))
			return NULL;
	}
	numbers = g_byte_array_new();
	g_hash_table_iter_init(&iter, ids);
	while (g_hash_table_iter_next(&iter, &id, NULL)) {
		guint32 number = GPOINTER_TO_UINT(id);

		g_byte_array_append(numbers, (const guint8 *)&number,
				    sizeof(number));
	}
	return numbers;
}

static void insert_result(struct cache *cache, const struct pending *pending,
			  const struct result_row *row)
{
	g_autofree char *sum = sum_of(pending->key, row);
	sqlite3_stmt *insert = prepare(
		cache, "INSERT INTO result(key, inputs, places, report, sum,"
		       " cost, used, name) VALUES(?, ?, ?, ?, ?, ?, ?, ?)");

	sqlite3_bind_text(insert, 1, pending->key, -1, NULL);
	sqlite3_bind_blob(insert, 2, row->inputs, (int)row->inputs_length,
			  NULL);
	sqlite3_bind_blob(insert, 3, row->places ? row->places : "",
			  (int)row->places_length, NULL);
	sqlite3_bind_blob(insert, 4, row->report, (int)row->report_length,
			  NULL);
	sqlite3_bind_text(insert, 5, sum, -1, NULL);
	sqlite3_bind_int64(insert, 6, pending->cost_ms);
	sqlite3_bind_int64(insert, 7, now_seconds());
	sqlite3_bind_text(insert, 8, pending->name, -1, NULL);
	run(cache, insert);
}

static void write_result(struct cache *cache, const struct pending *pending)
{
	g_autoptr(GByteArray) inputs = number_inputs(cache, pending);
	g_autoptr(GByteArray) places = inputs ? number_places(cache, pending) :
						NULL;
	struct result_row row;

	if (!places)
		return;
	row.inputs = inputs->data;
	row.inputs_length = inputs->len;
	row.places = places->data;
	row.places_length = places->len;
	row.report = g_bytes_get_data(pending->report, &row.report_length);
	insert_result(cache, pending, &row);
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
		places_write_stamps(cache->places);
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

static struct pending *pending_new(const struct cache_result *result)
{
	struct pending *pending = g_new0(struct pending, 1);

	pending->key = g_strdup(result->key);
	pending->name = g_strdup(result->name);
	pending->paths = g_ptr_array_new_with_free_func(g_free);
	pending->contents = g_array_new(FALSE, FALSE, sizeof(struct content));
	pending->looked = g_ptr_array_new_with_free_func(g_free);
	pending->ends = g_array_new(FALSE, FALSE, sizeof(enum look));
	pending->report = g_bytes_ref(result->report);
	pending->cost_ms = result->cost_ms;
	for (guint i = 0; i < result->looks->len; i++) {
		const struct cache_look *look =
			&g_array_index(result->looks, struct cache_look, i);

		g_ptr_array_add(pending->looked, g_strdup(look->path));
		g_array_append_val(pending->ends, look->look);
	}
	return pending;
}

void cache_add(struct cache *cache, const struct cache_result *result)
{
	struct pending *pending;

	if (!cache || cache->is_broken || is_read_only(cache))
		return;
	pending = pending_new(result);
	if (!take_contents(cache, result->inputs, pending)) {
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
	cache->places = places_new(database);
	cache->pending = g_ptr_array_new_with_free_func(pending_free);
	cache->used = g_array_new(FALSE, FALSE, sizeof(gint64));
	cache->written_us = g_get_monotonic_time();
	cache->find = prepare(cache, "SELECT id, inputs, places, report,"
				     " sum, used FROM result WHERE key=?"
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
	     contents_are_touched(cache->contents) ||
	     places_are_touched(cache->places)))
		write_batch(cache);
	g_ptr_array_free(cache->pending, TRUE);
	g_array_free(cache->used, TRUE);
	sqlite3_finalize(cache->find);
	sqlite3_finalize(cache->cost);
	contents_free(cache->contents);
	places_free(cache->places);
	sqlite3_close(cache->database);
	if (cache->is_damaged)
		database_replace(cache->folder);
	g_free(cache->folder);
	g_free(cache);
}
