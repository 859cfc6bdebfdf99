// SPDX-License-Identifier: GPL-2.0-only
/* What lines of a header declare, to those that include it. */
#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include "select/select.h"

static void append_sorted(GString *text, GHashTable *set)
{
	GList *names =
		g_list_sort(g_hash_table_get_keys(set), (GCompareFunc)strcmp);

	for (GList *name = names; name; name = name->next)
		g_string_append_printf(text, " %s", (char *)name->data);
	g_list_free(names);
}

/* "names | members" that these lines declare. */
static void check(const char *header, guint32 first, guint32 last,
		  const char *expected)
{
	const struct line_span span = { first, last };
	g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(span));
	g_autoptr(GString) text = g_string_new(NULL);
	struct header_names names;

	g_array_append_val(spans, span);
	header_names_init(&names);
	header_declared_names(header, strlen(header), spans, &names);
	append_sorted(text, names.names);
	g_string_append(text, " |");
	append_sorted(text, names.members);
	header_names_release(&names);
	g_assert_cmpstr(text->str + 1, ==, expected);
}

static void test_functions(void)
{
	static const char header[] = "static inline int one(int a,\n"
				     "\t\t\t     int b)\n"
				     "{\n"
				     "\treturn two(a);\n"
				     "}\n"
				     "int three(struct x *x), four;\n"
				     "typedef int (*call_t)(int size);\n";

	check(header, 2, 2, "one |");
	check(header, 4, 4, "|");
	check(header, 6, 6, "four three |");
	check(header, 7, 7, "call_t |");
}

static void test_structs(void)
{
	static const char header[] = "struct kept {\n"
				     "\tint nr;\n"
				     "#ifdef CONFIG_X\n"
				     "#define NR 3\n"
				     "\tunsigned a : 1, b : 2;\n"
				     "#endif\n"
				     "\tint (*call)(int size,\n"
				     "\t\t     int more);\n"
				     "\tDECLARE_BITMAP(map, LENGTH);\n"
				     "\tenum { INNER, OTHER } mode;\n"
				     "\tstruct {\n"
				     "\t\tu32\n"
				     "\t\t\tdeep[4];\n"
				     "\t} in;\n"
				     "} __aligned(8);\n"
				     "int after;\n";

	check(header, 1, 1, "kept |");
	check(header, 2, 2, "| nr");
	check(header, 4, 4, "NR |");
	check(header, 5, 5, "| a b");
	check(header, 8, 8, "| call");
	check(header, 9, 9, "| LENGTH map");
	check(header, 10, 10, "INNER OTHER | mode");
	check(header, 12, 12, "| deep");
	check(header, 16, 16, "after |");
}

/* Copies of it name no member. */
static void test_vma(void)
{
	check("struct vm_area_struct {\n\tint vm_flags;\n};\n", 2, 2,
	      "vm_area_struct | vm_flags");
}

static void test_enumerators(void)
{
	static const char header[] = "enum kind {\n"
				     "\tA,\n"
				     "\tB = 1 << X,\n"
				     "\tC\n"
				     "};\n";

	check(header, 2, 2, "A B C |");
	check(header, 4, 4, "C |");
}

static void test_macros(void)
{
	static const char header[] = "#define ONE(a) \\\n"
				     "\t((a) + 1)\n"
				     "#ifdef X\n"
				     "#define TWO 2\n"
				     "#endif\n";

	check(header, 2, 2, "ONE |");
	check(header, 4, 4, "TWO |");
	check(header, 3, 3, "ONE TWO |");
}

/* Each branch opens a brace; one closes them. */
static void test_halves_of_braces(void)
{
	static const char header[] = "static inline void half(int a)\n"
				     "{\n"
				     "#ifdef X\n"
				     "\tif (a) {\n"
				     "#else\n"
				     "\tif (!a) {\n"
				     "#endif\n"
				     "\t}\n"
				     "}\n"
				     "int after(void);\n";

	check(header, 10, 10, "after |");
}

static bool is_same(const char *before, const char *after)
{
	return header_says_same(before, strlen(before), after, strlen(after));
}

static void test_layout(void)
{
	g_assert_true(is_same("int a(void); /* x */\n", "int\na( void );\n"));
	g_assert_true(is_same("#define A(x) \\\n\t1\n", "#define A(x) 1\n"));
	g_assert_false(is_same("int a;\n", "int b;\n"));
	g_assert_false(is_same("int a;\n", "int a; int b;\n"));
	g_assert_false(is_same("#define A (x)\n", "#define A(x)\n"));
	g_assert_false(is_same("#define A\nint b;\n", "#define A int b;\n"));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/header_names/functions", test_functions);
	g_test_add_func("/header_names/structs", test_structs);
	g_test_add_func("/header_names/vma", test_vma);
	g_test_add_func("/header_names/enumerators", test_enumerators);
	g_test_add_func("/header_names/macros", test_macros);
	g_test_add_func("/header_names/layout", test_layout);
	g_test_add_func("/header_names/halves_of_braces",
			test_halves_of_braces);
	return g_test_run();
}
