// SPDX-License-Identifier: GPL-2.0-only
/* Headers without bodies: text/blank.h and parse/bodiless.h. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/view.h"
#include "parse/bodiless.h"
#include "text/blank.h"

/* A text as it is without bodies, blanks folded to one; owned. */
static char *blanked(const char *text)
{
	g_autofree char *copy = g_strdup(text);
	GString *folded = g_string_new(NULL);

	blank_bodies(copy, strlen(copy));
	g_assert_cmpuint(strlen(copy), ==, strlen(text));
	for (const char *p = copy; *p; p++) {
		gboolean is_blank = *p == ' ' || *p == '\t';

		if (!is_blank)
			g_string_append_c(folded, *p);
		else if (folded->len && folded->str[folded->len - 1] != ' ')
			g_string_append_c(folded, ' ');
	}
	return g_string_free(folded, FALSE);
}

static void test_functions(void)
{
	static const struct {
		const char *text, *bodiless;
	} rows[] = {
		{ "static inline int f(int a)\n{\n\treturn a;\n}\nint b;\n",
		  "static inline int f(int a)\n;\n \n \nint b;\n" },
		{ "static __always_inline void f(void) { }\n",
		  "static __always_inline void f(void) ; \n" },
		{ "__inline__ void f(void (*g)(int)) { g(1); } int x;",
		  "__inline__ void f(void (*g)(int)) ; int x;" },
		/* Braces in comments and literals are none. */
		{ "static inline char f(void) { /* { */ return '{'; } int x;",
		  "static inline char f(void) ; int x;" },
		{ "static inline void f(void) { g(\"}\\\"\"); // }\n} int x;",
		  "static inline void f(void) ; \n int x;" },
		/* Attributes may follow the parameters. */
		{ "static inline void f(void)\n\t__must_hold(l) {}\n",
		  "static inline void f(void)\n __must_hold(l) ; \n" },
		{ "struct a { int b; };\nstatic inline void f(void) { if (1) {"
		  " } }\n",
		  "struct a { int b; };\nstatic inline void f(void) ; \n" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *bodiless = blanked(rows[i].text);

		g_assert_cmpstr(bodiless, ==, rows[i].bodiless);
	}
}

/* What is no inline function, or defines more than itself. */
static void test_left_alone(void)
{
	static const char *const texts[] = {
		"",
		"int f(void) { return 1; }\n",
		"struct inline_thing { int a; };\n",
		"static const struct s inline_ops = { .f = g() };\n",
		"static inline int f(void);\n",
		"static inline void f(void)\n{\n#define LATER 1\n}\n",
		"#define F static inline void f(void) \\\n{ g(); }\n",
		"/* static inline void f(void) { } */\n",
		"M(static inline void f(void) { g(); })\n",
		"static inline void f(void)\n#ifdef A\n{ g(); }\n#endif\n",
		"static inline void f(void) {",
		"static inline void f(void) { \"open\n",
		"static inline MAKER { int a; };\n",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autofree char *copy = g_strdup(texts[i]);

		g_assert_cmpuint(blank_bodies(copy, strlen(copy)), ==, 0);
		g_assert_cmpstr(copy, ==, texts[i]);
	}
}

/* Two heads of one body must not swallow what follows. */
static void test_goes_on_behind_odd_braces(void)
{
	g_autofree char *bodiless =
		blanked("#ifdef A\n"
			"static inline int f(int a) {\n"
			"#else\n"
			"static inline int f(long a) {\n"
			"#endif\n"
			"\treturn 1;\n"
			"}\n"
			"static inline void g(void) { h(); }"
			"\n");

	g_assert_true(g_str_has_suffix(bodiless,
				       "\n}\nstatic inline void g(void) ; \n"));
	g_assert_nonnull(strstr(bodiless, "return 1;"));
}

/* Cut anywhere, a text is read without a look behind its end. */
static void test_cut(void)
{
	static const char text[] =
		"#include <a.h>\n#define A /* x */ \\\n\"b\"\n"
		"static inline int f(char *a) { return *a == '\\''; // }\n}\n";

	for (gsize length = 0; length < sizeof(text); length++) {
		g_autofree char *copy = g_strndup(text, length);

		blank_bodies(copy, strlen(copy));
		g_assert_cmpuint(strlen(copy), ==, MIN(length, strlen(text)));
	}
}

/* A folder with files that are old enough to be read. */
struct folder {
	char *path;
	struct bodiless_headers *bodiless;
	struct view *view;
};

enum { SETTLE_US = 40000 };

static char *place(const struct folder *folder, const char *name,
		   const char *text)
{
	char *path = g_build_filename(folder->path, name, NULL);
	g_autofree char *above = g_path_get_dirname(path);

	g_assert_cmpint(g_mkdir_with_parents(above, 0755), ==, 0);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	g_usleep(SETTLE_US);
	return path;
}

static void folder_set_up(struct folder *folder, gconstpointer data)
{
	(void)data;
	folder->path = g_dir_make_tmp("bodiless-XXXXXX", NULL);
	folder->view = view_new();
	folder->bodiless = bodiless_headers_new(folder->view);
}

static void folder_tear_down(struct folder *folder, gconstpointer data)
{
	g_autofree char *command = g_strdup_printf("rm -rf %s", folder->path);

	(void)data;
	bodiless_headers_free(folder->bodiless);
	view_free(folder->view);
	g_assert_true(
		g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
	g_free(folder->path);
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Last parts of the paths that a source finds, sorted and joined; owned. */
static char *found(const struct folder *folder, const char *source,
		   const GHashTable *closed)
{
	g_autofree char *option = g_strconcat("-I", folder->path, "/i", NULL);
	g_autoptr(GPtrArray) arguments = g_ptr_array_new();
	const struct bodiless_request request = {
		.source = source,
		.arguments = arguments,
		.closed = closed,
	};
	g_autoptr(GArray) all = NULL;
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

	g_ptr_array_add(arguments, option);
	all = bodiless_headers_find(folder->bodiless, &request);
	for (guint i = 0; i < all->len; i++) {
		const struct bodiless_header *bodiless =
			&g_array_index(all, struct bodiless_header, i);

		g_assert_cmpuint(strlen(bodiless->text), ==, bodiless->length);
		g_ptr_array_add(names, g_path_get_basename(bodiless->path));
	}
	g_ptr_array_sort(names, compare_names);
	g_ptr_array_add(names, NULL);
	return g_strjoinv(" ", (char **)names->pdata);
}

#define FUNCTION "static inline void f(void) { g(); }\n"

static void test_finds_headers(struct folder *folder, gconstpointer data)
{
	g_autofree char *a =
		place(folder, "i/a.h", "#include \"sub/b.h\"\n" FUNCTION);
	g_autofree char *b = place(folder, "i/sub/b.h",
				   "#include \"../c.h\"\n#include \"b.h\"\n");
	g_autofree char *c = place(folder, "i/c.h", FUNCTION);
	g_autofree char *d = place(folder, "d.h", FUNCTION);
	g_autofree char *source =
		place(folder, "s.c",
		      "#include <a.h>\n#include \"d.h\"\n#include <no.h>\n");
	g_autoptr(GHashTable) closed =
		g_hash_table_new(g_str_hash, g_str_equal);
	g_autofree char *all = found(folder, source, NULL);
	g_autofree char *rest = NULL;

	(void)data;
	g_assert_cmpstr(all, ==, "a.h c.h d.h");
	/* What is closed is not even followed. */
	g_hash_table_add(closed, a);
	rest = found(folder, source, closed);
	g_assert_cmpstr(rest, ==, "d.h");
}

static void test_follows_changes(struct folder *folder, gconstpointer data)
{
	g_autofree char *a = place(folder, "i/a.h", FUNCTION);
	g_autofree char *source = place(folder, "s.c", "#include <a.h>\n");
	g_autofree char *before = found(folder, source, NULL);
	g_autofree char *again = NULL;
	g_autofree char *gone = NULL;

	(void)data;
	g_assert_cmpstr(before, ==, "a.h");
	g_free(place(folder, "i/a.h", "int a;\n"));
	again = found(folder, source, NULL);
	g_assert_cmpstr(again, ==, "");
	g_free(place(folder, "i/a.h", FUNCTION FUNCTION));
	g_assert_cmpint(g_unlink(a), ==, 0);
	gone = found(folder, source, NULL);
	g_assert_cmpstr(gone, ==, "");
}

/* What a change makes of a header is not what is on disk. */
static void test_leaves_what_a_view_says(struct folder *folder,
					 gconstpointer data)
{
	g_autofree char *a = place(folder, "i/a.h", FUNCTION);
	g_autofree char *b = place(folder, "i/b.h", FUNCTION);
	g_autofree char *source = place(folder, "s.c", "#include <a.h>\n");
	g_autoptr(GBytes) text =
		g_bytes_new_static("#include <b.h>\n" FUNCTION,
				   strlen("#include <b.h>\n" FUNCTION));
	g_autofree char *names = NULL;

	(void)data;
	view_set(folder->view, a, text);
	names = found(folder, source, NULL);
	g_assert_cmpstr(names, ==, "b.h");
}

static void add_in_folder(const char *name,
			  void (*test)(struct folder *, gconstpointer))
{
	g_test_add(name, struct folder, NULL, folder_set_up, test,
		   folder_tear_down);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/bodiless/functions", test_functions);
	g_test_add_func("/bodiless/left_alone", test_left_alone);
	g_test_add_func("/bodiless/odd_braces", test_goes_on_behind_odd_braces);
	g_test_add_func("/bodiless/cut", test_cut);
	add_in_folder("/bodiless/finds_headers", test_finds_headers);
	add_in_folder("/bodiless/follows_changes", test_follows_changes);
	add_in_folder("/bodiless/view", test_leaves_what_a_view_says);
	return g_test_run();
}
