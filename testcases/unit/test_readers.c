// SPDX-License-Identifier: GPL-2.0-only
/*
 * One ugly file, of which all who read C as text must say the same: blanks
 * behind hashes, splices of all kinds, comments in odd places, what only looks
 * like comments, directives or trigraphs, NULs, a long line, and no line end
 * at the end.
 */
#include <glib.h>
#include <string.h>

#include "arguments/arguments.h"
#include "base/view.h"
#include "facts/facts.h"
#include "facts/kinds/kinds.h"
#include "findings/comments.h"
#include "select/names.h"
#include "select/relevance.h"
#include "select/select.h"
#include "text/blank.h"
#include "text/conditional.h"
#include "text/directive.h"

/* "@" stands for a NUL; the long line goes where the "~" is. */
static const char *const lines[] = {
	/* 1 */ "/* one #if 0\n",
	/* 2 */ "*/ # \\\r\n",
	/* 3 */ "include \"a.h\" /* b\n",
	/* 4 */ "*/\r\n",
	/* 5 */ "%:inc\\\n",
	/* 6 */ "lude <b//c.h> // d \\\n",
	/* 7 */ "#include \"no1.h\"\n",
	/* 8 */ "static const char *s = \"/* #if 0 \\\n",
	/* 9 */ "#include 'no2'\"; /* \\*/\n",
	/* 10 */ "#ifdef CONFIG_A /* x\n",
	/* 11 */ " y */ // #else\n",
	/* 12 */ "@\t#\tdefine GRAB(v) \\\r\n",
	/* 13 */ "\t((v)->vm_flags /* vmalint: allow(x): odd */ \\ \t\n",
	/* 14 */ "\t |= VM_\\\n",
	/* 15 */ "IO)\n",
	/* 16 */ "?\?=include \"no3.h\"; // ?\?/\n",
	/* 17 */ "# else /* #endif\r",
	/* 18 */ "*/\n",
	/* 19 */ "static inline int f(int a) { /* } */ return '{' @+ a; }\n",
	/* 20 */ "# if defined(CONFIG_B) && \\\n",
	/* 21 */ " /* #endif \\\n",
	/* 22 */ " */ defined(CONFIG_C)\n",
	/* 23 */ "@int c = VM_IO;@\n",
	/* 24 */ "#endif // \"\n",
	/* 25 */ "#/* a */endif '\n",
	/* 26 */ "~ /* VM_IO */ '\\'' \"\\\\\" // VM_IO\n",
	/* 27 */ "#include_next <e.h>",
};

enum { NR_ON_LONG_LINE = 100000 };

static GString *ugly(void)
{
	GString *text = g_string_new(NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
		for (const char *p = lines[i]; *p; p++) {
			for (guint k = 0; *p == '~' && k < NR_ON_LONG_LINE; k++)
				g_string_append(text, "int l; ");
			if (*p != '~')
				g_string_append_c(text, *p == '@' ? '\0' : *p);
		}
	}
	return text;
}

static char *numbers(const GArray *array)
{
	GString *said = g_string_new(NULL);

	for (guint i = 0; i < array->len; i++)
		g_string_append_printf(said, "%s%u", i ? " " : "",
				       g_array_index(array, guint32, i));
	return g_string_free(said, FALSE);
}

static void test_includes(void)
{
	g_autoptr(GString) text = ugly();
	g_autoptr(GString) said = g_string_new(NULL);
	struct directive_reader reader;
	struct include include;

	directive_reader_init(&reader, text->str, text->len);
	while (include_next(&reader, &include)) {
		g_string_append_printf(said, "%s ", include.name);
		g_free(include.name);
	}
	g_assert_cmpstr(said->str, ==, "a.h b//c.h e.h ");
	g_assert_true(text_includes(text->str, text->len, "a.h"));
	g_assert_true(text_includes(text->str, text->len, "e.h"));
	g_assert_false(text_includes(text->str, text->len, "no1.h"));
}

static void test_headers_beside(void)
{
	g_autoptr(GString) text = ugly();
	g_autoptr(GBytes) bytes = g_bytes_new(text->str, text->len);
	g_autoptr(GPtrArray) paths = g_ptr_array_new();
	g_autoptr(GPtrArray) found = NULL;
	struct view *view = view_new();
	const struct selection_scope scope = {
		.root = "/nowhere",
		.view = view,
		.paths = paths,
	};

	view_set(view, "/nowhere/x/u.c", bytes);
	g_ptr_array_add(paths, (gpointer) "/nowhere/x/u.c");
	found = files_beside(&scope);
	g_assert_cmpuint(found->len, ==, 2);
	g_assert_cmpstr(found->pdata[0], ==, "/nowhere/x/a.h");
	g_assert_cmpstr(found->pdata[1], ==, "/nowhere/x/e.h");
	view_free(view);
}

static void test_conditionals(void)
{
	g_autoptr(GString) text = ugly();
	g_autoptr(GString) said = g_string_new(NULL);
	g_autoptr(GArray) found = conditionals_read(text->str, text->len);

	for (guint i = 0; i < found->len; i++) {
		const struct conditional *one =
			&g_array_index(found, struct conditional, i);

		g_string_append_printf(said, "%u %s;", one->last_line,
				       one->condition);
	}
	g_assert_cmpstr(
		said->str, ==,
		"11 defined(CONFIG_A);18 ;"
		"22 defined(CONFIG_B) &&    defined(CONFIG_C);24 ;25 ;");
}

static void test_lines(void)
{
	g_autoptr(GString) text = ugly();
	g_autoptr(GHashTable) names = names_new();
	g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint32));
	g_autofree char *said = NULL;

	g_hash_table_add(names, g_strdup("VM_IO"));
	relevant_lines(names, text->str, text->len, found);
	said = numbers(found);
	g_assert_cmpstr(said, ==, "13 14 23");
	g_assert_cmpuint(names_learn_macros(names, text->str, text->len), ==,
			 1);
	g_assert_true(g_hash_table_contains(names, "GRAB"));
}

static void test_declared(void)
{
	static const struct {
		guint32 line;
		const char *name, *other; /* declared on it, and elsewhere */
	} rows[] = {
		{ 14, "GRAB", "f" },
		{ 19, "f", "GRAB" },
		{ 23, "c", "f" },
		/* Of an include and a condition it is all names. */
		{ 3, "GRAB", "no1" },
		{ 11, "f", "no1" },
		{ 21, "c", "no1" },
	};
	g_autoptr(GString) text = ugly();

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		const struct line_span span = { rows[i].line, rows[i].line };
		g_autoptr(GArray) spans =
			g_array_new(FALSE, FALSE, sizeof(span));
		struct header_names names;

		header_names_init(&names);
		g_array_append_val(spans, span);
		header_declared_names(text->str, text->len, spans, &names);
		g_assert_true(g_hash_table_contains(names.names, rows[i].name));
		g_assert_false(
			g_hash_table_contains(names.names, rows[i].other));
		header_names_release(&names);
	}
}

static void test_comments(void)
{
	g_autoptr(GString) text = ugly();
	g_autoptr(GPtrArray) found = suppressions_read(text->str, text->len);
	const struct suppression *one;

	g_assert_cmpuint(found->len, ==, 1);
	one = g_ptr_array_index(found, 0);
	g_assert_cmpuint(one->line, ==, 13);
	g_assert_cmpuint(one->first, ==, 13);
	g_assert_cmpuint(one->last, ==, 13);
	g_assert_cmpuint(one->column, ==, 17);
	g_assert_cmpstr(one->macro, ==, "GRAB");
}

static void test_guards(void)
{
	g_autoptr(GString) text = ugly();
	const struct unit_facts facts = {
		.text = text->str,
		.text_length = text->len,
	};
	static const struct {
		guint line;
		const char *guards;
	} rows[] = {
		{ 9, "" },
		{ 14, "defined(CONFIG_A)" },
		{ 19, "defined(CONFIG_A) " },
		{ 23, "defined(CONFIG_A)  && defined(CONFIG_B) &&    "
		      "defined(CONFIG_C)" },
		{ 26, "" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *guards = facts_guards(&facts, rows[i].line);

		g_assert_cmpstr(guards, ==, rows[i].guards);
	}
}

/* What the variants decide is what the reader finds in them. */
static void test_variants(void)
{
	g_autoptr(GString) text = ugly();
	g_autoptr(GArray) wanted = g_array_new(FALSE, FALSE, sizeof(guint32));
	const guint32 both[] = { 14, 23 };
	g_autoptr(GPtrArray) variants = NULL;
	g_autoptr(GHashTable) reasons = NULL;
	g_autoptr(GString) said = g_string_new(NULL);

	g_array_append_vals(wanted, both, G_N_ELEMENTS(both));
	variants = branch_variants(text->str, text->len, wanted, &reasons);
	for (guint i = 0; i < variants->len; i++) {
		const struct branch_variant *one =
			g_ptr_array_index(variants, i);
		g_autoptr(GArray) found =
			conditionals_read(one->text, one->length);
		g_autofree char *reached = numbers(one->lines);

		g_assert_cmpuint(found->len, ==, 5);
		g_string_append_printf(
			said, "%s: %s; %s %s\n", reached, one->description,
			g_array_index(found, struct conditional, 0).condition,
			g_array_index(found, struct conditional, 2).condition);
	}
	g_assert_cmpstr(said->str, ==,
			"14: CONFIG_A; 1 defined(CONFIG_B) &&    "
			"defined(CONFIG_C)\n"
			"23: !CONFIG_A, CONFIG_B, CONFIG_C; 0 1\n");
}

static void test_bodies(void)
{
	g_autoptr(GString) text = ugly();
	g_autofree char *copy = g_memdup2(text->str, text->len + 1);

	g_assert_cmpuint(blank_bodies(copy, text->len), ==, 1);
	for (gsize i = 0; i < text->len; i++) {
		bool is_body = copy[i] != text->str[i];

		g_assert_true(!is_body || copy[i] == ' ' || copy[i] == ';');
	}
	g_assert_nonnull(memmem(copy, text->len, "f(int a) ;  ", 12));
	g_assert_null(memmem(copy, text->len, "return", 6));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/readers/includes", test_includes);
	g_test_add_func("/readers/headers_beside", test_headers_beside);
	g_test_add_func("/readers/conditionals", test_conditionals);
	g_test_add_func("/readers/lines", test_lines);
	g_test_add_func("/readers/declared", test_declared);
	g_test_add_func("/readers/comments", test_comments);
	g_test_add_func("/readers/guards", test_guards);
	g_test_add_func("/readers/variants", test_variants);
	g_test_add_func("/readers/bodies", test_bodies);
	return g_test_run();
}
