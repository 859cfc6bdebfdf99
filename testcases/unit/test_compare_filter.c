// SPDX-License-Identifier: GPL-2.0-only
/* Tests of which files may hold known findings: checker/findings/known.h. */
#include <glib.h>
#include <string.h>

#include "base/view.h"
#include "findings/findings.h"
#include "findings/known.h"

#define ROOT "/no/tree"

static struct view *view_of(const char *path, const char *text)
{
	struct view *view = view_new();

	view_set(view, path, g_bytes_new_static(text, strlen(text)));
	return view;
}

/* Whether an older file may have had the one finding of a newer one. */
static bool may_have_had(const char *before, const char *after,
			 const char *expression)
{
	struct view *old = view_of(ROOT "/a.c", before);
	struct view *new = view_of(ROOT "/b.c", after);
	struct finding finding = {
		.at = { .path = "b.c", .line = 1, .column = 1 },
		.function = "f",
		.rule = "direct_write",
		.expression = expression,
	};
	struct report report;
	struct compare_filter *filter;
	bool may;

	report_init(&report);
	g_ptr_array_add(report.findings, g_memdup2(&finding, sizeof(finding)));
	filter = compare_filter_new(&report, new, ROOT);
	may = compare_filter_fits(filter, old, ROOT "/a.c");
	compare_filter_free(filter);
	g_free(g_ptr_array_steal_index(report.findings, 0));
	report_release(&report);
	view_free(old);
	view_free(new);
	return may;
}

static void test_same_text(void)
{
	g_assert_true(may_have_had("{ v->vm_flags |= 1; }",
				   "{\n\tv->vm_flags |= 1;\n}",
				   "v->vm_flags |= 1"));
	g_assert_true(may_have_had("v->vm_flags\n\t|=   1;",
				   "v->vm_flags |= 1;", "v->vm_flags |= 1"));
}

static void test_other_text(void)
{
	g_assert_false(may_have_had("v->vm_flags &= 1;", "v->vm_flags |= 1;",
				    "v->vm_flags |= 1"));
	g_assert_false(
		may_have_had("", "v->vm_flags |= 1;", "v->vm_flags |= 1"));
}

/* Where the expression is not spelled like its file, nothing is certain. */
static void test_unsure(void)
{
	g_assert_true(
		may_have_had("x", "v->vm_flags |= 1;", "v->vm_flags |= ONE"));
	g_assert_true(may_have_had("x", "v->vm_flags |= 1;", ""));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/compare_filter/same", test_same_text);
	g_test_add_func("/compare_filter/other", test_other_text);
	g_test_add_func("/compare_filter/unsure", test_unsure);
	return g_test_run();
}
