// SPDX-License-Identifier: GPL-2.0-only
/*
 * Variants of random nests of #if: what clang's own preprocessor leaves of
 * each must hold the lines that it is to reach.
 */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <string.h>

#include "arguments/arguments.h"

/* How many nests, and how long each is at most. */
enum { NR_NESTS = 300, NEST_LINES = 60 };

/* Before each variant in the one file that clang reads. */
#define SEPARATOR "next_variant;\n"

/* All variants of all nests, and what is wanted of them. */
struct batch {
	GString *text;
	guint nr_variants;
	GArray *wanted; /* struct wanted_line */
};

/* A line that must be left of a variant; owned. */
struct wanted_line {
	guint variant; /* from 1 */
	char *line;
	char *nest;
};

static char *random_condition(GRand *random, guint depth)
{
	g_autofree char *left = NULL, *right = NULL;
	guint choice = (guint)g_rand_int_range(random, 0, depth > 2 ? 4 : 7);
	char atom = (char)('A' + g_rand_int_range(random, 0, 5));

	if (choice < 4)
		return g_strdup_printf(choice == 0 ? "IS_ENABLED(CONFIG_%c)" :
				       choice == 1 ? "!defined(CONFIG_%c)" :
						     "defined(CONFIG_%c)",
				       atom);
	left = random_condition(random, depth + 1);
	if (choice == 4)
		return g_strdup_printf("!(%s)", left);
	right = random_condition(random, depth + 1);
	return g_strdup_printf("(%s %s %s)", left, choice == 5 ? "&&" : "||",
			       right);
}

static void append_opening(GString *text, GRand *random)
{
	g_autofree char *condition = random_condition(random, 0);

	if (g_rand_int_range(random, 0, 4) == 0)
		g_string_append_printf(text, "#if%sdef CONFIG_%c\n",
				       g_rand_boolean(random) ? "n" : "",
				       'A' + g_rand_int_range(random, 0, 5));
	else if (g_rand_int_range(random, 0, 3) == 0)
		g_string_append_printf(text, "#if /* a */ %s && 1\n",
				       condition);
	else
		g_string_append_printf(text, "#if %s\n", condition);
}

/* A nest of #if with a line "L<n>;" here and there; owned. */
static char *random_nest(GRand *random)
{
	GString *text = g_string_new(NULL);
	bool had_else[NEST_LINES] = { false };
	guint depth = 0;

	for (guint line = 1; line < NEST_LINES; line++) {
		g_autofree char *condition = random_condition(random, 0);
		gint choice = g_rand_int_range(random, 0, 9);

		if (choice < 2) {
			had_else[++depth] = false;
			append_opening(text, random);
		} else if (choice == 2 && depth && !had_else[depth]) {
			g_string_append_printf(text, "#elif %s\n", condition);
		} else if (choice == 3 && depth && !had_else[depth]) {
			had_else[depth] = true;
			g_string_append(text, "#else\n");
		} else if (choice == 4 && depth) {
			depth--;
			g_string_append(text, "#endif\n");
		} else {
			g_string_append_printf(text, "L%u;\n", line);
		}
	}
	while (depth--)
		g_string_append(text, "#endif\n");
	return g_string_free(text, FALSE);
}

/* The numbers of the lines that begin with L; a new array. */
static GArray *wanted_lines(char *const *lines)
{
	GArray *wanted = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (guint32 line = 1; lines[line - 1]; line++) {
		if (lines[line - 1][0] == 'L')
			g_array_append_val(wanted, line);
	}
	return wanted;
}

static void batch_add_variant(struct batch *batch,
			      const struct branch_variant *variant,
			      char *const *lines, const char *nest)
{
	batch->nr_variants++;
	g_string_append(batch->text, SEPARATOR);
	g_string_append(batch->text, variant->text);
	for (guint i = 0; i < variant->lines->len; i++) {
		guint32 line = g_array_index(variant->lines, guint32, i);
		struct wanted_line wanted = {
			.variant = batch->nr_variants,
			.line = g_strdup(lines[line - 1]),
			.nest = g_strdup(nest),
		};

		g_array_append_val(batch->wanted, wanted);
	}
}

static void batch_add_nest(struct batch *batch, const char *nest)
{
	g_auto(GStrv) lines = g_strsplit(nest, "\n", -1);
	g_autoptr(GArray) wanted = wanted_lines(lines);
	g_autoptr(GHashTable) reasons = NULL;
	g_autoptr(GPtrArray) variants =
		branch_variants(nest, strlen(nest), wanted, &reasons);
	guint nr_lines = g_hash_table_size(reasons);

	for (guint i = 0; i < variants->len; i++) {
		const struct branch_variant *variant =
			g_ptr_array_index(variants, i);

		nr_lines += variant->lines->len;
		batch_add_variant(batch, variant, lines, nest);
	}
	g_assert_cmpuint(nr_lines, ==, wanted->len);
}

static void clear_wanted(gpointer element)
{
	struct wanted_line *wanted = element;

	g_free(wanted->line);
	g_free(wanted->nest);
}

/* What clang's preprocessor leaves of a text; owned. */
static char *preprocess(const char *clang, const char *text)
{
	g_autofree char *folder = g_dir_make_tmp("vmalint-XXXXXX", NULL);
	g_autofree char *file = g_build_filename(folder, "nests.c", NULL);
	const char *arguments[] = { clang,	    "-E",
				    "-P",	    "-DCONFIG_A",
				    "-DCONFIG_C=1", "-DIS_ENABLED(x)=(x + 0)",
				    file,	    NULL };
	g_autoptr(GError) error = NULL;
	char *out = NULL;
	gint status = 0;

	g_assert_true(g_file_set_contents(file, text, -1, NULL));
	g_spawn_sync(NULL, (char **)arguments, NULL, 0, NULL, NULL, &out, NULL,
		     &status, &error);
	g_assert_no_error(error);
	g_assert_true(g_spawn_check_wait_status(status, NULL));
	g_unlink(file);
	g_rmdir(folder);
	return out;
}

static void batch_compare(const struct batch *batch, const char *clang)
{
	g_autofree char *out = preprocess(clang, batch->text->str);
	g_auto(GStrv) left = g_strsplit(out, SEPARATOR, -1);

	g_assert_cmpuint(g_strv_length(left), ==, batch->nr_variants + 1);
	for (guint i = 0; i < batch->wanted->len; i++) {
		const struct wanted_line *wanted =
			&g_array_index(batch->wanted, struct wanted_line, i);

		if (!strstr(left[wanted->variant], wanted->line))
			g_error("%s\n%s is not reached", wanted->nest,
				wanted->line);
	}
}

static void test_random_nests(void)
{
	g_autofree char *clang = g_find_program_in_path("clang-19");
	GRand *random = g_rand_new_with_seed(20241117);
	struct batch batch = {
		.text = g_string_new(NULL),
		.wanted = g_array_new(FALSE, FALSE, sizeof(struct wanted_line)),
	};

	g_array_set_clear_func(batch.wanted, clear_wanted);
	for (guint i = 0; i < NR_NESTS; i++) {
		g_autofree char *nest = random_nest(random);

		batch_add_nest(&batch, nest);
	}
	if (clang)
		batch_compare(&batch, clang);
	else
		g_test_skip("no clang-19 here");
	g_rand_free(random);
	g_string_free(batch.text, TRUE);
	g_array_free(batch.wanted, TRUE);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/branch/random_nests", test_random_nests);
	return g_test_run();
}
