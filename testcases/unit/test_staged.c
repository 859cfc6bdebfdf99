// SPDX-License-Identifier: GPL-2.0-only
/*
 * What is staged, by our own look at an index, against the word of git: in many
 * states of a small repository, which follow from one another at random, the
 * same in every run.
 */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/stamp.h"
#include "change/git/git.h"
#include "change/git/index.h"
#include "change/git/on_disk.h"

enum { ROUNDS = 60, NR_BLOBS = 4 };

struct scratch {
	char *folder;
	char *blobs[NR_BLOBS];
	GRand *random;
};

/* Runs git in the repository with this input; its output, owned. */
static char *ask(const struct scratch *scratch, const char *input, ...)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	g_autofree char *file =
		g_build_filename(scratch->folder, "input", NULL);
	g_autoptr(GError) error = NULL;
	char *output = NULL;
	const char *word;
	int status = 0;
	va_list list;

	g_file_set_contents(file, input, -1, &error);
	g_assert_no_error(error);
	g_ptr_array_add(words, (gpointer) "sh");
	g_ptr_array_add(words, (gpointer) "-c");
	g_ptr_array_add(words,
			(gpointer) "input=$1; shift; exec git \"$@\" <$input");
	g_ptr_array_add(words, (gpointer) "sh");
	g_ptr_array_add(words, file);
	va_start(list, input);
	while ((word = va_arg(list, const char *)))
		g_ptr_array_add(words, (gpointer)word);
	va_end(list);
	g_ptr_array_add(words, NULL);
	g_spawn_sync(scratch->folder, (char **)words->pdata, NULL,
		     G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status,
		     &error);
	g_assert_no_error(error);
	g_assert_cmpint(status, ==, 0);
	return g_strchomp(output);
}

/* As above, where only success counts. */
#define RUN(scratch, input, ...) g_free(ask(scratch, input, __VA_ARGS__, NULL))

static void scratch_init(struct scratch *scratch)
{
	g_autoptr(GError) error = NULL;

	scratch->folder = g_dir_make_tmp("vmalint-staged-XXXXXX", &error);
	g_assert_no_error(error);
	g_setenv("HOME", scratch->folder, TRUE);
	g_setenv("GIT_CONFIG_NOSYSTEM", "1", TRUE);
	g_unsetenv("GIT_DIR");
	g_unsetenv("GIT_INDEX_FILE");
	g_unsetenv("GIT_WORK_TREE");
	g_unsetenv("GIT_COMMON_DIR");
	g_unsetenv("GIT_OBJECT_DIRECTORY");
	scratch->random = g_rand_new_with_seed(20240731);
	RUN(scratch, "", "init", "-q");
	RUN(scratch, "", "config", "user.name", "A");
	RUN(scratch, "", "config", "user.email", "a@example.org");
	for (guint i = 0; i < NR_BLOBS; i++) {
		g_autofree char *text = g_strnfill(100 + 500 * i, 'a' + i);

		scratch->blobs[i] = ask(scratch, text, "hash-object", "-w",
					"--stdin", NULL);
	}
}

static void scratch_release(struct scratch *scratch)
{
	g_autofree char *command =
		g_strdup_printf("rm -rf %s", scratch->folder);

	g_assert_true(
		g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
	for (guint i = 0; i < NR_BLOBS; i++)
		g_free(scratch->blobs[i]);
	g_rand_free(scratch->random);
	g_free(scratch->folder);
}

static const char *pick(struct scratch *scratch, const char *const *from)
{
	const guint length = g_strv_length((char **)from);

	return from[g_rand_int_range(scratch->random, 0, (gint32)length)];
}

/* Names that stand close to each other where '/' sorts between others. */
static const char *const paths[] = { "a.c",	"d",	   "d-x/y.c", "d.c",
				     "d/e.c",	"d/f/g.c", "d/f/h.c", "d/f",
				     "d/f.h/i", "d/f0",	   "d/f/g/k", "d0/e",
				     "z/z/z/z", NULL };

/* Puts some files into the index, or takes them out. */
static void change_index(struct scratch *scratch)
{
	static const char *const modes[] = { "100644", "100644", "100644",
					     "100755", "120000", "160000",
					     "0",      "0",	 NULL };
	g_autoptr(GString) lines = g_string_new(NULL);
	const guint nr = (guint)g_rand_int_range(scratch->random, 1, 5);

	for (guint i = 0; i < nr; i++) {
		const guint blob =
			(guint)g_rand_int_range(scratch->random, 0, NR_BLOBS);

		g_string_append_printf(
			lines, "%s %s\t%s\n", pick(scratch, modes),
			scratch->blobs[blob], pick(scratch, paths));
	}
	RUN(scratch, lines->str, "update-index", "--replace", "--index-info");
}

/* A file of which only the name is in the index. */
static void intend(struct scratch *scratch)
{
	g_autofree char *path = g_build_filename(scratch->folder, "new", NULL);
	g_autofree char *name = g_strdup_printf(
		"%s%u", path, g_rand_int_range(scratch->random, 0, 9));

	g_assert_true(g_file_set_contents(name, "new\n", -1, NULL));
	RUN(scratch, "", "add", "-N", name);
}

/* What else happens to an index. */
static void do_something(struct scratch *scratch)
{
	switch (g_rand_int_range(scratch->random, 0, 9)) {
	case 0:
		RUN(scratch, "", "commit", "-q", "--allow-empty", "-m", "x");
		break;
	case 1:
		RUN(scratch, "", "write-tree");
		break;
	case 2:
		RUN(scratch, "", "read-tree", "HEAD");
		break;
	case 3:
		RUN(scratch, "", "update-index", "--index-version", "4");
		break;
	case 4:
		RUN(scratch, "", "update-index", "--index-version", "2");
		break;
	case 5:
		intend(scratch);
		break;
	default:
		break;
	}
}

/* One line for each change. */
static char *describe(const GPtrArray *changes)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < changes->len; i++) {
		const struct git_change *change = g_ptr_array_index(changes, i);

		g_string_append_printf(text, "%s %s %s %s\n", change->old_path,
				       change->path,
				       change->old_id ? change->old_id : "-",
				       change->id ? change->id : "-");
	}
	return g_string_free(text, FALSE);
}

/* By git's word: also whether there are new files, and such that are gone. */
static char *by_git(const struct scratch *scratch, const struct git *git,
		    bool *ret_may_have_moved)
{
	static const char *const words[] = { "diff-index",
					     "--cached",
					     "--raw",
					     "-z",
					     "-M",
					     "--no-abbrev",
					     "--ita-invisible-in-index",
					     "HEAD",
					     "--",
					     NULL };
	g_autofree char *reason = NULL;
	g_autoptr(GPtrArray) changes = git_changes(git, words, &reason);
	g_autofree char *letters = ask(scratch, "", "diff-index", "--cached",
				       "--ita-invisible-in-index",
				       "--name-status", "HEAD", "--", NULL);
	g_autofree char *lines = g_strconcat("\n", letters, NULL);

	g_assert_nonnull(changes);
	*ret_may_have_moved = strstr(lines, "\nA") && strstr(lines, "\nD");
	return describe(changes);
}

/* By us; alone with a git that fails, so that our own look has to do. */
static char *by_us(const struct git *git, bool is_alone)
{
	char *nowhere[] = { (char *)"GIT_DIR=/nowhere", NULL };
	struct git copy = *git;
	g_autofree char *reason = NULL;
	g_autoptr(GPtrArray) changes = NULL;

	if (is_alone)
		copy.environ = nowhere;
	changes = git_staged_changes(&copy, "HEAD", &reason);
	g_assert_true(changes || is_alone);
	return changes ? describe(changes) : NULL;
}

static void compare(const struct scratch *scratch, guint *nr_alone)
{
	g_autofree char *reason = NULL;
	g_autofree char *expected = NULL;
	g_autofree char *found = NULL;
	g_autofree char *alone = NULL;
	bool may_have_moved;
	struct git git;

	g_assert_true(git_open(scratch->folder, &git, &reason));
	expected = by_git(scratch, &git, &may_have_moved);
	found = by_us(&git, false);
	alone = by_us(&git, true);
	g_assert_cmpstr(found, ==, expected);
	if (alone)
		g_assert_cmpstr(alone, ==, expected);
	/* What may have moved is git's to tell. */
	g_assert_true(!alone == may_have_moved);
	*nr_alone += alone && *alone ? 1 : 0;
	git_close(&git);
}

static void test_states(void)
{
	struct scratch scratch;
	guint nr_alone = 0;

	scratch_init(&scratch);
	RUN(&scratch, "", "commit", "-q", "--allow-empty", "-m", "start");
	for (guint i = 0; i < ROUNDS; i++) {
		change_index(&scratch);
		do_something(&scratch);
		compare(&scratch, &nr_alone);
	}
	g_assert_cmpuint(nr_alone, >, ROUNDS / 4);
	scratch_release(&scratch);
}

static void write_file(const struct scratch *scratch, const char *name,
		       const char *text)
{
	g_autofree char *path = g_build_filename(scratch->folder, name, NULL);

	g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void make_folder(const struct scratch *scratch, const char *name)
{
	g_autofree char *path = g_build_filename(scratch->folder, name, NULL);

	g_assert_cmpint(g_mkdir(path, 0755), ==, 0);
}

/* "0" and "1" for each file of the index, were it written at that time. */
static char *differing(struct git *git, gint64 written_ns)
{
	g_autoptr(GArray) entries =
		g_array_new(FALSE, FALSE, sizeof(struct index_entry));
	GString *text = g_string_new(NULL);
	g_autofree guint8 *differ = NULL;
	struct index_reader reader;
	struct index_entry entry;

	g_assert_true(index_file_begin(git, &reader));
	while (index_next(&reader, &entry))
		g_array_append_val(entries, entry);
	index_end(&reader);
	git->index_file->written_ns = written_ns;
	differ = on_disk_differ(git, entries);
	for (guint i = 0; i < entries->len; i++)
		g_string_append_c(text, differ[i] ? '1' : '0');
	return g_string_free(text, FALSE);
}

static void assert_differ(struct git *git, gint64 written_ns,
			  const char *expected)
{
	g_autofree char *found = differing(git, written_ns);

	g_assert_cmpstr(found, ==, expected);
}

/* What does not look as git noted it is read, and what is about as new. */
static void test_on_disk(void)
{
	const gint64 ms = 1000000;
	g_autofree char *reason = NULL;
	g_autofree char *path = NULL;
	struct scratch scratch;
	struct stamp stamp;
	struct git git;

	scratch_init(&scratch);
	path = g_build_filename(scratch.folder, "d", "b", NULL);
	RUN(&scratch, "", "commit", "-q", "--allow-empty", "-m", "start");
	write_file(&scratch, "a", "a\n");
	write_file(&scratch, "empty", "");
	make_folder(&scratch, "d");
	write_file(&scratch, "d/b", "b\n");
	RUN(&scratch, "", "add", "a", "empty", "d");
	stamp = stamp_of(path);
	g_assert_true(git_open(scratch.folder, &git, &reason));
	/* In the order of an index: a, d/b, empty. */
	assert_differ(&git, stamp.changed_ns + 1000 * ms, "000");
	assert_differ(&git, stamp.changed_ns + 1 * ms, "000");
	assert_differ(&git, stamp.changed_ns - 1000 * ms, "000");
	g_assert_cmpint(g_chmod(path, 0600), ==, 0);
	assert_differ(&git, stamp.changed_ns + 60000 * ms, "000");
	write_file(&scratch, "a", "A\n");
	assert_differ(&git, stamp.changed_ns + 60000 * ms, "100");
	assert_differ(&git, stamp.changed_ns - 1000 * ms, "100");
	write_file(&scratch, "empty", "x");
	g_assert_cmpint(g_unlink(path), ==, 0);
	assert_differ(&git, stamp.changed_ns + 60000 * ms, "111");
	git_close(&git);
	scratch_release(&scratch);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/staged/states", test_states);
	g_test_add_func("/staged/on_disk", test_on_disk);
	return g_test_run();
}
