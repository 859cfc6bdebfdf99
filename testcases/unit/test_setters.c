// SPDX-License-Identifier: GPL-2.0-only
/* What bodies of a tree's core teach: setters of flags, and what excludes. */
#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include "select/setters.h"

static GHashTable *learned(const char *header, const char *text)
{
	GHashTable *names =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	struct setters *setters = setters_new();

	setters_read(setters, header, strlen(header), true);
	setters_read(setters, text, strlen(text), false);
	setters_learn(setters, names);
	names_learn_exclusive(names, text, strlen(text));
	setters_free(setters);
	return names;
}

static void assert_marks(const char *header, const char *text,
			 const char *expected)
{
	g_autoptr(GHashTable) names = learned(header, text);
	g_auto(GStrv) marks = g_strsplit(expected, " ", -1);

	for (guint i = 0; marks[i] && *marks[i]; i++) {
		if (!g_hash_table_contains(names, marks[i]))
			g_error("not learned: %s", marks[i]);
	}
	g_assert_cmpuint(g_hash_table_size(names), ==,
			 *expected ? g_strv_length(marks) : 0);
}

static void test_direct(void)
{
	assert_marks("",
		     "int f(struct vm_area_struct *v)\n"
		     "{ if (g()) return 1; vm_flags_set(v, VM_IO); }",
		     "f:sets f:sets:IO");
	assert_marks("",
		     "int f(int a, struct vm_area_struct *v)\n"
		     "{ v->vm_flags |= VM_IO | VM_PFNMAP; return a; }",
		     "f:sets f:sets:IO f:sets:PFNMAP");
	assert_marks("",
		     "void f(struct vm_area_struct *v)\n"
		     "{ vm_flags_mod(v, VM_IO, VM_PFNMAP); }",
		     "f:sets f:sets:IO");
	assert_marks("static inline void add(struct vm_area_struct *v, int f)\n"
		     "{ ACCESS_PRIVATE(v, __vm_flags) |= f; }",
		     "void g(struct vm_area_struct *v) { add(v, VM_IO); }",
		     "add:sets g:sets g:sets:IO");
}

static void test_called(void)
{
	assert_marks("#define VM_MAPPED (VM_IO | VM_PFNMAP)\n",
		     "static int in(struct vm_area_struct *v)\n"
		     "{ vm_flags_set(v, VM_MAPPED); return 0; }\n"
		     "int out(struct vm_area_struct *v)\n"
		     "{ int e; e = in(v); if (e) return e; return 0; }\n"
		     "int far(struct vm_area_struct *v)\n"
		     "{ if (out(v)) return -1; return 0; }\n",
		     "out:sets out:sets:MAPPED out:sets:IO out:sets:PFNMAP "
		     "far:sets far:sets:MAPPED far:sets:IO far:sets:PFNMAP");
}

static void test_conditional(void)
{
	static const char *const bodies[] = {
		"if (x) vm_flags_set(v, VM_IO);",
		"if (x) { y(); vm_flags_set(v, VM_IO); }",
		"if (x) y(); else vm_flags_set(v, VM_IO);",
		"for (;;) vm_flags_set(v, VM_IO);",
		"while (x) { vm_flags_set(v, VM_IO); }",
		"switch (x) { case 1: vm_flags_set(v, VM_IO); }",
		"x && vm_flags_set(v, VM_IO);",
		"return x ? vm_flags_set(v, VM_IO) : 0;",
		"if (x && vm_flags_set(v, VM_IO)) return;",
		"vm_flags_set(w, VM_IO);",
		"vm_flags_clear(v, VM_IO);",
		"v->vm_flags &= ~VM_IO;",
		"/* vm_flags_set(v, VM_IO); */",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(bodies); i++) {
		g_autofree char *text = g_strdup_printf(
			"void f(struct vm_area_struct *v, int x) { %s }",
			bodies[i]);

		assert_marks("", text, "");
	}
	assert_marks("",
		     "void f(struct vm_area_struct *v)\n"
		     "{ if (!(v->vm_flags & VM_MIXEDMAP)) {\n"
		     "b(); vm_flags_set(v, VM_MIXEDMAP); } }",
		     "f:adds f:adds:MIXEDMAP");
	assert_marks(
		"",
		"void f(struct vm_area_struct *v)\n"
		"{ if (!(v->vm_flags & VM_X)) vm_flags_set(v, VM_X); }\n"
		"void g(struct vm_area_struct *v)\n"
		"{ for (i = 0; i < n; i++) { r = f(v); if (r) return; } }\n"
		"void h(struct vm_area_struct *v) { g(v); }\n"
		"void i(struct vm_area_struct *v) { if (x) g(v); }",
		"f:adds f:adds:X g:adds g:adds:X h:adds h:adds:X");
}

static void test_assertion(void)
{
	assert_marks("static inline void f_flags(struct vm_area_struct *v)\n"
		     "{ vma_assert_write_locked(v); g(v); }\n"
		     "static inline void g_flags(struct vm_area_struct *v)\n"
		     "{ vma_start_write(v); vma_assert_write_locked(v); }\n"
		     "static inline void h_flags(struct vm_area_struct *v)\n"
		     "{ mmap_assert_write_locked(v->vm_mm); }",
		     "static void i_flags(struct vm_area_struct *v)\n"
		     "{ vma_assert_write_locked(v); }",
		     "f_flags:asserts");
}

static void test_exclusive(void)
{
	const char *pair = "A:excludes:B B:excludes:A";

	assert_marks("", "BUG_ON((f & (VM_A | VM_B)) == (VM_A | VM_B));", pair);
	assert_marks("", "VM_WARN_ON_ONCE((f & VM_A) && (f & VM_B));", pair);
	assert_marks("", "WARN_ON(vma_test_all(v, VMA_A_BIT, VMA_B_BIT));",
		     pair);
	assert_marks("", "BUG_ON(!(f & (VM_A | VM_B)));", "");
	assert_marks("", "BUG_ON((f & VM_A) && !(f & VM_B));", "");
	assert_marks("", "BUG_ON((f & VM_A) || (f & VM_B));", "");
	assert_marks("", "BUG_ON((f & VM_A) && is_cow(f));", "");
	assert_marks("", "if ((f & (VM_A | VM_B)) == (VM_A | VM_B)) x();", "");
}

/* Text that is no C, or has been cut; and nests that no kernel has. */
static void test_hostile(void)
{
	static const char head[] = "int f(struct vm_area_struct *v) {";
	static const char *const pieces[] = { "if (",	"{",	     "v(",
					      "vm(v, ", "do ",	     "}",
					      "else ",	"BUG_ON(",   "v->",
					      "? ",	"switch(x) " };

	for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
		g_autoptr(GString) text = g_string_new(head);

		for (guint nr = 0; nr < 20000; nr++)
			g_string_append(text, pieces[i]);
		g_hash_table_unref(learned(text->str, text->str));
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/setters/direct", test_direct);
	g_test_add_func("/setters/called", test_called);
	g_test_add_func("/setters/conditional", test_conditional);
	g_test_add_func("/setters/assertion", test_assertion);
	g_test_add_func("/setters/exclusive", test_exclusive);
	g_test_add_func("/setters/hostile", test_hostile);
	return g_test_run();
}
