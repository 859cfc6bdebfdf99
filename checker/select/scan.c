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

#include "base/beneath.h"
#include "base/session.h"
#include "base/stamp.h"
#include "base/text_file.h"
#include "keep/variant_file.h"
#include "listing.h"
#include "options/stages.h"
#include "paths.h"
#include "saved_listing.h"
#include "select.h"
#include "setters.h"
#include "walk.h"

#define SELECTED_TYPE "a(ayaub)"
#define SCAN_TYPE     "(ayaay" SELECTED_TYPE LISTING_TYPE ")"

/* Counts up with the layout above. */
#define SCAN_VERSION 3

struct scan {
	char *file, *identity;
	GVariant *value;	      /* of an earlier scan, or NULL */
	struct saved_listing *before; /* of that, or NULL */
	struct listing *listing;
	const GPtrArray *sources; /* struct listed *: of the listing */
	GPtrArray *chosen; /* struct listed *: those to select from, sorted */
	GPtrArray *paths;  /* char *: theirs */
	gint64 since_ns;
	bool is_taken; /* what was kept counts, as far as files are known */
	bool is_same;  /* all is as it was: nothing to keep */
};

/* Another build may select otherwise. */
static char *identity_of(const struct select_options *options,
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

/* What is kept may be from a disk that was cut off: no form is trusted. */
static bool is_valid(GVariant *value, const char *wanted)
{
	const char *identity;

	/* The listing has a checksum of its own. */
	for (gsize i = 0; i < 3; i++) {
		g_autoptr(GVariant) child = g_variant_get_child_value(value, i);

		if (!g_variant_is_normal_form(child))
			return false;
	}
	g_variant_get_child(value, 0, "^&ay", &identity);
	return g_str_equal(identity, wanted);
}

/* Opens what an earlier scan has kept, if it did. */
static void open_before(struct scan *scan)
{
	g_autoptr(GVariant) value = NULL, listing = NULL;

	value = variant_file_read_raw(scan->file, SCAN_TYPE);
	if (!value || !is_valid(value, scan->identity))
		return;
	listing = g_variant_get_child_value(value, 3);
	scan->before = saved_listing_open(listing);
	if (!scan->before)
		return;
	scan->value = g_steal_pointer(&value);
	/* What was of use lately is kept longest. */
	utimensat(AT_FDCWD, scan->file, NULL, 0);
}

static gint compare_listed(gconstpointer a, gconstpointer b)
{
	const struct listed *left = *(struct listed *const *)a;
	const struct listed *right = *(struct listed *const *)b;

	return strcmp(left->path, right->path);
}

/* The first sources are those to select from. */
static void choose(struct scan *scan)
{
	const GPtrArray *sources = listing_sources(scan->listing);

	scan->chosen = g_ptr_array_sized_new(sources->len);
	scan->paths = g_ptr_array_sized_new(sources->len);
	for (guint i = 0; i < sources->len; i++)
		g_ptr_array_add(scan->chosen, g_ptr_array_index(sources, i));
	g_ptr_array_sort(scan->chosen, compare_listed);
	for (guint i = 0; i < scan->chosen->len; i++) {
		const struct listed *source =
			g_ptr_array_index(scan->chosen, i);

		g_ptr_array_add(scan->paths, (gpointer)source->path);
	}
}

struct scan *scan_open(struct session *session,
		       const struct select_options *options,
		       const struct keep_options *keep,
		       const struct selection *selection)
{
	struct scan *scan = g_new0(struct scan, 1);
	g_autofree char *key = NULL;

	scan->identity = identity_of(options, selection);
	key = g_compute_checksum_for_string(G_CHECKSUM_SHA256, scan->identity,
					    -1);
	key[16] = '\0';
	if (keep->dir && !keep->is_off) {
		scan->file = g_build_filename(keep->dir, "scans", key, NULL);
		open_before(scan);
	}
	scan->since_ns = stamp_now_ns();
	scan->listing = listing_new(scan->before, scan->file ? LISTING_STAMPS :
							       LISTING_PATHS);
	paths_list(session, options, &selection->tree, scan->listing);
	choose(scan);
	/* Of a part of the tree, the names are of all its headers. */
	if (scan->file && !paths_are_whole(options, &selection->tree))
		paths_list_shared(session, &selection->tree, scan->listing);
	scan->sources = listing_sources(scan->listing);
	return scan;
}

const GPtrArray *scan_paths(const struct scan *scan)
{
	return scan->paths;
}

void scan_free(struct scan *scan)
{
	g_ptr_array_free(scan->chosen, TRUE);
	g_ptr_array_free(scan->paths, TRUE);
	listing_free(scan->listing);
	saved_listing_free(scan->before);
	if (scan->value)
		g_variant_unref(scan->value);
	g_free(scan->file);
	g_free(scan->identity);
	g_free(scan);
}

static bool is_header(const char *path)
{
	return g_str_has_suffix(path, ".h");
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
static bool may_teach(const struct listed *file, GHashTable *names)
{
	gsize length = 0;
	g_autofree char *text = NULL;

	if (file->is_known || !is_header(file->path))
		return false;
	if (file->is_hit)
		return true;
	text = text_file_read(file->path, &length, NULL);
	return !text || walk_text_has_name(names, text, length);
}

/* Lists what is to be looked at; false if names have to be learned anew. */
static bool find_stale(struct scan *scan, GHashTable *names,
		       GPtrArray *ret_stale)
{
	bool has_header;

	scan->is_same = listing_lost(scan->listing, &has_header) == 0;
	if (has_header)
		return false;
	for (guint i = 0; i < scan->sources->len; i++) {
		const struct listed *file = g_ptr_array_index(scan->sources, i);

		if (file->is_known)
			continue;
		if (may_teach(file, names))
			return false;
		scan->is_same = false;
	}
	for (guint i = 0; !scan->is_same && i < scan->chosen->len; i++) {
		const struct listed *file = g_ptr_array_index(scan->chosen, i);

		if (!file->is_known)
			g_ptr_array_add(ret_stale, (gpointer)file->path);
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

	for (guint i = 0; i < scan->sources->len; i++) {
		const struct listed *file = g_ptr_array_index(scan->sources, i);

		if (file->is_known && file->is_hit)
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
		selection_add(selection, &file);
	}
}

bool scan_take(struct session *session, struct scan *scan,
	       struct selection *selection, GPtrArray *ret_stale)
{
	g_autoptr(GVariant) list = NULL, selected = NULL;
	g_autoptr(GHashTable) names = NULL;

	if (!scan->before)
		return false;
	list = g_variant_get_child_value(scan->value, 1);
	selected = g_variant_get_child_value(scan->value, 2);
	names = names_of(list);
	/* What C files of the core teach was learned anew just now. */
	if (!setters_are_same(names, selection->tree.names) ||
	    !find_stale(scan, names, ret_stale)) {
		g_ptr_array_set_size(ret_stale, 0);
		scan->is_same = false;
		return false;
	}
	scan->is_taken = true;
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
	g_autoptr(GPtrArray) headers = g_ptr_array_new();
	g_autofree guint8 *hits = NULL;

	for (guint i = 0; i < scan->sources->len; i++) {
		struct listed *file = g_ptr_array_index(scan->sources, i);

		if ((scan->is_taken && file->is_known) ||
		    !is_header(file->path))
			continue;
		g_ptr_array_add(paths, (gpointer)file->path);
		g_ptr_array_add(headers, file);
	}
	if (paths->len == 0)
		return;
	hits = g_new0(guint8, paths->len);
	walk_match(NULL, NULL, paths, selection->tree.names, hits);
	for (guint i = 0; i < paths->len; i++) {
		struct listed *file = g_ptr_array_index(headers, i);

		file->is_hit = hits[i];
	}
}

/* Adds the absolute paths of selected files. */
static void add_selected(const struct selection *selection, const GArray *files,
			 GHashTable *paths)
{
	for (guint i = 0; i < files->len; i++)
		g_hash_table_add(
			paths,
			g_canonicalize_filename(
				g_array_index(files, struct selected_file, i)
					.path,
				selection->tree.root));
}

/* Marks what holds a name. */
static void mark_hits(const struct scan *scan,
		      const struct selection *selection)
{
	g_autoptr(GHashTable) selected =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	look_into_headers(scan, selection);
	add_selected(selection, selection->files, selected);
	add_selected(selection, selection->texts, selected);
	for (guint i = 0; i < scan->sources->len; i++) {
		struct listed *file = g_ptr_array_index(scan->sources, i);

		if (!file->is_known && !is_header(file->path))
			file->is_hit = false;
		file->is_hit |= g_hash_table_contains(selected, file->path);
	}
}

static void pack_files(GVariantBuilder *list, const GArray *files)
{
	for (guint i = 0; i < files->len; i++) {
		const struct selected_file *file =
			&g_array_index(files, struct selected_file, i);

		g_variant_builder_add(
			list, "(^ay@aub)", file->path,
			g_variant_new_fixed_array(
				G_VARIANT_TYPE_UINT32, file->lines->data,
				file->lines->len, sizeof(guint32)),
			(gboolean)file->declares_vma);
	}
}

static GVariant *pack_selected(const struct selection *selection)
{
	GVariantBuilder list;

	g_variant_builder_init(&list, G_VARIANT_TYPE(SELECTED_TYPE));
	pack_files(&list, selection->files);
	pack_files(&list, selection->texts);
	return g_variant_builder_end(&list);
}

void scan_keep(const struct scan *scan, const struct selection *selection)
{
	g_autoptr(GVariant) value = NULL;
	g_autofree char *folder = NULL;

	if (!scan->file || scan->is_same)
		return;
	folder = g_path_get_dirname(scan->file);
	if (!beneath_make(folder))
		return;
	mark_hits(scan, selection);
	value = g_variant_ref_sink(g_variant_new(
		"(^ay@aay@" SELECTED_TYPE "@" LISTING_TYPE ")", scan->identity,
		pack_names(selection->tree.names), pack_selected(selection),
		listing_pack(scan->listing, scan->since_ns)));
	variant_file_write(scan->file, value);
}
