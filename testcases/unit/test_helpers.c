// SPDX-License-Identifier: GPL-2.0-only
/* What the bodies of flag helpers teach, in any spelling. */
#include <glib.h>
#include <string.h>

#include "select/helpers.h"

/* Exactly these marks are learned, separated by blanks. */
static void assert_marks(const char *header, const char *expected)
{
	g_autoptr(GHashTable) names =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_auto(GStrv) marks = g_strsplit(expected, " ", -1);

	names_learn_helpers(names, header, strlen(header));
	for (guint i = 0; marks[i] && *marks[i]; i++) {
		if (!g_hash_table_contains(names, marks[i]))
			g_error("not learned: %s", marks[i]);
	}
	g_assert_cmpuint(g_hash_table_size(names), ==,
			 *expected ? g_strv_length(marks) : 0);
}

static void test_words(void)
{
	assert_marks(
		"void put(struct vm_area_struct *v, vm_flags_t f)\n"
		"{ vma_start_write(v); ACCESS_PRIVATE(v, __vm_flags) |= f; }",
		"put:helper:vma put:locks put:sets:2 put:takes-word "
		"put:first-word");
	assert_marks("void put(struct vm_area_struct *v, vm_flags_t f)\n"
		     "{\n#ifdef X\n#endif\n vma_assert_write_locked(v);\n"
		     "WRITE_ONCE(ACCESS_PRIVATE(v, __vm_flags), f); }",
		     "put:helper:vma put:asserts-lock put:becomes:2 put:once "
		     "put:takes-word put:first-word");
	assert_marks("void put(struct vm_area_struct *v, unsigned long f)\n"
		     "{ if (f) { v->vm_flags &= ~f; } }",
		     "put:helper:vma put:clears:2 put:first-word");
	assert_marks(
		"void put(struct vm_area_struct *v, unsigned long a,\n"
		"unsigned long b) { v->vm_flags = (v->vm_flags | a) & ~b; }",
		"put:helper:vma put:sets:2 put:clears:3 put:own "
		"put:first-word");
}

static void test_bitmaps(void)
{
	assert_marks("void put(vma_flags_t *f, vma_flags_t m)\n"
		     "{ unsigned long *to = f->__vma_flags;\n"
		     "const unsigned long *from = m.__vma_flags;\n"
		     "bitmap_or(to, to, from, N); }",
		     "put:helper:bitmap put:sets:2");
	assert_marks("void put(vma_flags_t *f, unsigned long w)\n"
		     "{ *f->__vma_flags = w; }",
		     "put:helper:bitmap put:becomes:2 put:first-word");
	assert_marks("void none(vma_flags_t *f)\n"
		     "{ bitmap_zero(f->__vma_flags, N); }",
		     "none:helper:bitmap none:empties");
	assert_marks("void rest(vma_flags_t *f)\n"
		     "{ bitmap_zero(&f->__vma_flags[1], N); }",
		     "rest:helper:bitmap");
	assert_marks("void put(vma_flags_t *f, vma_flag_t b)\n"
		     "{ __set_bit((__force int)b, f->__vma_flags); }",
		     "put:helper:bitmap put:sets:2");
}

static void test_wrapped(void)
{
	const char *header =
		"void in(vma_flags_t *f, vma_flags_t m)\n"
		"{ bitmap_andnot(f->__vma_flags, f->__vma_flags, m.__vma_flags, N);"
		" }\n"
		"void mid(struct vm_area_struct *v, vma_flags_t m)\n"
		"{ in(&v->flags, m); }\n"
		"void out(struct vm_area_desc *d, vma_flags_t m)\n"
		"{ in(&d->vma_flags, m); }\n"
		"#define mid_all(v, ...) \\\n mid(v, mk(__VA_ARGS__))\n"
		"#define mk(...) __mk(EMPTY_VMA_FLAGS, __VA_ARGS__)\n";

	assert_marks(header,
		     "in:helper:bitmap in:clears:2 mid:helper:vma mid:clears:2 "
		     "out:helper:descriptor out:clears:2 mid_all:helper:vma "
		     "mid_all:clears:2 mk:makes-bitmap");
}

static void test_atomic(void)
{
	assert_marks("bool ok(struct vm_area_struct *v, vma_flag_t b)\n"
		     "{ return BIT(b) & VM_ATOMIC_SET_ALLOWED; }\n"
		     "void put(struct vm_area_struct *v, vma_flag_t b)\n"
		     "{ if (ok(v, b)) set_bit(b, v->flags.__vma_flags); }\n"
		     "bool ask(struct vm_area_struct *v, vma_flag_t b)\n"
		     "{ return ok(v, b) && test_bit(b, &v->vm_flags); }",
		     "ok:atomic-checks put:atomic-sets vma_flag_t:atomic "
		     "ask:atomic-tests");
}

static void test_others(void)
{
	/* Readers, other members, other functions' VMAs, declarations. */
	assert_marks("bool ask(const struct vm_area_struct *v, vm_flags_t f)\n"
		     "{ return v->vm_flags & f; }\n"
		     "void ops(struct vm_area_struct *v, vm_flags_t f)\n"
		     "{ v->vm_private_data = f; v->vm_mm->flags |= f; }\n"
		     "void act(struct vm_area_desc *d, unsigned long p)\n"
		     "{ struct action *a = &d->action; a->start = p; }\n"
		     "void put(struct vm_area_struct *v, vm_flags_t f);\n"
		     "int copy(struct vm_area_struct *v, vm_flags_t f)\n"
		     "{ vm_flags_t now = v->vm_flags; now |= f; return now; }\n"
		     "void (",
		     "");
	assert_marks("void f(struct vm_area_struct *v) { (((", "");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/helpers/words", test_words);
	g_test_add_func("/helpers/bitmaps", test_bitmaps);
	g_test_add_func("/helpers/wrapped", test_wrapped);
	g_test_add_func("/helpers/atomic", test_atomic);
	g_test_add_func("/helpers/others", test_others);
	return g_test_run();
}
