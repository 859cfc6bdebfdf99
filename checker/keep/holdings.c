// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tells our files in a cache folder from those of others: by where they are,
 * how they are called and, where names are common, by how they begin. A folder
 * that was named by mistake has none of ours.
 */
#include "holdings.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text_file.h"
#include "database.h"
#include "last_run.h"
#include "lock.h"
#include "notes.h"

#define PROBE_PREFIX "probe."

/* Names that are digests of what they are for. */
enum { DIGEST_NAME_LENGTH = 16 };

/* What g_file_set_contents() (GLib 2.74) puts behind a name for a while. */
enum { PASSING_NAME_LENGTH = 7 };

struct holdings_walk {
	GArray *found; /* struct holding */
	guint nr_foreign;
	gsize length; /* of what stands before "/scans/.." in a path */
};

static bool is_digest(const char *name)
{
	return strlen(name) == DIGEST_NAME_LENGTH &&
	       strspn(name, "0123456789abcdef") == DIGEST_NAME_LENGTH;
}

/* True for the name, and while a file of the name is being written. */
static bool is_named(const char *name, const char *wanted)
{
	gsize length = strlen(wanted);

	return g_str_has_prefix(name, wanted) &&
	       (name[length] == '\0' ||
		(name[length] == '.' &&
		 strlen(name + length) == PASSING_NAME_LENGTH));
}

static bool is_digest_file(const char *name)
{
	g_autofree char *digest = g_strndup(name, DIGEST_NAME_LENGTH);

	return is_digest(digest) && is_named(name, digest);
}

/* parts: what is below trees/, a digest and an architecture. */
static bool find_tree_kind(char **parts, enum cache_kind *ret_kind)
{
	static const char *const made[] = { "arch", "bpf", "include",
					    "programs", NULL };
	const char *name = parts[0];

	if (!name)
		return false;
	if (parts[1]) {
		*ret_kind = CACHE_HEADERS;
		return g_strv_contains(made, name);
	}
	if (is_named(name, MANIFEST_NAME) || is_named(name, "made"))
		*ret_kind = CACHE_HEADERS;
	else if (is_named(name, "configuration"))
		*ret_kind = CACHE_CONFIGURATIONS;
	else if (g_str_has_prefix(name, "common.pch") ||
		 g_str_has_prefix(name, "common-staged.pch"))
		*ret_kind = CACHE_PRECOMPILED;
	else
		return false;
	return true;
}

/* How a file of names begins; see select/names_cache.c. */
static bool holds_names(const char *path)
{
	gsize length = 0;
	g_autofree char *text = text_file_read(path, &length, NULL);

	return text && g_str_has_prefix(text, "vmalint-names ");
}

/* What a run that was killed early has left; see cache_folder.c. */
static bool is_probe(const char *name)
{
	gsize length = strlen(PROBE_PREFIX) +
		       strspn(name + strlen(PROBE_PREFIX), "0123456789");
	g_autofree char *probe = g_strndup(name, length);

	return length > strlen(PROBE_PREFIX) && is_named(name, probe);
}

/* What a file right in the folder is; the lock stays, see lock.c. */
static bool find_top_kind(const char *path, const char *name,
			  enum cache_kind *ret_kind)
{
	if (is_named(name, LAST_RUN_NAME) ||
	    is_named(name, NOTED_PREFIX CACHE_NOTE_PROGRAM) ||
	    (g_str_has_prefix(name, PROBE_PREFIX) && is_probe(name))) {
		*ret_kind = CACHE_NOTES;
		return true;
	}
	*ret_kind = CACHE_RESULTS;
	return database_is_ours(path, name);
}

static bool find_kind(const char *path, const char *below,
		      enum cache_kind *ret_kind)
{
	g_auto(GStrv) parts = g_strsplit(below, "/", -1);
	guint nr = g_strv_length(parts);

	if (nr == 1)
		return find_top_kind(path, parts[0], ret_kind);
	if (nr == 2 && g_str_equal(parts[0], "scans")) {
		*ret_kind = CACHE_SCANS;
		return is_digest_file(parts[1]);
	}
	if (nr == 2 && g_str_equal(parts[0], "names")) {
		*ret_kind = CACHE_NAMES;
		return is_digest_file(parts[1]) && holds_names(path);
	}
	return nr > 3 && g_str_equal(parts[0], "trees") &&
	       is_digest(parts[1]) && find_tree_kind(parts + 3, ret_kind);
}

static void add_file(struct holdings_walk *walk, const char *path,
		     const struct stat *status)
{
	const char *below = path + walk->length + 1;
	struct holding holding = {
		.bytes = (guint64)status->st_size,
		.used_ns =
			status->st_mtim.tv_sec * G_GINT64_CONSTANT(1000000000) +
			status->st_mtim.tv_nsec,
	};

	if (g_str_equal(below, LOCK_NAME))
		return;
	if (!S_ISREG(status->st_mode) ||
	    !find_kind(path, below, &holding.kind)) {
		walk->nr_foreign++;
		return;
	}
	holding.path = g_strdup(path);
	g_array_append_val(walk->found, holding);
}

static void walk_folder(struct holdings_walk *walk, const char *folder);

/* Into a folder of somebody else's there is no need to look. */
static bool is_our_folder(const char *below)
{
	g_auto(GStrv) parts = g_strsplit(below, "/", 3);

	if (!g_str_equal(parts[0], "trees"))
		return !parts[1] && (g_str_equal(parts[0], "scans") ||
				     g_str_equal(parts[0], "names"));
	return !parts[1] || is_digest(parts[1]);
}

static void walk_entry(struct holdings_walk *walk, const char *path)
{
	struct stat status;

	if (lstat(path, &status) < 0)
		return;
	if (!S_ISDIR(status.st_mode))
		add_file(walk, path, &status);
	else if (is_our_folder(path + walk->length + 1))
		walk_folder(walk, path);
	else
		walk->nr_foreign++;
}

static void walk_folder(struct holdings_walk *walk, const char *folder)
{
	GDir *directory = g_dir_open(folder, 0, NULL);
	const char *name;

	while (directory && (name = g_dir_read_name(directory)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);

		walk_entry(walk, path);
	}
	if (directory)
		g_dir_close(directory);
}

static gint compare_holdings(gconstpointer a, gconstpointer b)
{
	const struct holding *left = a, *right = b;

	return strcmp(left->path, right->path);
}

static void clear_holding(gpointer data)
{
	struct holding *holding = data;

	g_free(holding->path);
}

GArray *holdings_list(const char *folder, enum holdings_extent extent,
		      guint *ret_nr_foreign)
{
	g_autofree char *absolute = g_canonicalize_filename(folder, NULL);
	g_autofree char *scans = g_build_filename(absolute, "scans", NULL);
	g_autofree char *names = g_build_filename(absolute, "names", NULL);
	g_autofree char *trees = g_build_filename(absolute, "trees", NULL);
	struct holdings_walk walk = {
		.found = g_array_new(FALSE, FALSE, sizeof(struct holding)),
		/* The root itself ends in a slash. */
		.length = absolute[1] ? strlen(absolute) : 0,
	};

	g_array_set_clear_func(walk.found, clear_holding);
	if (extent == HOLDINGS_ALL) {
		walk_folder(&walk, absolute);
	} else if (extent == HOLDINGS_OF_TREES) {
		walk_entry(&walk, trees);
	} else {
		walk_entry(&walk, scans);
		walk_entry(&walk, names);
	}
	g_array_sort(walk.found, compare_holdings);
	*ret_nr_foreign = walk.nr_foreign;
	return walk.found;
}

void holdings_remove_folders(const char *folder, const char *path)
{
	g_autofree char *above = g_path_get_dirname(path);

	while (strlen(above) > strlen(folder) && g_rmdir(above) == 0) {
		char *next = g_path_get_dirname(above);

		g_free(above);
		above = next;
	}
}
