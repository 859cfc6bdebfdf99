// SPDX-License-Identifier: GPL-2.0-only
/* Tests of listings of trees and of what is kept: checker/select/listing.h. */
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/session.h"
#include "base/tree_threads.h"
#include "select/listing.h"
#include "select/saved_listing.h"

/* Longer than the clock of a file system stands still. */
enum { TICK_US = 60000 };

/* Enough folders for all threads to have some. */
enum { NR_FOLDERS = 300 };

struct scratch {
	char *root;
	GVariant *kept; /* of the last listing */
};

static char *below(const struct scratch *scratch, const char *name)
{
	return g_build_filename(scratch->root, name, NULL);
}

static void put(const struct scratch *scratch, const char *name,
		const char *text)
{
	g_autofree char *path = below(scratch, name);
	g_autofree char *folder = g_path_get_dirname(path);

	g_assert_cmpint(g_mkdir_with_parents(folder, 0755), ==, 0);
	g_assert_true(g_file_set_contents_full(
		path, text, -1, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
}

static void drop(const struct scratch *scratch, const char *name)
{
	g_autofree char *path = below(scratch, name);

	g_assert_cmpint(g_remove(path), ==, 0);
}

static void rename_to(const struct scratch *scratch, const char *from,
		      const char *to)
{
	g_autofree char *old = below(scratch, from);
	g_autofree char *new = below(scratch, to);

	g_assert_cmpint(g_rename(old, new), ==, 0);
}

/* Gives a file the time of modification that another one has. */
static void take_time(const struct scratch *scratch, const char *from,
		      const char *to)
{
	g_autofree char *old = below(scratch, from);
	g_autofree char *new = below(scratch, to);
	struct stat status;

	g_assert_cmpint(stat(old, &status), ==, 0);
	g_assert_cmpint(
		utimensat(AT_FDCWD, new,
			  (struct timespec[]){ status.st_atim, status.st_mtim },
			  0),
		==, 0);
}

static void scratch_init(struct scratch *scratch)
{
	scratch->root = g_dir_make_tmp("vmalint-listing-XXXXXX", NULL);
	scratch->kept = NULL;
	put(scratch, "a.c", "1");
	put(scratch, "a.txt", "1");
	put(scratch, "mm/a.c", "1");
	put(scratch, "mm/b.h", "1");
	put(scratch, "mm-x.c", "1");
	put(scratch, "mm.c", "1");
	put(scratch, "mm/deep/er/c.c", "1");
	put(scratch, ".hidden/a.c", "1");
}

static void scratch_release(struct scratch *scratch)
{
	g_autofree char *quoted = g_shell_quote(scratch->root);
	g_autofree char *command = g_strdup_printf("rm -rf %s", quoted);

	g_assert_true(
		g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
	g_clear_pointer(&scratch->kept, g_variant_unref);
	g_free(scratch->root);
}

/* What each source is: known, changed, new; a hit in capitals. */
static char mark_of(const struct listed *source)
{
	if (source->is_known)
		return source->is_hit ? 'K' : 'k';
	return source->was ? 'c' : 'n';
}

static void add_all(struct session *session, struct listing *listing,
		    const struct scratch *scratch, const char *folders,
		    const char *files)
{
	g_auto(GStrv) folder = g_strsplit(folders, " ", -1);
	g_auto(GStrv) file = g_strsplit(files, " ", -1);
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; file[i]; i++)
		g_ptr_array_add(paths, below(scratch, file[i]));
	listing_add_files(listing, paths);
	/* An empty text has no parts. */
	if (!*folders)
		listing_add_folder(session, listing, scratch->root);
	for (guint i = 0; folder[i]; i++) {
		g_autofree char *path = below(scratch, folder[i]);

		listing_add_folder(session, listing, path);
	}
}

/* Lists some folders and files, as NAME:MARK, and the number of those lost. */
static char *list_some(struct scratch *scratch, const char *folders,
		       const char *files)
{
	gint64 since_ns = stamp_now_ns();
	struct saved_listing *before =
		scratch->kept ? saved_listing_open(scratch->kept) : NULL;
	struct listing *listing = listing_new(before, LISTING_STAMPS);
	const GPtrArray *sources = listing_sources(listing);
	GString *out = g_string_new(NULL);
	struct session session;
	bool has_header = false;
	guint nr_lost;

	session_init(&session);
	add_all(&session, listing, scratch, folders, files);
	for (guint i = 0; i < sources->len; i++) {
		struct listed *source = g_ptr_array_index(sources, i);

		g_string_append_printf(out, "%s:%c ",
				       source->path + strlen(scratch->root) + 1,
				       mark_of(source));
		source->is_hit = g_str_has_suffix(source->path, "b.h");
	}
	nr_lost = before ? listing_lost(listing, &has_header) : 0;
	g_string_append_printf(out, "%u%s", nr_lost, has_header ? "!" : "");
	g_assert_cmpuint(session.problems->len, ==, 0);
	g_clear_pointer(&scratch->kept, g_variant_unref);
	scratch->kept = g_variant_ref_sink(listing_pack(listing, since_ns));
	listing_free(listing);
	saved_listing_free(before);
	session_release(&session);
	return g_string_free(out, FALSE);
}

static void assert_list(struct scratch *scratch, const char *folders,
			const char *files, const char *wanted)
{
	g_autofree char *found = NULL;

	g_usleep(TICK_US);
	found = list_some(scratch, folders, files);
	g_assert_cmpstr(found, ==, wanted);
}

static void assert_whole(struct scratch *scratch, const char *wanted)
{
	assert_list(scratch, "", "", wanted);
}

static void test_same(void)
{
	struct scratch scratch;

	scratch_init(&scratch);
	assert_whole(&scratch, "a.c:n mm-x.c:n mm.c:n mm/a.c:n mm/b.h:n "
			       "mm/deep/er/c.c:n 0");
	for (guint i = 0; i < 3; i++)
		assert_whole(&scratch, "a.c:k mm-x.c:k mm.c:k mm/a.c:k "
				       "mm/b.h:K mm/deep/er/c.c:k 0");
	scratch_release(&scratch);
}

static void test_changes(void)
{
	struct scratch scratch;

	scratch_init(&scratch);
	assert_whole(&scratch, "a.c:n mm-x.c:n mm.c:n mm/a.c:n mm/b.h:n "
			       "mm/deep/er/c.c:n 0");
	/* In place, which the folder does not tell. */
	put(&scratch, "mm/a.c", "2");
	assert_whole(&scratch, "a.c:k mm-x.c:k mm.c:k mm/a.c:c mm/b.h:K "
			       "mm/deep/er/c.c:k 0");
	put(&scratch, "mm/deep/n.c", "1");
	drop(&scratch, "mm/b.h");
	assert_whole(&scratch, "a.c:k mm-x.c:k mm.c:k mm/a.c:k "
			       "mm/deep/er/c.c:k mm/deep/n.c:n 1!");
	/* Of the same size and time, but another file. */
	put(&scratch, "mm/other.txt", "3");
	take_time(&scratch, "mm/a.c", "mm/other.txt");
	rename_to(&scratch, "mm/other.txt", "mm/a.c");
	rename_to(&scratch, "mm/deep/er", "mm/deep/est");
	assert_whole(&scratch, "a.c:k mm-x.c:k mm.c:k mm/a.c:c "
			       "mm/deep/est/c.c:n mm/deep/n.c:k 1");
	/* A folder where a file was, and the other way round. */
	drop(&scratch, "mm.c");
	put(&scratch, "mm.c/x.c", "1");
	drop(&scratch, "mm/deep/est/c.c");
	drop(&scratch, "mm/deep/est");
	put(&scratch, "mm/deep/est", "1");
	assert_whole(&scratch, "a.c:k mm-x.c:k mm.c/x.c:n mm/a.c:k "
			       "mm/deep/n.c:k 2");
	assert_whole(&scratch, "a.c:k mm-x.c:k mm.c/x.c:k mm/a.c:k "
			       "mm/deep/n.c:k 0");
	scratch_release(&scratch);
}

/* What changes while a listing is made may do so again at the same time. */
static void test_race(void)
{
	struct scratch scratch;
	g_autofree char *first = NULL;

	scratch_init(&scratch);
	g_usleep(TICK_US);
	put(&scratch, "mm/a.c", "2");
	put(&scratch, "mm/n.c", "2");
	first = list_some(&scratch, "mm", "");
	put(&scratch, "mm/a.c", "3");
	drop(&scratch, "mm/n.c");
	put(&scratch, "mm/o.c", "2");
	assert_list(&scratch, "mm", "",
		    "mm/a.c:c mm/b.h:K mm/deep/er/c.c:k mm/o.c:n 1");
	scratch_release(&scratch);
}

/* Folders within others, and files of listed folders, are listed once. */
static void test_double(void)
{
	static const char *const wanted[] = {
		"a.c:n mm/b.h:n mm/deep/er/c.c:n mm/a.c:n 0",
		"a.c:k mm/b.h:K mm/deep/er/c.c:k mm/a.c:k 0",
		"a.c:k mm/b.h:K mm/deep/er/c.c:k mm/a.c:k 0",
		"a.c:k mm/deep/er/c.c:k mm/a.c:k 1!",
	};
	struct scratch scratch;

	scratch_init(&scratch);
	for (guint i = 0; i < 3; i++)
		assert_list(&scratch, "mm/deep mm mm", "a.c mm/b.h", wanted[i]);
	drop(&scratch, "mm/b.h");
	assert_list(&scratch, "mm/deep mm mm", "a.c", wanted[3]);
	scratch_release(&scratch);
}

static void test_many(void)
{
	struct scratch scratch;
	GString *wanted = g_string_new(NULL);

	scratch.root = g_dir_make_tmp("vmalint-listing-XXXXXX", NULL);
	scratch.kept = NULL;
	for (guint i = 0; i < NR_FOLDERS; i++) {
		g_autofree char *name = g_strdup_printf("%03u/%03u/a.c", i, i);

		put(&scratch, name, "1");
		g_string_append_printf(wanted, "%s:n ", name);
	}
	g_string_append_c(wanted, '0');
	assert_whole(&scratch, wanted->str);
	g_strdelimit(wanted->str, "n", 'k');
	assert_whole(&scratch, wanted->str);
	put(&scratch, "123/123/a.c", "2");
	*strchr(strstr(wanted->str, "123/123"), 'k') = 'c';
	assert_whole(&scratch, wanted->str);
	g_string_free(wanted, TRUE);
	scratch_release(&scratch);
}

/* Whatever was kept is taken as it was kept, or not at all. */
static void test_damaged(void)
{
	struct scratch scratch;
	g_autofree guint8 *bytes = NULL;
	g_autofree char *found = NULL;
	gsize length;

	scratch_init(&scratch);
	found = list_some(&scratch, "", "");
	length = g_variant_get_size(scratch.kept);
	bytes = g_memdup2(g_variant_get_data(scratch.kept), length);
	for (gsize i = 0; i < length * 2; i++) {
		gsize nr = i < length ? length : i - length;
		g_autofree guint8 *spoilt = g_memdup2(bytes, length);
		g_autoptr(GVariant) value = NULL;
		struct saved_listing *kept;

		/* A bit of each byte, then each length. */
		if (i < length)
			spoilt[i] ^= (guint8)(1u << (i % 8));
		value = g_variant_ref_sink(
			g_variant_new_from_data(G_VARIANT_TYPE(LISTING_TYPE),
						spoilt, nr, FALSE, NULL, NULL));
		kept = saved_listing_open(value);
		/* What fills gaps says nothing. */
		if (kept && i < length) {
			g_autoptr(GVariant) whole =
				g_variant_get_normal_form(value);

			g_assert_true(g_variant_equal(whole, scratch.kept));
		} else {
			g_assert_null(kept);
		}
		saved_listing_free(kept);
	}
	scratch_release(&scratch);
}

static void test_order(void)
{
	static const struct {
		const char *a, *b; /* of folders, a slash is behind the name */
		int order;
	} rows[] = {
		{ "a", "b", -1 },	{ "a", "ab", -1 },  { "a", "a", 0 },
		{ "a/", "a.c", 1 },	{ "a/", "a-b", 1 }, { "a/", "a0", -1 },
		{ "a/", "a-b/", 1 },	{ "a/", "a/", 0 },  { "a/", "a", 1 },
		{ "\xc3\xa4", "z", 1 },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_auto(GStrv) a = g_strsplit(rows[i].a, "/", 2);
		g_auto(GStrv) b = g_strsplit(rows[i].b, "/", 2);
		int there =
			entry_compare(a[0], a[1] != NULL, b[0], b[1] != NULL);
		int back =
			entry_compare(b[0], b[1] != NULL, a[0], a[1] != NULL);

		g_assert_cmpint((there > 0) - (there < 0), ==, rows[i].order);
		g_assert_cmpint(there, ==, -back);
	}
}

/* Counts down: each number brings up the two halves of what is below it. */
static void halve(void *context, guint thread, gpointer item,
		  GPtrArray *ret_more)
{
	guint number = GPOINTER_TO_UINT(item);

	g_assert_cmpuint(thread, <, TREE_THREADS_LIMIT);
	g_atomic_int_inc((gint *)context);
	if (number < 2)
		return;
	g_ptr_array_add(ret_more, GUINT_TO_POINTER(number / 2));
	g_ptr_array_add(ret_more, GUINT_TO_POINTER(number / 2));
}

static void test_crew(void)
{
	for (guint i = 0; i < 50; i++) {
		gint nr = 0;

		tree_threads_run(halve, &nr, GUINT_TO_POINTER(1u << (i % 10)));
		g_assert_cmpint(nr, ==, (2 << (i % 10)) - 1);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/listing/same", test_same);
	g_test_add_func("/listing/changes", test_changes);
	g_test_add_func("/listing/race", test_race);
	g_test_add_func("/listing/double", test_double);
	g_test_add_func("/listing/many", test_many);
	g_test_add_func("/listing/damaged", test_damaged);
	g_test_add_func("/listing/order", test_order);
	g_test_add_func("/listing/crew", test_crew);
	return g_test_run();
}
