// SPDX-License-Identifier: GPL-2.0-only
/* Walks folders on all cores, and leaves out what an earlier walk has read. */
#include "listing.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path_kind.h"
#include "base/session.h"
#include "base/tree_threads.h"
#include "saved_listing.h"
#include "walk.h"

/* A stamp that is like no other: it is looked at again next time. */
enum { SIZE_OF_NOTHING = -2 };

struct folder;

/* A source, or a folder within a folder. */
struct folder_entry {
	struct listed source;
	struct folder *below; /* of a folder; or NULL */
};

struct folder {
	const char *path;
	struct stamp stamp;
	guint64 device;
	bool is_sure;	/* its times tell whether its entries are the same */
	bool is_double; /* another walk has met it before */
	int error;	/* why it cannot be read, or 0 */
	struct folder_entry *entries;
	guint nr;
};

struct listing {
	const struct saved_listing *before;
	enum listing_depth depth;
	struct folder *files; /* of no folder */
	GPtrArray *folders;   /* struct folder *, owned: where walks began */
	GPtrArray *sources;   /* struct listed * */
	GHashTable *met;      /* char *: folders, and files of no folder */
	GStringChunk *paths[TREE_THREADS_LIMIT]; /* one a thread */
};

/* What is the same for all folders of one walk. */
struct listing_walk {
	struct listing *listing;
	guint64 device;	 /* of the folder that it begins with */
	bool has_stamps; /* of folders that can be relied on */
};

static struct folder *folder_new(const char *path)
{
	struct folder *folder = g_new0(struct folder, 1);

	folder->path = path;
	return folder;
}

struct listing *listing_new(const struct saved_listing *before,
			    enum listing_depth depth)
{
	struct listing *listing = g_new0(struct listing, 1);

	listing->before = before;
	listing->depth = depth;
	listing->files = folder_new("");
	listing->folders = g_ptr_array_new();
	listing->met = g_hash_table_new(g_str_hash, g_str_equal);
	listing->sources = g_ptr_array_new();
	for (guint i = 0; i < TREE_THREADS_LIMIT; i++)
		listing->paths[i] = g_string_chunk_new(4096);
	return listing;
}

/* No deeper than a path can be. */
static void folder_free(struct folder *folder)
{
	for (guint i = 0; i < folder->nr; i++) {
		if (folder->entries[i].below)
			folder_free(folder->entries[i].below);
	}
	g_free(folder->entries);
	g_free(folder);
}

void listing_free(struct listing *listing)
{
	for (guint i = 0; i < listing->folders->len; i++)
		folder_free(g_ptr_array_index(listing->folders, i));
	for (guint i = 0; i < TREE_THREADS_LIMIT; i++)
		g_string_chunk_free(listing->paths[i]);
	folder_free(listing->files);
	g_hash_table_destroy(listing->met);
	g_ptr_array_free(listing->folders, TRUE);
	g_ptr_array_free(listing->sources, TRUE);
	g_free(listing);
}

static mode_t type_of(int fd, const struct dirent *entry)
{
	struct stat status;

	if (entry->d_type == DT_REG)
		return S_IFREG;
	if (entry->d_type == DT_DIR)
		return S_IFDIR;
	if (entry->d_type != DT_UNKNOWN ||
	    fstatat(fd, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) < 0)
		return 0;
	return status.st_mode & S_IFMT;
}

/* The path of an entry, kept by the thread of this number. */
static const char *path_of(struct listing *listing, guint thread,
			   const struct folder *folder, const char *name)
{
	g_autofree char *path = g_build_filename(folder->path, name, NULL);

	return g_string_chunk_insert(listing->paths[thread], path);
}

static gint compare_entries(gconstpointer a, gconstpointer b)
{
	const struct folder_entry *left = a, *right = b;

	return entry_compare(left->source.path, left->below != NULL,
			     right->source.path, right->below != NULL);
}

/* Fills in what is in an open folder. */
static void read_entries(struct listing *listing, guint thread, DIR *directory,
			 struct folder *folder)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(struct folder_entry));
	const struct dirent *next;

	errno = 0;
	while ((next = readdir(directory)) != NULL) {
		mode_t type = next->d_name[0] == '.' ?
				      0 :
				      type_of(dirfd(directory), next);
		struct folder_entry entry = { 0 };

		if (type == S_IFDIR ||
		    (type == S_IFREG && path_is_read(next->d_name)))
			entry.source.path =
				path_of(listing, thread, folder, next->d_name);
		if (entry.source.path && type == S_IFDIR)
			entry.below = folder_new(entry.source.path);
		if (entry.source.path)
			g_array_append_val(found, entry);
		errno = 0;
	}
	/* What comes behind an error may be there next time. */
	if (errno != 0)
		folder->is_sure = false;
	g_array_sort(found, compare_entries);
	folder->nr = found->len;
	folder->entries =
		(struct folder_entry *)(void *)g_array_free(found, FALSE);
}

/* Finds each entry among those that were kept of its folder, if it was. */
static void match_kept(const struct saved_listing *kept, struct folder *folder)
{
	const struct saved_folder *was = saved_listing_find(kept, folder->path);
	gsize nr_all = 0;
	const struct saved_entry *all =
		was ? saved_listing_entries(kept, &nr_all) : NULL;
	guint64 at = was ? was->first : 0;

	for (guint i = 0; was && i < folder->nr; i++) {
		struct folder_entry *entry = &folder->entries[i];
		int order = -1;

		for (; at < was->first + was->nr && order < 0; at += order < 0)
			order = entry_compare(
				saved_listing_path(kept, all[at].path),
				all[at].marks & MARK_FOLDER, entry->source.path,
				entry->below != NULL);
		if (order == 0 && !entry->below &&
		    !(all[at].marks & MARK_FOLDER))
			entry->source.was = (guint32)at + 1;
	}
}

/* True if the entries that were kept lie in the folder. */
static bool are_of_folder(const struct saved_listing *kept,
			  const struct saved_folder *was, const char *folder)
{
	gsize nr_all, length = strlen(folder);
	const struct saved_entry *all = saved_listing_entries(kept, &nr_all);

	for (guint64 i = was->first; i < was->first + was->nr; i++) {
		const char *path = saved_listing_path(kept, all[i].path);

		if (strncmp(path, folder, length) != 0 || path[length] != '/')
			return false;
	}
	return true;
}

static void take_entries(const struct saved_listing *kept,
			 const struct saved_folder *was, struct folder *folder)
{
	gsize nr_all;
	const struct saved_entry *all = saved_listing_entries(kept, &nr_all);

	folder->nr = (guint)was->nr;
	folder->entries = g_new0(struct folder_entry, folder->nr);
	for (guint i = 0; i < folder->nr; i++) {
		const struct saved_entry *one = &all[was->first + i];
		struct folder_entry *entry = &folder->entries[i];

		entry->source.path = saved_listing_path(kept, one->path);
		if (one->marks & MARK_FOLDER)
			entry->below = folder_new(entry->source.path);
		else
			entry->source.was = (guint32)(was->first + i) + 1;
	}
}

/* Looks at the sources of an open folder, or at files if fd is AT_FDCWD. */
static void look_at_sources(const struct listing *listing, int fd,
			    struct folder *folder)
{
	gsize nr_all = 0, skip = strlen(folder->path);
	const struct saved_entry *all =
		listing->before ?
			saved_listing_entries(listing->before, &nr_all) :
			NULL;

	if (skip > 0 && folder->path[skip - 1] != '/')
		skip++;
	for (guint i = 0; i < folder->nr; i++) {
		struct listed *source = &folder->entries[i].source;
		const struct saved_entry *was =
			source->was ? &all[source->was - 1] : NULL;

		if (folder->entries[i].below)
			continue;
		source->stamp = stamp_at(fd, source->path + skip);
		source->is_known = was &&
				   stamp_is_same(&was->stamp, &source->stamp);
		source->is_hit = was && (was->marks & MARK_HIT);
	}
}

/* True, with the entries filled in, if they are what they were. */
static bool take_kept(const struct listing_walk *walk,
		      const struct stat *status, struct folder *folder)
{
	const struct saved_listing *before = walk->listing->before;
	const struct saved_folder *was =
		saved_listing_find(before, folder->path);

	folder->stamp = stamp_from(status);
	folder->device = (guint64)status->st_dev;
	folder->is_sure = walk->has_stamps && folder->device == walk->device;
	if (!folder->is_sure || !was || was->device != folder->device ||
	    !stamp_is_same(&was->stamp, &folder->stamp) ||
	    !are_of_folder(before, was, folder->path))
		return false;
	take_entries(before, was, folder);
	return true;
}

/* Closes fd. */
static int list_open_folder(struct listing_walk *walk, guint thread, int fd,
			    struct folder *folder)
{
	const bool is_looked_at = walk->listing->depth == LISTING_STAMPS;
	DIR *directory;
	struct stat status;

	if (is_looked_at && fstat(fd, &status) == 0 &&
	    take_kept(walk, &status, folder)) {
		look_at_sources(walk->listing, fd, folder);
		close(fd);
		return 0;
	}
	directory = fdopendir(fd);
	if (!directory) {
		int error = errno;

		close(fd);
		return error;
	}
	read_entries(walk->listing, thread, directory, folder);
	match_kept(walk->listing->before, folder);
	if (is_looked_at)
		look_at_sources(walk->listing, fd, folder);
	closedir(directory);
	return 0;
}

/* Does one folder; those below it are for whoever has time. */
static void list_folder(void *context, guint thread, gpointer item,
			GPtrArray *ret_more)
{
	struct folder *folder = item;
	int fd = open(folder->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	folder->error = fd < 0 ? errno :
				 list_open_folder(context, thread, fd, folder);
	for (guint i = 0; i < folder->nr; i++) {
		if (folder->entries[i].below)
			g_ptr_array_add(ret_more, folder->entries[i].below);
	}
}

/* True of a source that was added by itself as well. */
static bool is_double(const struct listing *listing,
		      const struct folder_entry *entry)
{
	return !entry->below && listing->files->nr > 0 &&
	       g_hash_table_contains(listing->met, entry->source.path);
}

/* Gives out what was found, in order, and says what was not. */
static void take_folder(struct session *session, struct listing *listing,
			struct folder *folder)
{
	folder->is_double =
		!g_hash_table_add(listing->met, (gpointer)folder->path);
	if (folder->is_double)
		return;
	if (folder->error)
		session_problem(session, "select", folder->path, 0,
				"folder cannot be read: %s",
				g_strerror(folder->error));
	for (guint i = 0; i < folder->nr; i++) {
		struct folder_entry *entry = &folder->entries[i];

		if (entry->below)
			take_folder(session, listing, entry->below);
		else if (!is_double(listing, entry))
			g_ptr_array_add(listing->sources, &entry->source);
	}
}

void listing_add_folder(struct session *session, struct listing *listing,
			const char *folder)
{
	struct folder *first =
		folder_new(g_string_chunk_insert(listing->paths[0], folder));
	struct listing_walk walk = { .listing = listing };
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	struct stat status;

	if (fd >= 0 && fstat(fd, &status) == 0) {
		walk.device = (guint64)status.st_dev;
		walk.has_stamps = stamps_tell_entries(fd);
	}
	if (fd >= 0)
		close(fd);
	g_ptr_array_add(listing->folders, first);
	tree_threads_run(list_folder, &walk, first);
	take_folder(session, listing, first);
}

void listing_add_files(struct listing *listing, const GPtrArray *paths)
{
	struct folder *files = listing->files;

	files->nr = paths->len;
	files->entries = g_new0(struct folder_entry, paths->len);
	for (guint i = 0; i < paths->len; i++) {
		struct listed *source = &files->entries[i].source;

		source->path = g_string_chunk_insert(
			listing->paths[0], g_ptr_array_index(paths, i));
		g_hash_table_add(listing->met, (gpointer)source->path);
		g_ptr_array_add(listing->sources, source);
	}
	match_kept(listing->before, files);
	if (listing->depth == LISTING_STAMPS)
		look_at_sources(listing, AT_FDCWD, files);
}

const GPtrArray *listing_sources(const struct listing *listing)
{
	return listing->sources;
}

guint listing_lost(const struct listing *listing, bool *ret_has_header)
{
	gsize nr = 0;
	const struct saved_entry *all =
		saved_listing_entries(listing->before, &nr);
	g_autofree guint8 *is_there = g_new0(guint8, nr + 1);
	guint nr_lost = 0;

	*ret_has_header = false;
	for (guint i = 0; i < listing->sources->len; i++) {
		const struct listed *source =
			g_ptr_array_index(listing->sources, i);

		is_there[source->was] = 1;
	}
	for (gsize i = 0; i < nr; i++) {
		if ((all[i].marks & MARK_FOLDER) || is_there[i + 1])
			continue;
		nr_lost++;
		*ret_has_header |=
			(all[i].marks & MARK_HIT) &&
			g_str_has_suffix(saved_listing_path(listing->before,
							    all[i].path),
					 ".h");
	}
	return nr_lost;
}

static void pack_entries(const struct listing *listing,
			 const struct folder *folder, gint64 since_ns,
			 struct saved_tables *tables)
{
	for (guint i = 0; i < folder->nr; i++) {
		const struct folder_entry *entry = &folder->entries[i];
		struct saved_entry one = {
			.stamp = entry->source.stamp,
			.marks = (entry->below ? MARK_FOLDER : 0) |
				 (entry->source.is_hit ? MARK_HIT : 0),
		};

		if (*folder->path && is_double(listing, entry))
			continue;
		if (!stamp_is_before(&one.stamp, since_ns))
			one.stamp.size = SIZE_OF_NOTHING;
		one.path = saved_tables_add_path(tables, entry->source.path);
		g_array_append_val(tables->entries, one);
	}
}

static void pack_folder(const struct listing *listing,
			const struct folder *folder, gint64 since_ns,
			struct saved_tables *tables)
{
	struct saved_folder kept = {
		.path = saved_tables_add_path(tables, folder->path),
		.stamp = folder->stamp,
		.device = folder->device,
		.first = tables->entries->len,
	};

	if (folder->is_double)
		return;
	if (!folder->is_sure || !stamp_is_before(&folder->stamp, since_ns))
		kept.stamp.size = SIZE_OF_NOTHING;
	pack_entries(listing, folder, since_ns, tables);
	kept.nr = tables->entries->len - kept.first;
	g_array_append_val(tables->folders, kept);
	for (guint i = 0; i < folder->nr; i++) {
		if (folder->entries[i].below)
			pack_folder(listing, folder->entries[i].below, since_ns,
				    tables);
	}
}

GVariant *listing_pack(const struct listing *listing, gint64 since_ns)
{
	struct saved_tables tables;
	GVariant *value;

	saved_tables_init(&tables);
	pack_folder(listing, listing->files, since_ns, &tables);
	for (guint i = 0; i < listing->folders->len; i++)
		pack_folder(listing, g_ptr_array_index(listing->folders, i),
			    since_ns, &tables);
	value = saved_tables_pack(&tables);
	saved_tables_release(&tables);
	return value;
}
