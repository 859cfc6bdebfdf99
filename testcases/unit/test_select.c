// SPDX-License-Identifier: GPL-2.0-only
/* The selection: learned names, relevant lines, shape of a tree. */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <string.h>

#include "base/session.h"
#include "options/stages.h"
#include "select/names.h"
#include "select/relevance.h"
#include "select/select.h"
#include "select/tree.h"
#include "select/walk.h"
#include "text/name_set.h"

static bool has_name(GHashTable *names, const char *name)
{
	return name_set_has(names, name, strlen(name));
}

static void assert_names(GHashTable *names, const char *has, const char *lacks)
{
	g_auto(GStrv) known = g_strsplit(has, " ", -1);
	g_auto(GStrv) unknown = g_strsplit(lacks, " ", -1);

	for (guint i = 0; known[i]; i++) {
		if (!has_name(names, known[i]))
			g_error("not learned: %s", known[i]);
	}
	for (guint i = 0; unknown[i]; i++) {
		if (has_name(names, unknown[i]))
			g_error("wrongly learned: %s", unknown[i]);
	}
}

static void test_learn_api(void)
{
	static const char text[] =
		"#define VM_READ 1\n"
		"#  define VM_ARCH_1 /* why */ 2\n"
		"#define VMA_MASK(x) x\n"
		"#define VM_BUG_ON_VMA(a, b)\n"
		"#define VM_FAULT_OOM 1\n"
		"#define VMA_ITERATOR(a, b, c)\n"
		"#define OTHER 1\n"
		"/* #define VM_COMMENT 1 */\n"
		"enum { DECLARE_VMA_BIT(WRITE, 1),\n"
		"\tDECLARE_VMA_BIT_ALIAS(STACK, GROWSDOWN) };\n"
		"typedef unsigned long vm_flags_t;\n"
		"static inline void taker(vm_flags_t flags) { inside(vm_flags_t); }\n"
		"vma_flags_t giver(void);\n"
		"extern int calc(const char *, vma_flag_t bit);\n"
		"void stranger(unsigned long);\n"
		"struct holder { vm_flags_t flags; };\n"
		"int after(void);\n";
	g_autoptr(GHashTable) names = names_new();

	names_learn_api(names, text, strlen(text));
	assert_names(names,
		     "vm_flags VM_READ VM_ARCH_1 VMA_MASK VMA_WRITE_BIT "
		     "VMA_STACK_BIT taker giver calc vm_flags_set",
		     "VM_BUG_ON_VMA VM_FAULT_OOM VMA_ITERATOR OTHER VM_COMMENT "
		     "inside stranger holder after flags bit");
}

static void test_learn_macros(void)
{
	static const char text[] =
		"#define LATER EARLY\n"
		"#define EARLY (VM_READ | \\\n\t1)\n"
		"#define PASTE(x) VM_##x\n"
		"#define PASTE_BIT(x) (1 << VMA_ ## x ## _BIT)\n"
		"#define FIELD(v) ((v)->vm_flags)\n"
		"#define PLAIN 1 /* VM_READ */\n"
		"#define TEXT \"VM_READ\"\n"
		"#undef GONE VM_READ\n"
		"#if VM_READ\n"
		"#define LAST VM_READ";
	g_autoptr(GHashTable) names = names_new();

	g_hash_table_add(names, g_strdup("VM_READ"));
	g_assert_cmpuint(names_learn_macros(names, text, strlen(text)), ==, 5);
	g_assert_cmpuint(names_learn_macros(names, text, strlen(text)), ==, 1);
	g_assert_cmpuint(names_learn_macros(names, text, strlen(text)), ==, 0);
	assert_names(names, "EARLY LATER PASTE PASTE_BIT FIELD LAST",
		     "PLAIN TEXT GONE");
}

/* A name that can never be looked up must not be new for ever. */
static void test_learn_long_name(void)
{
	g_autoptr(GHashTable) names = names_new();
	g_autofree char *name = g_strnfill(500, 'A');
	g_autofree char *text = g_strdup_printf("#define %s vm_flags\n", name);

	g_assert_cmpuint(names_learn_macros(names, text, strlen(text)), ==, 0);
	g_assert_false(has_name(names, name));
}

/* The relevant lines of a text as "1 3"; owned. */
static char *relevance(const char *text)
{
	g_autoptr(GHashTable) names = names_new();
	g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint32));
	GString *out = g_string_new(NULL);

	g_hash_table_add(names, g_strdup("VM_READ"));
	relevant_lines(names, text, strlen(text), lines);
	for (guint i = 0; i < lines->len; i++)
		g_string_append_printf(out, "%s%u", i ? " " : "",
				       g_array_index(lines, guint32, i));
	return g_string_free(out, FALSE);
}

#define VMA "struct vm_area_struct *vma;\n"

static const struct {
	const char *text, *lines;
} relevance_rows[] = {
	/* Names, once a line. */
	{ "VM_READ", "1" },
	{ "a = VM_READ | VM_READ;\n\nvma->vm_flags\n= 0;", "1 3" },
	{ "a = \\\nVM_READ;", "2" },
	{ "#define X VM_READ", "1" },
	{ "// VM_READ\n/* vm_flags */ \"VM_READ\" 'VM_READ'", "" },
	{ "VM_READX XVM_READ VM_ READ", "" },
	/* What a directive says to people is no code. */
	{ "#error VM_READ is \\\nVM_READ\nVM_READ", "3" },
	{ " # warning don't take VM_READ\nVM_READ", "2" },
	{ "#define error VM_READ\nx(#error VM_READ)", "1 2" },
	/* The bitmap of a VMA, and other members of that name. */
	{ VMA "a = vma->flags;", "2" },
	{ "struct vm_area_struct vma;\nvma.flags = b;", "2" },
	{ VMA "page->flags = 0;\nflags = 1;\nvma->x.flags;", "" },
	/* Whole copies. */
	{ VMA "a = *vma;", "2" },
	{ VMA "*vma = a;", "2" },
	{ VMA "{ *vma = *old; }", "2" },
	{ "struct vm_area_struct *a, *b;\n*b = x;", "2" },
	{ "struct vm_area_struct *a = f(x, y), *b;\nx = *b;", "2" },
	{ "struct vm_area_struct *const a;\nx = *a;", "2" },
	{ "struct vm_area_struct __user *a;\nx = *a;", "2" },
	{ "int f(struct vm_area_struct *a, int *b)\n{ *b = 1; }", "" },
	{ VMA "struct vm_area_struct *vma = x;\nvma = y;\na = b * vma;", "" },
	{ VMA "a = *vma->vm_mm; x = **vma;", "2" },
	/* Elements of an array. */
	{ "struct vm_area_struct vmas[2];\nvmas[0] = x;", "1 2" },
	{ "struct vm_area_struct vmas[2];\nvmas[i].vm_mm = x;", "1" },
	/* Copies by size. */
	{ "memcpy(a, b, sizeof(struct vm_area_struct));", "1" },
	{ "memset(a,\n 0,\n sizeof(struct vm_area_struct)\n);", "1" },
	{ VMA "memcpy(a,\nb, sizeof(*vma));", "2" },
	{ VMA "memmove(vma, b, n);", "2" },
	{ VMA "memcpy(a, vma->vm_mm, 8);\nmemcpy(a, b, 8); f(vma);", "" },
	{ "memory(struct vm_area_struct);", "" },
	/* A macro that copies what its arguments point to. */
	{ "#define COPY(a, b) (*(a) = *(b))\n" VMA "COPY(vma, x);", "3" },
	/* Never the declaration of the name alone. */
	{ VMA "struct vm_area_struct;\nf(vma);\nvma->vm_mm = x;", "" },
};

static void test_relevance(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(relevance_rows); i++) {
		g_autofree char *lines = relevance(relevance_rows[i].text);

		if (strcmp(lines, relevance_rows[i].lines) != 0)
			g_error("%s\nlines are '%s', not '%s'",
				relevance_rows[i].text, lines,
				relevance_rows[i].lines);
	}
}

/* A folder that is gone again after the test. */
struct scratch {
	char *root;
	struct session session;
};

static void scratch_write(const struct scratch *scratch, const char *name,
			  const char *text)
{
	g_autofree char *path = g_build_filename(scratch->root, name, NULL);
	g_autofree char *folder = g_path_get_dirname(path);

	g_assert_cmpint(g_mkdir_with_parents(folder, 0755), ==, 0);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void scratch_init(struct scratch *scratch)
{
	g_autofree char *made = g_dir_make_tmp("vmalint-XXXXXX", NULL);

	g_assert_nonnull(made);
	scratch->root = g_steal_pointer(&made);
	session_init(&scratch->session);
	scratch_write(scratch, "Makefile",
		      "# SPDX\nVERSION = 6\nPATCHLEVEL=12\n SUBLEVEL = 3\n"
		      "EXTRAVERSION = -rc1\n");
}

static void scratch_release(struct scratch *scratch)
{
	g_autofree char *command = NULL;
	g_autofree char *quoted = g_shell_quote(scratch->root);

	command = g_strdup_printf("rm -rf %s", quoted);
	g_assert_true(
		g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
	g_free(scratch->root);
	session_release(&scratch->session);
}

#define TYPED "struct vm_area_struct { vma_flags_t flags; };"

static const struct {
	const char *types, *api_header;
	enum tree_api api;
	unsigned int level;
} shapes[] = {
	{ "struct vm_area_struct { int a; unsigned long vm_flags; };", "",
	  TREE_API_PLAIN, 0 },
	{ "struct vm_area_struct;\nstruct vm_area_struct {\n#ifdef A\n"
	  "vm_flags_t vm_flags;\n#endif\nconst int b; };",
	  "", TREE_API_PLAIN, 0 },
	{ "struct other { const vm_flags_t vm_flags; };\n"
	  "struct vm_area_struct { struct { int a; }; vm_flags_t vm_flags; };",
	  "", TREE_API_PLAIN, 0 },
	{ "struct vm_area_struct { union { const vm_flags_t vm_flags; "
	  "vm_flags_t __private __vm_flags; }; };",
	  "", TREE_API_CONST, 0 },
	{ "struct vm_area_struct { /* vma_flags_t flags; */ union { "
	  "vm_flags_t const vm_flags; }; };",
	  "", TREE_API_CONST, 0 },
	{ "struct vm_area_struct { union { const vm_flags_t vm_flags; "
	  "vma_flags_t flags; }; };",
	  "", TREE_API_TYPED, 1 },
	{ TYPED, "", TREE_API_TYPED, 1 },
	{ TYPED, "vma_flags_t mk_vma_flags(int);", TREE_API_TYPED, 2 },
	{ TYPED, "bool vma_flags_test_any(int); int mk_vma_flags(int);",
	  TREE_API_TYPED, 3 },
	{ TYPED, "int mk_vma_flags_from_masks(int);", TREE_API_TYPED, 4 },
	{ TYPED, "int vma_flags_to_page_prot(int);", TREE_API_TYPED, 5 },
};

static void test_shapes(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(shapes); i++) {
		struct scratch scratch;
		struct tree tree = { .names = names_new() };

		scratch_init(&scratch);
		scratch_write(&scratch, "include/linux/mm_types.h",
			      shapes[i].types);
		scratch_write(&scratch, "include/linux/mm.h",
			      shapes[i].api_header);
		tree.root = scratch.root;
		g_assert_true(tree_learn(&scratch.session, &tree));
		g_assert_cmpint(tree.api, ==, shapes[i].api);
		g_assert_cmpuint(tree.level, ==, shapes[i].level);
		g_assert_cmpstr(tree.version, ==, "6.12.3-rc1");
		g_hash_table_destroy(tree.names);
		scratch_release(&scratch);
	}
}

static void test_no_shape(void)
{
	struct scratch scratch;
	struct tree tree = { .names = names_new() };
	const struct problem *problem;

	scratch_init(&scratch);
	scratch_write(&scratch, "include/linux/mm_types.h",
		      "struct vm_area_struct;");
	scratch_write(&scratch, "include/linux/mm.h", "");
	tree.root = scratch.root;
	g_assert_false(tree_learn(&scratch.session, &tree));
	problem = &g_array_index(scratch.session.problems, struct problem, 0);
	g_assert_cmpstr(problem->path, ==, "include/linux/mm_types.h");
	g_hash_table_destroy(tree.names);
	scratch_release(&scratch);
}

/* The selection of a small tree for these PATHs, as "path:lines"; owned. */
static char *selected(struct scratch *scratch, const char *const *names)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
	struct select_options options = { .paths = paths };
	const struct keep_options keep = { .is_off = true };
	struct selection selection;
	GString *out = g_string_new(NULL);

	for (guint i = 0; names[i]; i++)
		g_ptr_array_add(
			paths, g_build_filename(scratch->root, names[i], NULL));
	options.tree = paths->len ? NULL : scratch->root;
	if (!files_select(&scratch->session, &options, &keep, &selection))
		g_string_append(out, "refused ");
	for (guint i = 0; selection.files && i < selection.files->len; i++) {
		const struct selected_file *file = &g_array_index(
			selection.files, struct selected_file, i);

		g_string_append_printf(out, "%s:%u ", file->path,
				       file->lines->len);
	}
	selection_release(&selection);
	return g_strchomp(g_string_free(out, FALSE));
}

static void fill_tree(struct scratch *scratch)
{
	scratch_write(scratch, "include/linux/mm_types.h",
		      "struct vm_area_struct { unsigned long vm_flags; };\n");
	scratch_write(scratch, "include/linux/mm.h", "#define VM_READ 1\n");
	scratch_write(scratch, "include/linux/wrap.h",
		      "#define WRAP WRAPPED\n#define WRAPPED VM_READ\n");
	scratch_write(scratch, "drivers/own.h", "#define OWN WRAP\n");
	scratch_write(scratch, "drivers/a.c", "WRAP\nOWN\n");
	scratch_write(scratch, "drivers/none.c", "int vm_flag;\n");
	scratch_write(scratch, "drivers/note.c", "/* VM_READ */\n");
	scratch_write(scratch, "drivers/a.mod.c", "VM_READ\n");
	scratch_write(scratch, "drivers/a.S", "VM_READ\n");
	scratch_write(scratch, "mm/copy.c",
		      "struct vm_area_struct *v;\n"
		      "void f(void) { *v = *v; }\n");
	scratch_write(scratch, ".hidden/b.c", "VM_READ\n");
}

static void test_select(void)
{
	static const struct {
		const char *paths[4], *files;
	} rows[] = {
		{ { NULL },
		  "drivers/a.c:2 drivers/own.h:1 include/linux/mm.h:1 "
		  "include/linux/mm_types.h:1 include/linux/wrap.h:2 "
		  "mm/copy.c:1" },
		{ { "drivers", "mm/../drivers/a.c" },
		  "drivers/a.c:2 drivers/own.h:1" },
		{ { "drivers/none.c" }, "" },
		{ { "mm", "drivers/gone.c" }, "mm/copy.c:1" },
		{ { "drivers/gone.c", "mm" }, "mm/copy.c:1" },
		{ { "drivers/gone.c" }, "refused" },
		{ { ".hidden" }, ".hidden/b.c:1" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct scratch scratch;
		g_autofree char *files = NULL;

		scratch_init(&scratch);
		fill_tree(&scratch);
		files = selected(&scratch, rows[i].paths);
		g_assert_cmpstr(files, ==, rows[i].files);
		scratch_release(&scratch);
	}
}

/* How many threads this process has. */
static guint count_threads(void)
{
	GDir *tasks = g_dir_open("/proc/self/task", 0, NULL);
	guint nr = 0;

	g_assert_nonnull(tasks);
	while (g_dir_read_name(tasks))
		nr++;
	g_dir_close(tasks);
	return nr;
}

/*
 * Workers are forked next. An ended thread may be listed for a moment, but an
 * idle one of a pool would be there for seconds.
 */
static void test_match_leaves_no_thread(void)
{
	enum { NR_PATHS = 64, TRIES = 100 };
	g_autoptr(GPtrArray) paths = g_ptr_array_new();
	g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
	guint8 hits[NR_PATHS] = { 0 };
	struct session session;
	guint tries = 0;

	for (guint i = 0; i < NR_PATHS; i++)
		g_ptr_array_add(paths, (gpointer) "/proc/self/comm");
	g_hash_table_add(names, (gpointer) "vm_flags");
	session_init(&session);
	walk_match(&session, NULL, paths, names, hits);
	while (count_threads() > 1 && tries++ < TRIES)
		g_usleep(10000);
	g_assert_cmpuint(count_threads(), ==, 1);
	session_release(&session);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/select/learn_api", test_learn_api);
	g_test_add_func("/select/learn_macros", test_learn_macros);
	g_test_add_func("/select/learn_long_name", test_learn_long_name);
	g_test_add_func("/select/relevance", test_relevance);
	g_test_add_func("/select/shapes", test_shapes);
	g_test_add_func("/select/no_shape", test_no_shape);
	g_test_add_func("/select/select", test_select);
	g_test_add_func("/select/match_leaves_no_thread",
			test_match_leaves_no_thread);
	return g_test_run();
}
