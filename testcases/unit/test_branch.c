// SPDX-License-Identifier: GPL-2.0-only
/* Conditions, and the variants of a file that reach its skipped lines. */
#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include "arguments/arguments.h"
#include "arguments/branches/condition.h"
#include "arguments/branches/other_kernels.h"
#include "select/select.h"

static const struct {
	const char *condition;
	enum condition_value wanted;
	const char *decisions; /* sorted; or "! " and the reason */
} condition_rows[] = {
	{ "A", CONDITION_TRUE, "A" },
	{ "defined(A)", CONDITION_TRUE, "A" },
	{ "defined A", CONDITION_FALSE, "!A" },
	{ "IS_ENABLED(CONFIG_A)", CONDITION_TRUE, "CONFIG_A" },
	{ "!IS_ENABLED( CONFIG_A )", CONDITION_TRUE, "!CONFIG_A" },
	{ "((A))", CONDITION_TRUE, "A" },
	{ "! ( A )", CONDITION_TRUE, "!A" },
	{ "!!A", CONDITION_TRUE, "A" },
	{ "A && !B", CONDITION_TRUE, "A !B" },
	{ "A || B", CONDITION_FALSE, "!A !B" },
	{ "A || B", CONDITION_TRUE, "A" },
	{ "A && B", CONDITION_FALSE, "!A" },
	{ "A && B || C", CONDITION_FALSE, "!A !C" },
	{ "(A || B) && C", CONDITION_TRUE, "A C" },
	{ "!(A && (B || C))", CONDITION_FALSE, "A B" },
	/* The first choice is not always the right one. */
	{ "(A || B) && !A", CONDITION_TRUE, "!A B" },
	{ "(A || B) && (!A || C) && !C", CONDITION_TRUE, "!A B !C" },
	{ "0 || A", CONDITION_TRUE, "A" },
	/* Comparisons are atoms, however they are written. */
	{ "A == 2", CONDITION_TRUE, "A==2" },
	{ "A  >=  2 && B", CONDITION_TRUE, "A>=2 B" },
	{ "!(A == 2)", CONDITION_TRUE, "!A==2" },
	{ "4 < A", CONDITION_TRUE, "4<A" },
	{ "A ? B && C : D", CONDITION_TRUE, "A?B&&C:D" },
	/* What is known, or must not be decided. */
	{ "1", CONDITION_TRUE, "" },
	{ "0x1UL", CONDITION_TRUE, "" },
	{ "0", CONDITION_FALSE, "" },
	{ "0", CONDITION_TRUE, "! under #if 0" },
	{ "A && 0", CONDITION_TRUE, "! under #if 0" },
	{ "A && !A", CONDITION_TRUE, "! its conditions contradict each other" },
	{ "LINUX_VERSION_CODE < KERNEL_VERSION(6,3,0)", CONDITION_TRUE,
	  "! for another kernel version" },
	{ "__ASSEMBLY__", CONDITION_TRUE, "! for assembly" },
	{ "defined(__ASSEMBLER__)", CONDITION_TRUE, "! for assembly" },
	{ "__cplusplus", CONDITION_TRUE, "! for C++" },
	{ "defined(__KERNEL__)", CONDITION_FALSE, "! for user space" },
	/* Nonsense is an atom of its own. */
	{ "", CONDITION_TRUE, "" },
	{ "(A", CONDITION_TRUE, "(A" },
	{ "A)", CONDITION_TRUE, "A)" },
};

static gint compare_atoms(gconstpointer a, gconstpointer b)
{
	const char *left = *(const char *const *)a;
	const char *right = *(const char *const *)b;

	return strcmp(left + (*left == '!'), right + (*right == '!'));
}

/* Decisions as "A !B"; owned. */
static char *decisions_text(GHashTable *decisions)
{
	g_autoptr(GPtrArray) atoms = g_ptr_array_new_with_free_func(g_free);
	GHashTableIter iter;
	gpointer atom, value;

	g_hash_table_iter_init(&iter, decisions);
	while (g_hash_table_iter_next(&iter, &atom, &value))
		g_ptr_array_add(
			atoms,
			g_strconcat(GPOINTER_TO_INT(value) == CONDITION_TRUE ?
					    "" :
					    "!",
				    atom, NULL));
	g_ptr_array_sort(atoms, compare_atoms);
	g_ptr_array_add(atoms, NULL);
	return g_strjoinv(" ", (char **)atoms->pdata);
}

/* What conditions_decide() makes of one condition; owned. */
static char *decided(const char *condition, enum condition_value wanted)
{
	g_autoptr(GArray) wishes =
		g_array_new(FALSE, FALSE, sizeof(struct condition_wish));
	struct decisions *decisions = decisions_new();
	char *text;
	struct condition_wish wish = { condition, wanted };
	const char *reason = "";

	g_array_append_val(wishes, wish);
	if (conditions_decide(wishes, decisions, &reason)) {
		g_assert_cmpint(condition_value(condition, decisions), ==,
				wanted);
		text = decisions_text(decisions->values);
	} else {
		g_assert_cmpuint(g_hash_table_size(decisions->values), ==, 0);
		text = g_strdup_printf("! %s", reason);
	}
	decisions_free(decisions);
	return text;
}

static void test_conditions(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(condition_rows); i++) {
		g_autofree char *text = decided(condition_rows[i].condition,
						condition_rows[i].wanted);

		if (strcmp(text, condition_rows[i].decisions) != 0)
			g_error("%s: '%s', not '%s'",
				condition_rows[i].condition, text,
				condition_rows[i].decisions);
	}
}

/* Hostile ones end in time and without a deep stack. */
static void test_deep_conditions(void)
{
	g_autofree char *bangs = g_strnfill(100000, '!');
	g_autofree char *open = g_strnfill(100000, '(');
	g_autoptr(GString) either = g_string_new("X");
	g_autoptr(GString) hard = g_string_new("!X");

	for (guint i = 0; i < 2000; i++)
		g_string_append_printf(either, " || A%u", i);
	for (guint i = 0; i < 60; i++)
		g_string_append_printf(hard, " && (A%u || X)", i % 7);
	for (guint i = 0; i < 7; i++)
		g_string_append_printf(hard, " && (X || !A%u)", i);
	g_free(decided(bangs, CONDITION_TRUE));
	g_free(decided(either->str, CONDITION_FALSE));
	g_free(decided(either->str, CONDITION_TRUE));
	g_free(decided(hard->str, CONDITION_TRUE));
	g_free(decided(open, CONDITION_TRUE));
}

/* A file, its wanted lines, and what becomes of them. */
struct plan {
	const char *text;
	GArray *lines;
	GPtrArray *variants;
	GHashTable *reasons;
};

/* Wanted are the lines that begin with this. */
static void plan_init(struct plan *plan, const char *text, const char *marker)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	plan->text = text;
	plan->lines = g_array_new(FALSE, FALSE, sizeof(guint32));
	for (guint32 i = 0; lines[i]; i++) {
		guint32 line = i + 1;

		if (g_str_has_prefix(lines[i], marker))
			g_array_append_val(plan->lines, line);
	}
	plan->variants = branch_variants(text, strlen(text), plan->lines,
					 &plan->reasons);
}

static void plan_release(struct plan *plan)
{
	g_array_free(plan->lines, TRUE);
	g_ptr_array_free(plan->variants, TRUE);
	g_hash_table_destroy(plan->reasons);
}

static bool has_line(const GArray *lines, guint32 line)
{
	for (guint i = 0; i < lines->len; i++) {
		if (g_array_index(lines, guint32, i) == line)
			return true;
	}
	return false;
}

/* Same size, same line ends; every wanted line in one variant or refused. */
static void plan_assert_sound(const struct plan *plan)
{
	for (guint i = 0; i < plan->variants->len; i++) {
		const struct branch_variant *variant =
			g_ptr_array_index(plan->variants, i);

		g_assert_cmpuint(variant->length, ==, strlen(plan->text));
		g_assert_cmpuint(strlen(variant->text), ==, variant->length);
		for (gsize at = 0; at < variant->length; at++)
			g_assert_true((variant->text[at] == '\n') ==
				      (plan->text[at] == '\n'));
	}
	for (guint i = 0; i < plan->lines->len; i++) {
		guint32 line = g_array_index(plan->lines, guint32, i);
		guint nr = g_hash_table_contains(plan->reasons,
						 GUINT_TO_POINTER(line));

		for (guint k = 0; k < plan->variants->len; k++) {
			const struct branch_variant *variant =
				g_ptr_array_index(plan->variants, k);

			nr += has_line(variant->lines, line);
		}
		g_assert_cmpuint(nr, ==, 1);
	}
}

/* "description: lines; .." of the variants, then "line: reason"; owned. */
static char *plan_text(const struct plan *plan)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < plan->variants->len; i++) {
		const struct branch_variant *variant =
			g_ptr_array_index(plan->variants, i);

		g_string_append_printf(text, "%s%s:", text->len ? "; " : "",
				       variant->description);
		for (guint k = 0; k < variant->lines->len; k++)
			g_string_append_printf(
				text, " %u",
				g_array_index(variant->lines, guint32, k));
	}
	for (guint i = 0; i < plan->lines->len; i++) {
		guint32 line = g_array_index(plan->lines, guint32, i);
		const char *reason = g_hash_table_lookup(
			plan->reasons, GUINT_TO_POINTER(line));

		if (reason)
			g_string_append_printf(text, "%s%u: %s",
					       text->len ? "; " : "", line,
					       reason);
	}
	return g_string_free(text, FALSE);
}

static const struct {
	const char *text, *plan;
} plan_rows[] = {
	{ "#ifdef A\nX\n#endif\n", "A: 2" },
	{ "#ifndef A\nX\n#endif\n", "!A: 2" },
	{ "#ifdef A\nX\n#else\nX\n#endif\n", "A: 2; !A: 4" },
	{ "#if A\n#elif B\nX\n#elif C\nX\n#else\nX\n#endif\n",
	  "!A, B: 3; !A, !B, C: 5; !A, !B, !C: 7" },
	{ "#ifdef A\n#elifdef B\nX\n#elifndef C\nX\n#endif\n",
	  "!A, B: 3; !A, !B, !C: 5" },
	{ "#ifdef A\n#ifdef B\nX\n#endif\nX\n#endif\n", "A, B: 3 5" },
	{ "#ifdef A\nX\n#endif\n#ifdef B\nX\n#endif\n", "A, B: 2 5" },
	{ "#ifdef A\nX\n#endif\n#ifndef A\nX\n#endif\n", "A: 2; !A: 5" },
	{ "#if defined(A) || defined(B)\n#ifndef A\nX\n#endif\n#endif\n",
	  "!A, B: 3" },
	{ "#if 0\nX\n#else\n#endif\n", "2: under #if 0" },
	{ "#if 0\n#ifdef A\nX\n#endif\n#endif\n#ifdef A\nX\n#endif\n",
	  "A: 7; 3: under #if 0" },
	{ "#ifdef A\n#ifndef A\nX\n#endif\n#endif\n",
	  "3: its conditions contradict each other" },
	{ "#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)\n#else\nX\n"
	  "#endif\n",
	  "3: for another kernel version" },
	/* Directives over lines and in comments. */
	{ "#if defined(A) && \\\n    defined(B)\nX\n#endif\n", "A, B: 3" },
	{ "#if \\\n A\nX\n#endif\n", "A: 3" },
	{ "#if A /* one\n two */\nX\n#endif\n", "A: 3" },
	{ "#if A /* one\n two */ && B\nX\n#endif\n", "A, B: 3" },
	{ "/* one\n*/ #if A // two \\\n three\nX\n#endif\n", "A: 4" },
	{ "#ifdef A // a\nX\n#endif /* b\n#if 0\n */\n", "A: 2" },
	{ "/*\n#if 0\n*/\n#ifdef A\nX\n#endif\n", "A: 5" },
	{ "c = '\"'; /*\n#if 0\n*/\n#ifdef A\nX\n#endif\n", "A: 5" },
	{ "// \\\n#if 0\n#ifdef A\nX\n#endif\n", "A: 4" },
	{ "s = \"/*\";\n#ifdef A\nX\n#endif /* */\n", "A: 3" },
	{ "#error don't /* do\n this */\n#ifdef A\nX\n#endif\n", "A: 4" },
	{ "  #  ifdef\tA\nX\n # endif\n", "A: 2" },
	/* Broken nests. */
	{ "#endif\n#else\n#ifdef A\nX\n", "A: 4" },
	{ "#ifdef A\nX", "A: 2" },
	{ "#if\nX\n#endif\n", ": 2" },
};

static void test_plans(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(plan_rows); i++) {
		g_autofree char *text = NULL;
		struct plan plan;

		plan_init(&plan, plan_rows[i].text, "X");
		plan_assert_sound(&plan);
		text = plan_text(&plan);
		if (strcmp(text, plan_rows[i].plan) != 0)
			g_error("%s\nplan is '%s', not '%s'", plan_rows[i].text,
				text, plan_rows[i].plan);
		plan_release(&plan);
	}
}

/* The variant of a text that is to reach its one line with an X; owned. */
static char *only_variant(const char *text)
{
	const struct branch_variant *variant;
	struct plan plan;
	char *copy;

	plan_init(&plan, text, "X");
	plan_assert_sound(&plan);
	g_assert_cmpuint(plan.variants->len, ==, 1);
	variant = g_ptr_array_index(plan.variants, 0);
	copy = g_strdup(variant->text);
	plan_release(&plan);
	return copy;
}

static void test_rewriting(void)
{
	static const struct {
		const char *text, *variant;
	} rows[] = {
		{ "#ifdef A\nX\n#endif\n", "#if 1   \nX\n#endif\n" },
		{ "#if A\n#else\nX\n#endif\n", "#if 0\n#else\nX\n#endif\n" },
		{ "#if!A\nX\n#endif\n", "#if 1\nX\n#endif\n" },
		{ "#if B\n#elif A\nX\n#endif\n",
		  "#if 0\n#elif 1\nX\n#endif\n" },
		{ "#if \\\n A && 1\nX\n#endif\n",
		  "#if \\\n1      \nX\n#endif\n" },
		{ "#if A /* b\n c */ && d\nX\n#endif\n",
		  "#if 1     \n          \nX\n#endif\n" },
		{ " /* a */ # if A // b\nX\n#endif\n",
		  " /* a */ #if 1      \nX\n#endif\n" },
		{ "#if A\nX\n#endif\n#if B\n#endif\n#if !A\n#endif",
		  "#if 1\nX\n#endif\n#if B\n#endif\n#if 0 \n#endif" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *variant = only_variant(rows[i].text);

		g_assert_cmpstr(variant, ==, rows[i].variant);
	}
}

static void test_symbols(void)
{
	const struct branch_variant *variant;
	struct plan plan;

	plan_init(&plan,
		  "#if defined(CONFIG_B) && !defined(CONFIG_A) && OTHER\n"
		  "X\n#endif\n",
		  "X");
	variant = g_ptr_array_index(plan.variants, 0);
	g_assert_cmpstr(variant->symbols, ==,
			"#undef CONFIG_A\n#undef CONFIG_A_MODULE\n"
			"#undef CONFIG_B\n#define CONFIG_B 1\n");
	plan_release(&plan);
}

/* Many different branches: a limit, and a reason behind it. */
static void test_limit(void)
{
	g_autoptr(GString) text = g_string_new("#if A == 0\nX\n");
	g_autofree char *said = NULL;
	struct plan plan;

	for (guint i = 1; i < 20; i++)
		g_string_append_printf(text, "#elif A == %u\nX\n", i);
	g_string_append(text, "#endif\n");
	plan_init(&plan, text->str, "X");
	plan_assert_sound(&plan);
	said = plan_text(&plan);
	g_assert_nonnull(strstr(said, "40: in a branch beyond the limit"));
	plan_release(&plan);
}

/* No text makes it read behind its end or loop. */
static void test_cut(void)
{
	static const char text[] =
		"#if A /* b\n */ && \\\n'c' // d \\\n e\nX\n#elif \"f\\\"\"\n"
		"X\n#else\nX\n#endif\n#ifdef G\nX\n#endif";

	for (gsize length = 0; length < sizeof(text); length++) {
		g_autofree char *copy = g_strndup(text, length);
		struct plan plan;

		plan_init(&plan, copy, "X");
		plan_assert_sound(&plan);
		plan_release(&plan);
	}
}

/* In Linux 6.12.1, where KNOWN is defined and nothing else. */
static const struct {
	const char *condition;
	bool result, is_forced, is_open;
} open_rows[] = {
	{ "defined(X)", false, false, true },
	{ "!defined(X)", true, false, true },
	{ "KNOWN", true, false, false },
	{ "X >= 3", false, false, true },
	{ "X_VERSION_CODE >= KERNEL_VERSION(6,3,0)", false, false, true },
	{ "LINUX_VERSION_CODE >= KERNEL_VERSION(6,3,0)", true, false, false },
	{ "RHEL_RELEASE_CODE >= RHEL_RELEASE_VERSION(9,4)", false, false,
	  false },
	{ "__has_include(<x.h>)", false, false, false },
	/* One side decides, whatever the other one is. */
	{ "defined(KNOWN) || defined(X)", true, false, false },
	{ "LINUX_VERSION_CODE < KERNEL_VERSION(6,3,0) || defined(X)", false,
	  false, true },
	{ "LINUX_VERSION_CODE > KERNEL_VERSION(6,3,0) || defined(X)", true,
	  false, false },
	{ "LINUX_VERSION_CODE < KERNEL_VERSION(6,3,0) && defined(X)", false,
	  false, false },
	{ "LINUX_VERSION_CODE >= KERNEL_VERSION(6,12,1) && defined(X)", false,
	  false, true },
	{ "defined(KNOWN) && !defined(X)", true, false, true },
	/* A variant has chosen it against its value. */
	{ "defined(X)", true, true, true },
	{ "KNOWN", false, true, false },
	{ "LINUX_VERSION_CODE >= KERNEL_VERSION(6,3,0) || defined(X)", false,
	  true, false },
};

static void test_open(void)
{
	g_autoptr(GHashTable) macros =
		g_hash_table_new(g_str_hash, g_str_equal);
	struct tree tree = { .version = "6.12.1" };
	struct compile_jobs jobs = { .tree = &tree };
	struct condition_question question = {
		.jobs = &jobs,
		.macros = macros,
	};

	g_hash_table_add(macros, (gpointer) "KNOWN");
	for (gsize i = 0; i < G_N_ELEMENTS(open_rows); i++) {
		g_test_message("%s", open_rows[i].condition);
		question.is_forced = open_rows[i].is_forced;
		g_assert_cmpint(condition_is_open(&question,
						  open_rows[i].condition,
						  open_rows[i].result),
				==, open_rows[i].is_open);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/branch/conditions", test_conditions);
	g_test_add_func("/branch/deep_conditions", test_deep_conditions);
	g_test_add_func("/branch/plans", test_plans);
	g_test_add_func("/branch/rewriting", test_rewriting);
	g_test_add_func("/branch/symbols", test_symbols);
	g_test_add_func("/branch/limit", test_limit);
	g_test_add_func("/branch/cut", test_cut);
	g_test_add_func("/branch/open", test_open);
	return g_test_run();
}
