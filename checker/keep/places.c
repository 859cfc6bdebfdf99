// SPDX-License-Identifier: GPL-2.0-only
/*
 * A path that is not there belongs to the deepest folder above it that is, so
 * that whatever makes it come changes that folder. What a link leads to may
 * come and go without it: the target is then a name of its own place as well.
 */
#include "places.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/stamp.h"
#include "content.h"
#include "statements.h"

/* As many as the kernel follows (MAXSYMLINKS of include/linux/namei.h). */
enum { LINKS_AT_MOST = 40 };

/* A folder that is there, and a path below it. */
struct spot {
	const char *folder; /* "/", or without a slash at its end */
	const char *name;
};

/* A path that this run has given a place. */
struct known {
	guint32 id;
	enum look look;
};

struct places {
	sqlite3 *database;
	sqlite3_stmt *by_id, *newest, *insert, *touch, *names, *name, *add;
	GHashTable *current; /* id -> GINT_TO_POINTER(bool) */
	GHashTable *known;   /* path -> struct known *: but links */
	GHashTable *folders; /* path -> GUINT_TO_POINTER(id) */
	GHashTable *touched; /* id -> struct stamp * */
};

struct places *places_new(sqlite3 *database)
{
	struct places *places = g_new0(struct places, 1);

	places->database = database;
	places->by_id = statement_prepare(
		database, "SELECT path, size, modified, changed, inode"
			  " FROM place WHERE id=?");
	places->newest = statement_prepare(database, "SELECT max(id) FROM place"
						     " WHERE path=?");
	places->insert = statement_prepare(
		database, "INSERT INTO place(path, size, modified,"
			  " changed, inode) VALUES(?, ?, ?, ?, ?)");
	places->touch = statement_prepare(database,
					  "UPDATE place SET size=?, modified=?,"
					  " changed=?, inode=? WHERE id=?");
	places->names = statement_prepare(database,
					  "SELECT name, there FROM name"
					  " WHERE place=?");
	places->name = statement_prepare(database, "SELECT there FROM name"
						   " WHERE place=? AND name=?");
	places->add = statement_prepare(database,
					"INSERT INTO name(place, name, there)"
					" VALUES(?, ?, ?)");
	places->current = g_hash_table_new(NULL, NULL);
	places->known =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	places->folders =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	places->touched = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	return places;
}

void places_free(struct places *places)
{
	sqlite3_finalize(places->by_id);
	sqlite3_finalize(places->newest);
	sqlite3_finalize(places->insert);
	sqlite3_finalize(places->touch);
	sqlite3_finalize(places->names);
	sqlite3_finalize(places->name);
	sqlite3_finalize(places->add);
	g_hash_table_destroy(places->current);
	g_hash_table_destroy(places->known);
	g_hash_table_destroy(places->folders);
	g_hash_table_destroy(places->touched);
	g_free(places);
}

/*
 * The stamp of a folder as of now, if it vouches for what is in it; else one
 * that is like no other.
 */
static struct stamp vouching_stamp(const char *folder)
{
	const gint64 now_ns = stamp_now_ns();
	struct stamp stamp = stamp_of(folder);
	int fd = open(folder, O_PATH | O_CLOEXEC);

	if (fd >= 0 &&
	    (!stamps_tell_entries(fd) || !stamp_is_before(&stamp, now_ns)))
		stamp.size = STAMP_OF_NOTHING;
	if (fd >= 0)
		close(fd);
	return stamp;
}

/* The folder of a place, owned, and its stamp; NULL if there is no such. */
static char *read_place(struct places *places, guint32 id,
			struct stamp *ret_stamp)
{
	sqlite3_stmt *row = places->by_id;
	char *folder = NULL;

	sqlite3_bind_int64(row, 1, id);
	if (sqlite3_step(row) == SQLITE_ROW) {
		folder = statement_text(row, 0);
		statement_stamp(row, 1, ret_stamp);
	}
	sqlite3_reset(row);
	return folder;
}

/*
 * True if a name is what it was, so that the folder's stamp vouches for it
 * again: neither a link, nor below a folder that was not there.
 */
static bool is_as_it_was(const char *folder, const char *name, enum look was)
{
	const bool was_there = was != LOOK_ABSENT;
	g_autofree char *first = was_there ?
					 g_strdup(name) :
					 g_strndup(name, strcspn(name, "/"));
	g_autofree char *path = g_build_filename(folder, first, NULL);
	struct stat status;

	if (fstatat(AT_FDCWD, path, &status, AT_SYMLINK_NOFOLLOW) < 0)
		return !was_there && (errno == ENOENT || errno == ENOTDIR);
	/* A link that was refused is none any more. */
	return was == LOOK_FILE && S_ISREG(status.st_mode);
}

static bool are_names_current(struct places *places, guint32 id,
			      const char *folder)
{
	sqlite3_stmt *row = places->names;
	bool is_same = true;

	sqlite3_bind_int64(row, 1, id);
	while (is_same && sqlite3_step(row) == SQLITE_ROW) {
		g_autofree char *name = statement_text(row, 0);

		is_same = is_as_it_was(folder, name,
				       (enum look)sqlite3_column_int(row, 1));
	}
	sqlite3_reset(row);
	return is_same;
}

static bool look_up(struct places *places, guint32 id)
{
	struct stamp was, now;
	g_autofree char *folder = read_place(places, id, &was);

	if (!folder)
		return false;
	now = stamp_of(folder);
	if (stamp_is_same(&was, &now))
		return true;
	now = vouching_stamp(folder);
	if (!are_names_current(places, id, folder))
		return false;
	if (!stamp_is_same(&was, &now))
		g_hash_table_insert(places->touched, GUINT_TO_POINTER(id),
				    g_memdup2(&now, sizeof(now)));
	return true;
}

bool places_is_current(struct places *places, guint32 id)
{
	gpointer known = NULL;
	bool is_same;

	if (g_hash_table_lookup_extended(places->current, GUINT_TO_POINTER(id),
					 NULL, &known))
		return GPOINTER_TO_INT(known);
	is_same = look_up(places, id);
	g_hash_table_insert(places->current, GUINT_TO_POINTER(id),
			    GINT_TO_POINTER(is_same));
	return is_same;
}

/* What is there of the folders above a path; owned. */
static char *deepest_folder(const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);

	while (stamp_of(folder).size < 0 && strcmp(folder, "/") != 0) {
		char *above = g_path_get_dirname(folder);

		g_free(folder);
		folder = above;
	}
	return g_steal_pointer(&folder);
}

static const char *name_below(const char *folder, const char *path)
{
	path += strlen(folder);
	return path + strspn(path, "/");
}

/* The path that a link in the way of a spot leads to, owned; NULL: none. */
static char *path_behind_link(const struct spot *spot)
{
	const gsize length = strcspn(spot->name, "/");
	g_autofree char *first = g_strndup(spot->name, length);
	g_autofree char *path = g_build_filename(spot->folder, first, NULL);
	g_autofree char *target = g_file_read_link(path, NULL);

	if (!target)
		return NULL;
	if (g_path_is_absolute(target))
		return g_strconcat(target, spot->name + length, NULL);
	return g_strconcat(spot->folder, "/", target, spot->name + length,
			   NULL);
}

static guint32 insert_place(struct places *places, const char *folder,
			    const struct stamp *stamp)
{
	gint64 id = 0;

	statement_bind_text(places->insert, 1, folder);
	statement_bind_stamp(places->insert, 2, stamp);
	if (sqlite3_step(places->insert) == SQLITE_DONE)
		id = sqlite3_last_insert_rowid(places->database);
	sqlite3_reset(places->insert);
	return id > 0 && id <= G_MAXUINT32 ? (guint32)id : 0;
}

/* The number of a folder's place that holds now; 0 if there is none. */
static guint32 current_place(struct places *places, const char *folder)
{
	guint32 id =
		GPOINTER_TO_UINT(g_hash_table_lookup(places->folders, folder));

	if (id > 0)
		return id;
	statement_bind_text(places->newest, 1, folder);
	if (sqlite3_step(places->newest) == SQLITE_ROW)
		id = (guint32)sqlite3_column_int64(places->newest, 0);
	sqlite3_reset(places->newest);
	return id > 0 && places_is_current(places, id) ? id : 0;
}

static void note_place(struct places *places, const char *folder, guint32 id)
{
	g_hash_table_insert(places->folders, g_strdup(folder),
			    GUINT_TO_POINTER(id));
	g_hash_table_insert(places->current, GUINT_TO_POINTER(id),
			    GINT_TO_POINTER(true));
}

static void write_stamp(struct places *places, guint32 id,
			const struct stamp *stamp)
{
	statement_bind_stamp(places->touch, 1, stamp);
	sqlite3_bind_int64(places->touch, 5, id);
	sqlite3_step(places->touch);
	sqlite3_reset(places->touch);
}

/* A stamp of then says nothing of a name that was looked for since. */
static bool add_name(struct places *places, guint32 id, const char *name,
		     enum look look, const struct stamp *now)
{
	struct stamp was;
	g_autofree char *folder = read_place(places, id, &was);
	bool done;

	if (!folder)
		return false;
	if (!stamp_is_same(&was, now) && was.size != STAMP_OF_NOTHING) {
		was.size = STAMP_OF_NOTHING;
		write_stamp(places, id, &was);
		g_hash_table_remove(places->touched, GUINT_TO_POINTER(id));
	}
	sqlite3_bind_int64(places->add, 1, id);
	statement_bind_text(places->add, 2, name);
	sqlite3_bind_int(places->add, 3, (int)look);
	done = sqlite3_step(places->add) == SQLITE_DONE;
	sqlite3_reset(places->add);
	return done;
}

enum name_end {
	NAME_NEW,
	NAME_SAME,
	NAME_OTHER, /* the place says the opposite */
};

static enum name_end find_name(struct places *places, guint32 id,
			       const char *name, enum look look)
{
	enum name_end end = NAME_NEW;

	sqlite3_bind_int64(places->name, 1, id);
	statement_bind_text(places->name, 2, name);
	if (sqlite3_step(places->name) == SQLITE_ROW)
		end = sqlite3_column_int(places->name, 0) == (int)look ?
			      NAME_SAME :
			      NAME_OTHER;
	sqlite3_reset(places->name);
	return end;
}

/* The number of the place that says it; 0 on failure. now is the folder's. */
static guint32 number_spot(struct places *places, const struct spot *spot,
			   enum look look, const struct stamp *now)
{
	guint32 id = current_place(places, spot->folder);
	enum name_end end = id ? find_name(places, id, spot->name, look) :
				 NAME_OTHER;

	if (end == NAME_OTHER)
		id = insert_place(places, spot->folder, now);
	if (id == 0)
		return 0;
	note_place(places, spot->folder, id);
	if (end == NAME_SAME || add_name(places, id, spot->name, look, now))
		return id;
	return 0;
}

static bool is_there_now(const char *path)
{
	struct stat status;

	return fstatat(AT_FDCWD, path, &status, 0) == 0 &&
	       !S_ISDIR(status.st_mode);
}

static bool number_path(struct places *places, const char *path, enum look look,
			guint nr_links, GHashTable *ret_ids)
{
	g_autofree char *folder = deepest_folder(path);
	const struct spot spot = { folder, name_below(folder, path) };
	const struct stamp now = vouching_stamp(folder);
	g_autofree char *behind = path_behind_link(&spot);
	struct known known = { .look = look };

	if (is_there_now(path) != (look != LOOK_ABSENT) ||
	    nr_links > LINKS_AT_MOST)
		return false;
	/* A file outside stays so; a link to it may become another thing. */
	known.id = number_spot(
		places, &spot,
		look == LOOK_REFUSED && !behind ? LOOK_FILE : look, &now);
	if (known.id == 0)
		return false;
	g_hash_table_add(ret_ids, GUINT_TO_POINTER(known.id));
	if (behind)
		return number_path(places, behind, look, nr_links + 1, ret_ids);
	g_hash_table_insert(places->known, g_strdup(path),
			    g_memdup2(&known, sizeof(known)));
	return true;
}

bool places_number(struct places *places, const char *path, enum look look,
		   GHashTable *ret_ids)
{
	const struct known *known = g_hash_table_lookup(places->known, path);

	if (!known || known->look != look)
		return number_path(places, path, look, 0, ret_ids);
	g_hash_table_add(ret_ids, GUINT_TO_POINTER(known->id));
	return true;
}

bool places_are_touched(const struct places *places)
{
	return g_hash_table_size(places->touched) > 0;
}

void places_write_stamps(struct places *places)
{
	GHashTableIter iter;
	gpointer id, stamp;

	g_hash_table_iter_init(&iter, places->touched);
	while (g_hash_table_iter_next(&iter, &id, &stamp))
		write_stamp(places, GPOINTER_TO_UINT(id), stamp);
	g_hash_table_remove_all(places->touched);
}
