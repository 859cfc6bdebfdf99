// SPDX-License-Identifier: GPL-2.0-only
/* Opens the database of results, and begins a new one for a broken one. */
#include "database.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* "vmal"; tells our files from other databases. */
#define APPLICATION_ID 0x766d616c

/* Counts up with the tables below. */
#define SCHEMA_VERSION 3

#define NAME_PREFIX    "results-"
#define NAME_SUFFIX    ".sqlite"
#define JOURNAL_SUFFIX "-journal"

/* Of SQLite's machine, between two looks at the clock. */
enum { BUSY_TIMEOUT_MS = 4000, STEPS = 100000 };

/* What AUTOINCREMENT makes SQLite add (3.40). */
#define SEQUENCE "CREATE TABLE sqlite_sequence(name,seq)"

/*
 * Rows of results refer to inputs and places by number; numbers are never used
 * again, so that what one run has read stays true when another run cleans up.
 */
static const char schema[] =
	"PRAGMA auto_vacuum=INCREMENTAL;"
	"BEGIN IMMEDIATE;"
	"CREATE TABLE input(id INTEGER PRIMARY KEY AUTOINCREMENT,"
	" path BLOB NOT NULL, digest BLOB NOT NULL, size INTEGER,"
	" modified INTEGER, changed INTEGER, inode INTEGER,"
	" UNIQUE(path, digest));"
	"CREATE TABLE place(id INTEGER PRIMARY KEY AUTOINCREMENT,"
	" path BLOB NOT NULL, size INTEGER, modified INTEGER,"
	" changed INTEGER, inode INTEGER);"
	"CREATE INDEX place_path ON place(path);"
	"CREATE TABLE name(place INTEGER NOT NULL, name BLOB NOT NULL,"
	" there INTEGER NOT NULL, PRIMARY KEY(place, name)) WITHOUT ROWID;"
	"CREATE TABLE result(id INTEGER PRIMARY KEY, key TEXT NOT NULL,"
	" name TEXT NOT NULL,"
	" inputs BLOB NOT NULL, places BLOB NOT NULL, report BLOB NOT NULL, sum TEXT NOT NULL,"
	" cost INTEGER NOT NULL, used INTEGER NOT NULL);"
	"CREATE INDEX result_key ON result(key);"
	"CREATE INDEX result_name ON result(name);"
	"CREATE INDEX result_used ON result(used);"
	"PRAGMA application_id=" G_STRINGIFY(
		APPLICATION_ID) ";"
				"PRAGMA user_version=" G_STRINGIFY(
					SCHEMA_VERSION) ";"
							"COMMIT;";

static bool number_of(const char *name, guint *ret_number)
{
	char *end = NULL;
	guint64 number;

	if (!g_str_has_prefix(name, NAME_PREFIX))
		return false;
	number = g_ascii_strtoull(name + strlen(NAME_PREFIX), &end, 10);
	*ret_number = (guint)MIN(number, G_MAXUINT / 2);
	return strcmp(end, NAME_SUFFIX) == 0;
}

static char *numbered_path(const char *folder, guint number)
{
	g_autofree char *name =
		g_strdup_printf(NAME_PREFIX "%u" NAME_SUFFIX, number);

	return g_build_filename(folder, name, NULL);
}

/*
 * The file in use: the one of the highest number. One that turns out broken is
 * left to whoever has it open, and the next number begins anew: a database
 * that vanishes under its journal would break the one that follows it.
 */
static char *path_in_use(const char *folder, guint *ret_number)
{
	GDir *directory = g_dir_open(folder, 0, NULL);
	const char *name;
	guint number;

	*ret_number = 1;
	while (directory && (name = g_dir_read_name(directory)) != NULL) {
		if (number_of(name, &number))
			*ret_number = MAX(*ret_number, number);
	}
	if (directory)
		g_dir_close(directory);
	return numbered_path(folder, *ret_number);
}

/* Removes the database files of a folder up to a number. */
static void remove_up_to(const char *folder, guint last)
{
	for (guint i = last; i > 0 && last - i < 8; i--) {
		g_autofree char *path = numbered_path(folder, i);
		g_autofree char *journal =
			g_strconcat(path, JOURNAL_SUFFIX, NULL);

		g_unlink(path);
		g_unlink(journal);
	}
}

void database_replace(const char *folder)
{
	guint number = 1;
	g_autofree char *path = path_in_use(folder, &number);
	g_autofree char *next = numbered_path(folder, number + 1);

	if (g_file_set_contents(next, "", 0, NULL))
		remove_up_to(folder, number);
}

/* Where the header of a database has its application's number, see SQLite. */
enum { APPLICATION_ID_AT = 68, HEADER_SIZE = 100 };

static bool has_our_header(const char *path)
{
	guint8 header[HEADER_SIZE];
	FILE *file = fopen(path, "rbe");
	gsize length;
	guint32 id;

	if (!file)
		return false;
	length = fread(header, 1, sizeof(header), file);
	fclose(file);
	/* A run that was killed leaves an empty one. */
	if (length < sizeof(header))
		return length == 0;
	memcpy(&id, header + APPLICATION_ID_AT, sizeof(id));
	return GUINT32_FROM_BE(id) == APPLICATION_ID;
}

bool database_is_ours(const char *path, const char *name)
{
	bool is_journal = g_str_has_suffix(name, JOURNAL_SUFFIX);
	gsize extra = is_journal ? strlen(JOURNAL_SUFFIX) : 0;
	g_autofree char *main_name = g_strndup(name, strlen(name) - extra);
	g_autofree char *main_path = g_strndup(path, strlen(path) - extra);
	guint number;

	return number_of(main_name, &number) && has_our_header(main_path);
}

static gint64 read_number(sqlite3 *database, const char *query)
{
	sqlite3_stmt *statement = NULL;
	gint64 number = -1;

	if (sqlite3_prepare_v2(database, query, -1, &statement, NULL) ==
		    SQLITE_OK &&
	    sqlite3_step(statement) == SQLITE_ROW)
		number = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	return number;
}

static bool is_ours(sqlite3 *database)
{
	return read_number(database, "PRAGMA application_id") ==
		       APPLICATION_ID &&
	       read_number(database, "PRAGMA user_version") == SCHEMA_VERSION;
}

static guint count(const char *text, const char *word)
{
	guint nr = 0;

	for (; (text = strstr(text, word)) != NULL; text += strlen(word))
		nr++;
	return nr;
}

/* True if a statement is one of the schema. */
static bool is_of_schema(const char *statement)
{
	g_autofree char *whole = g_strconcat(statement, ";", NULL);

	return g_str_has_prefix(statement, "CREATE ") &&
	       count(statement, ";") == 0 && strstr(schema, whole);
}

/* True if all tables and indices are those of the schema, and nothing else. */
static bool has_our_schema(sqlite3 *database)
{
	sqlite3_stmt *row = NULL;
	guint nr = 0;
	bool done = sqlite3_prepare_v2(database,
				       "SELECT sql FROM sqlite_schema"
				       " WHERE sql IS NOT NULL",
				       -1, &row, NULL) == SQLITE_OK;

	while (done && sqlite3_step(row) == SQLITE_ROW) {
		const char *text = (const char *)sqlite3_column_text(row, 0);

		if (!text || strcmp(text, SEQUENCE) == 0)
			continue;
		nr++;
		done = is_of_schema(text);
	}
	sqlite3_finalize(row);
	return done && nr == count(schema, "CREATE ");
}

/* True for an empty file too: a run that was killed leaves one. */
static bool make_tables(sqlite3 *database)
{
	if (is_ours(database))
		return true;
	/* Another run may have made them meanwhile. */
	if (read_number(database, "SELECT count(*) FROM sqlite_schema") != 0)
		return is_ours(database);
	/* Another run may have been faster. */
	sqlite3_exec(database, schema, NULL, NULL, NULL);
	if (sqlite3_get_autocommit(database) == 0)
		sqlite3_exec(database, "ROLLBACK", NULL, NULL, NULL);
	return is_ours(database);
}

/* One that is a link, or that others could have written, is none of ours. */
static bool may_believe(const char *path)
{
	struct stat status;

	if (lstat(path, &status) < 0)
		return errno == ENOENT;
	return S_ISREG(status.st_mode) && status.st_uid == geteuid() &&
	       !(status.st_mode & (S_IWGRP | S_IWOTH));
}

/* Called each so many steps; nonzero ends the query. */
static int is_late(void *end)
{
	return g_get_monotonic_time() > *(const gint64 *)end;
}

/*
 * Nothing that a database holds runs: its tables and indices are ours to the
 * letter, so that it has no triggers and no views, and no function is called
 * by what it says. To find that out takes a while, and not longer.
 */
static bool is_tame(sqlite3 *database)
{
	gint64 end_us = g_get_monotonic_time() + (gint64)BUSY_TIMEOUT_MS * 1000;
	bool done;

	sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
	sqlite3_progress_handler(database, STEPS, is_late, &end_us);
	done = make_tables(database) && has_our_schema(database);
	sqlite3_progress_handler(database, 0, NULL, NULL);
	return done;
}

/* NULL if the file is not to be used; *ret_code says what SQLite makes of it */
static sqlite3 *open_file(const char *path, int *ret_code)
{
	sqlite3 *database = NULL;
	bool good;

	if (!may_believe(path)) {
		*ret_code = SQLITE_NOTADB;
		return NULL;
	}
	*ret_code = sqlite3_open_v2(path, &database,
				    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
				    NULL);
	if (*ret_code == SQLITE_OK) {
		sqlite3_busy_timeout(database, BUSY_TIMEOUT_MS);
		good = is_tame(database);
		*ret_code = sqlite3_errcode(database);
		if (good)
			return database;
	}
	sqlite3_close(database);
	return NULL;
}

static bool is_no_error(int code)
{
	return code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW;
}

static bool is_broken(int code)
{
	return is_no_error(code) || code == SQLITE_CORRUPT ||
	       code == SQLITE_NOTADB || code == SQLITE_ERROR;
}

sqlite3 *database_open(const char *folder, bool *ret_replaced,
		       char **ret_reason)
{
	guint number = 1;
	g_autofree char *path = path_in_use(folder, &number);
	g_autofree char *next = numbered_path(folder, number + 1);
	sqlite3 *database;
	bool was_broken;
	int code = SQLITE_OK;

	*ret_replaced = false;
	database = open_file(path, &code);
	was_broken = code == SQLITE_NOTADB || code == SQLITE_CORRUPT;
	if (!database && is_broken(code) &&
	    g_file_test(path, G_FILE_TEST_EXISTS)) {
		database = open_file(next, &code);
		*ret_replaced = database != NULL;
		/* A sound database of somebody else stays. */
		if (database && was_broken)
			remove_up_to(folder, number);
	}
	if (!database)
		*ret_reason = g_strdup(is_no_error(code) ?
					       "no tables can be made in it" :
					       sqlite3_errstr(code));
	return database;
}

guint64 database_count(const char *path)
{
	sqlite3 *database = NULL;
	gint64 count = -1;

	if (may_believe(path) &&
	    sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, NULL) ==
		    SQLITE_OK) {
		sqlite3_busy_timeout(database, BUSY_TIMEOUT_MS);
		if (is_tame(database))
			count = read_number(database,
					    "SELECT count(*) FROM result");
	}
	sqlite3_close(database);
	return count > 0 ? (guint64)count : 0;
}

bool database_empty(const char *path, char **ret_reason)
{
	sqlite3 *database = NULL;
	int code = may_believe(path) ?
			   sqlite3_open_v2(path, &database,
					   SQLITE_OPEN_READWRITE, NULL) :
			   SQLITE_NOTADB;

	if (code == SQLITE_OK)
		sqlite3_busy_timeout(database, BUSY_TIMEOUT_MS);
	if (code == SQLITE_OK && !is_tame(database))
		code = SQLITE_NOTADB;
	/* Numbers of inputs go on counting, see the schema. */
	if (code == SQLITE_OK)
		code = sqlite3_exec(database,
				    "BEGIN IMMEDIATE; DELETE FROM result;"
				    " DELETE FROM input; DELETE FROM place;"
				    " DELETE FROM name; COMMIT;"
				    " PRAGMA incremental_vacuum",
				    NULL, NULL, NULL);
	sqlite3_close(database);
	if (code == SQLITE_OK)
		return true;
	*ret_reason = g_strdup(sqlite3_errstr(code));
	return false;
}
