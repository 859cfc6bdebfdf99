// SPDX-License-Identifier: GPL-2.0-only
/*
 * Stamps of all files that were scanned, with what was in them, as a GVariant
 * in the cache folder. Flag names come from headers that hold some: if one of
 * those has changed, or is new, all is scanned anew.
 */
#include "scan.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/session.h"
#include "base/stamp.h"
#include "base/text_file.h"
#include "base/variant_file.h"
#include "options/options.h"
#include "select.h"
#include "walk.h"

#define FILES_TYPE    "a(ay" STAMP_TYPE "b)"
#define SELECTED_TYPE "a(ayaub)"
#define SCAN_TYPE     "(ayaay" FILES_TYPE SELECTED_TYPE ")"

/* Counts up with the layout above. */
#define SCAN_VERSION 1

/* A stamp that is like no other: the file is read again next time. */
enum { SIZE_OF_NOTHING = -2 };

/* A file as it is now, and as it was. */
struct scanned {
	const char *path; /* borrowed */
	struct stamp stamp;
	bool is_known; /* it is as it was */
	bool was_hit;  /* it held a name, then */
};

struct scan {
	char *file, *identity;
	const GPtrArray *paths;
	GArray *files; /* struct scanned: paths and headers, sorted */
	gint64 since_ns;
	bool is_same; /* all is as it was: nothing to keep */
};

/* Another build may select otherwise. */
static char *identity_of(const struct options *options,
			 const struct selection *selection)
{
	struct stamp program = stamp_of("/proc/self/exe");
	GString *text = g_string_new(selection->tree.root);

	g_string_append_printf(text,
			       "\n%d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
			       " %" G_GUINT64_FORMAT " %d %u",
			       SCAN_VERSION, program.size, program.changed_ns,
			       program.inode, (int)selection->tree.api,
			       selection->tree.level);
	for (guint i = 0; i < options->paths->len; i++) {
		g_autofree char *path = g_canonicalize_filename(
			g_ptr_array_index(options->paths, i), NULL);

		g_string_append_printf(text, "\n%s", path);
	}
	return g_string_free(text, FALSE);
}

static gint compare_scanned(gconstpointer a, gconstpointer b)
{
	const struct scanned *left = a, *right = b;

	return strcmp(left->path, right->path);
}

static void add_files(struct scan *scan, const GPtrArray *paths)
{
	for (guint i = 0; i < paths->len; i++) {
		struct scanned file = { .path = g_ptr_array_index(paths, i) };

		g_array_append_val(scan->files, file);
	}
}

static void drop_double(GArray *files)
{
	guint nr = 0;

	for (guint i = 0; i < files->len; i++) {
		const struct scanned *file =
			&g_array_index(files, struct scanned, i);

		if (nr == 0 ||
		    strcmp(file->path,
			   g_array_index(files, struct scanned, nr - 1).path) !=
			    0)
			g_array_index(files, struct scanned, nr++) = *file;
	}
	g_array_set_size(files, nr);
}

struct scan *scan_open(const struct options *options,
		       const struct selection *selection,
		       const GPtrArray *paths, const GPtrArray *headers)
{
	struct scan *scan = g_new0(struct scan, 1);
	g_autofree char *key = NULL;

	scan->identity = identity_of(options, selection);
	key = g_compute_checksum_for_string(G_CHECKSUM_SHA256, scan->identity,
					    -1);
	key[16] = '\0';
	if (options->cache_dir && !options->no_cache)
		scan->file = g_build_filename(options->cache_dir, "scans", key,
					      NULL);
	scan->paths = paths;
	scan->since_ns = stamp_now_ns();
	scan->files = g_array_new(FALSE, FALSE, sizeof(struct scanned));
	add_files(scan, paths);
	if (headers->len > 0) {
		add_files(scan, headers);
		g_array_sort(scan->files, compare_scanned);
		drop_double(scan->files);
	}
	for (guint i = 0; scan->file && i < scan->files->len; i++) {
		struct scanned *file =
			&g_array_index(scan->files, struct scanned, i);

		file->stamp = stamp_of(file->path);
	}
	return scan;
}

void scan_free(struct scan *scan)
{
	g_array_free(scan->files, TRUE);
	g_free(scan->file);
	g_free(scan->identity);
	g_free(scan);
}

static GVariant *read_scan(const struct scan *scan)
{
	g_autoptr(GVariant) value =
		scan->file ? variant_file_read(scan->file, SCAN_TYPE) : NULL;
	const char *identity;

	if (!value)
		return NULL;
	g_variant_get_child(value, 0, "^&ay", &identity);
	if (!g_str_equal(identity, scan->identity))
		return NULL;
	/* What was of use lately is kept longest. */
	utimensat(AT_FDCWD, scan->file, NULL, 0);
	return g_steal_pointer(&value);
}

static bool is_header(const char *path)
{
	return g_str_has_suffix(path, ".h");
}

/*
 * Marks the files that are as they were; both lists are sorted. False if a
 * header that held names is gone.
 */
static bool mark_known(struct scan *scan, GVariant *files)
{
	GVariantIter iter;
	struct stamp stamp;
	const char *path;
	gboolean is_hit;
	guint next = 0;

	g_variant_iter_init(&iter, files);
	while (g_variant_iter_next(&iter, "(^&ay" STAMP_TYPE "b)", &path,
				   &stamp.size, &stamp.modified_ns,
				   &stamp.changed_ns, &stamp.inode, &is_hit)) {
		struct scanned *file = NULL;
		int order = -1;

		for (; next < scan->files->len && order < 0;
		     next += order < 0) {
			file = &g_array_index(scan->files, struct scanned,
					      next);
			order = strcmp(file->path, path);
		}
		if (order == 0) {
			file->is_known = stamp_is_same(&file->stamp, &stamp);
			file->was_hit = is_hit;
			next++;
		} else {
			scan->is_same = false;
			if (is_hit && is_header(path))
				return false;
		}
	}
	return true;
}

static GHashTable *names_of(GVariant *list)
{
	GHashTable *names =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GVariantIter iter;
	char *name;

	g_variant_iter_init(&iter, list);
	while (g_variant_iter_next(&iter, "^ay", &name))
		g_hash_table_add(names, name);
	return names;
}

/* True if a header may teach other names than it did. */
static bool may_teach(const struct scanned *file, GHashTable *names)
{
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *text = NULL;

	if (file->is_known || !is_header(file->path))
		return false;
	if (file->was_hit)
		return true;
	text = text_file_read(file->path, &length, &reason);
	return !text || walk_text_has_name(names, text, length);
}

/* Lists what is to be looked at; false if names have to be learned anew. */
static bool find_stale(struct scan *scan, GHashTable *names,
		       GPtrArray *ret_stale)
{
	g_autoptr(GHashTable) stale = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < scan->files->len; i++) {
		const struct scanned *file =
			&g_array_index(scan->files, struct scanned, i);

		if (file->is_known)
			continue;
		if (may_teach(file, names))
			return false;
		g_hash_table_add(stale, (gpointer)file->path);
	}
	if (g_hash_table_size(stale) == 0)
		return true;
	scan->is_same = false;
	for (guint i = 0; i < scan->paths->len; i++) {
		gpointer path = g_ptr_array_index(scan->paths, i);

		if (g_hash_table_contains(stale, path))
			g_ptr_array_add(ret_stale, path);
	}
	return true;
}

/* Files that were selected and are as they were. */
static void take_selected(struct session *session, const struct scan *scan,
			  GVariant *list, struct selection *selection)
{
	g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
	gsize nr = g_variant_n_children(list);
	const char *root = selection->tree.root;

	for (guint i = 0; i < scan->files->len; i++) {
		const struct scanned *file =
			&g_array_index(scan->files, struct scanned, i);

		if (file->is_known && file->was_hit)
			g_hash_table_add(known, (gpointer)file->path);
	}
	for (gsize i = 0; i < nr; i++) {
		g_autoptr(GVariant) lines = NULL;
		g_autofree char *absolute = NULL;
		struct selected_file file = { 0 };
		gboolean declares_vma;
		gconstpointer numbers;
		const char *path;
		gsize nr_lines;

		g_variant_get_child(list, i, "(^&ay@aub)", &path, &lines,
				    &declares_vma);
		absolute = g_canonicalize_filename(path, root);
		if (!g_hash_table_contains(known, absolute))
			continue;
		numbers = g_variant_get_fixed_array(lines, &nr_lines,
						    sizeof(guint32));
		file.path = session_string(session, path);
		file.is_header = is_header(path);
		file.declares_vma = declares_vma;
		file.lines = g_array_new(FALSE, FALSE, sizeof(guint32));
		g_array_append_vals(file.lines, numbers, (guint)nr_lines);
		g_array_append_val(selection->files, file);
	}
}

bool scan_take(struct session *session, struct scan *scan,
	       struct selection *selection, GPtrArray *ret_stale)
{
	g_autoptr(GVariant) value = read_scan(scan);
	g_autoptr(GVariant) list = NULL, files = NULL, selected = NULL;
	g_autoptr(GHashTable) names = NULL;

	if (!value)
		return false;
	list = g_variant_get_child_value(value, 1);
	files = g_variant_get_child_value(value, 2);
	selected = g_variant_get_child_value(value, 3);
	names = names_of(list);
	scan->is_same = true;
	if (!mark_known(scan, files) || !find_stale(scan, names, ret_stale)) {
		g_ptr_array_set_size(ret_stale, 0);
		scan->is_same = false;
		return false;
	}
	take_selected(session, scan, selected, selection);
	g_hash_table_destroy(selection->tree.names);
	selection->tree.names = g_steal_pointer(&names);
	return true;
}

static GVariant *pack_names(GHashTable *names)
{
	GVariantBuilder list;
	GHashTableIter iter;
	gpointer name;

	g_variant_builder_init(&list, G_VARIANT_TYPE("aay"));
	g_hash_table_iter_init(&iter, names);
	while (g_hash_table_iter_next(&iter, &name, NULL))
		g_variant_builder_add(&list, "^ay", name);
	return g_variant_builder_end(&list);
}

/* Of headers it is asked whether they hold names: they can teach. */
static void look_into_headers(const struct scan *scan,
			      const struct selection *selection)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new();
	g_autoptr(GArray) indices = g_array_new(FALSE, FALSE, sizeof(guint));
	g_autofree guint8 *hits = NULL;
	struct session session;

	for (guint i = 0; i < scan->files->len; i++) {
		const struct scanned *file =
			&g_array_index(scan->files, struct scanned, i);

		if (file->is_known || !is_header(file->path))
			continue;
		g_ptr_array_add(paths, (gpointer)file->path);
		g_array_append_val(indices, i);
	}
	hits = g_new0(guint8, paths->len + 1);
	session_init(&session);
	walk_match(&session, NULL, paths, selection->tree.names, hits);
	session_release(&session);
	for (guint i = 0; i < paths->len; i++)
		g_array_index(scan->files, struct scanned,
			      g_array_index(indices, guint, i))
			.was_hit = hits[i];
}

static GVariant *pack_files(const struct scan *scan,
			    const struct selection *selection)
{
	g_autoptr(GHashTable) selected =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GVariantBuilder list;

	for (guint i = 0; i < selection->files->len; i++)
		g_hash_table_add(selected,
				 g_canonicalize_filename(
					 g_array_index(selection->files,
						       struct selected_file, i)
						 .path,
					 selection->tree.root));
	look_into_headers(scan, selection);
	g_variant_builder_init(&list, G_VARIANT_TYPE(FILES_TYPE));
	for (guint i = 0; i < scan->files->len; i++) {
		const struct scanned *file =
			&g_array_index(scan->files, struct scanned, i);
		bool is_sure = stamp_is_before(&file->stamp, scan->since_ns);

		g_variant_builder_add(
			&list, "(^ay" STAMP_TYPE "b)", file->path,
			is_sure ? file->stamp.size : SIZE_OF_NOTHING,
			file->stamp.modified_ns, file->stamp.changed_ns,
			file->stamp.inode,
			(gboolean)(file->was_hit ||
				   g_hash_table_contains(selected,
							 file->path)));
	}
	return g_variant_builder_end(&list);
}

static GVariant *pack_selected(const struct selection *selection)
{
	GVariantBuilder list;

	g_variant_builder_init(&list, G_VARIANT_TYPE(SELECTED_TYPE));
	for (guint i = 0; i < selection->files->len; i++) {
		const struct selected_file *file = &g_array_index(
			selection->files, struct selected_file, i);

		g_variant_builder_add(
			&list, "(^ay@aub)", file->path,
			g_variant_new_fixed_array(
				G_VARIANT_TYPE_UINT32, file->lines->data,
				file->lines->len, sizeof(guint32)),
			(gboolean)file->declares_vma);
	}
	return g_variant_builder_end(&list);
}

void scan_keep(const struct scan *scan, const struct selection *selection)
{
	g_autoptr(GVariant) value = NULL;
	g_autofree char *folder = NULL;

	if (!scan->file || scan->is_same)
		return;
	folder = g_path_get_dirname(scan->file);
	if (g_mkdir_with_parents(folder, 0755) < 0)
		return;
	value = g_variant_ref_sink(g_variant_new(
		"(^ay@aay@" FILES_TYPE "@" SELECTED_TYPE ")", scan->identity,
		pack_names(selection->tree.names), pack_files(scan, selection),
		pack_selected(selection)));
	variant_file_write(scan->file, value);
}
