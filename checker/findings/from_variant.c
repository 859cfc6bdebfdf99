// SPDX-License-Identifier: GPL-2.0-only
/*
 * Adds a packed report to another one. What comes in may be damaged or
 * hostile: it is checked whole before the first part is taken over.
 */
#include "base/name.h"
#include "findings/findings.h"
#include "findings/variant.h"

/* Absolute ones are of modules. */
static bool is_tree_path(const char *path)
{
	return *path && name_stays(path);
}

static bool read_place(GVariant *value, struct place *ret_at)
{
	g_variant_get(value, "(^&ayuuuu)", &ret_at->path, &ret_at->line,
		      &ret_at->column, &ret_at->end_line, &ret_at->end_column);
	if (!is_tree_path(ret_at->path))
		return false;
	if (!ret_at->line || !ret_at->column || !ret_at->end_column)
		return false;
	if (ret_at->end_line == ret_at->line)
		return ret_at->end_column >= ret_at->column;
	return ret_at->end_line > ret_at->line;
}

static bool read_edits(GVariant *list, GArray *edits)
{
	GVariantIter iterator;
	struct edit edit;

	g_variant_iter_init(&iterator, list);
	while (g_variant_iter_next(&iterator, "(^&ayuu^&ay)", &edit.path,
				   &edit.offset, &edit.length, &edit.text)) {
		if (!is_tree_path(edit.path))
			return false;
		g_array_append_val(edits, edit);
	}
	return true;
}

static bool read_related(GVariant *list, GArray *related)
{
	gsize nr_related = g_variant_n_children(list);

	for (gsize i = 0; i < nr_related; i++) {
		g_autoptr(GVariant) value = g_variant_get_child_value(list, i);
		g_autoptr(GVariant) at = NULL;
		struct related one;

		g_variant_get(value, "(@" PLACE_TYPE "^&ay)", &at,
			      &one.message);
		if (!read_place(at, &one.at))
			return false;
		g_array_append_val(related, one);
	}
	return true;
}

static bool read_macros(GVariant *list, GArray *macros)
{
	struct written_macro macro;
	GVariantIter iterator;

	g_variant_iter_init(&iterator, list);
	while (g_variant_iter_next(&iterator, "(^&ay^&ay)", &macro.name,
				   &macro.path)) {
		if (!is_tree_path(macro.path))
			return false;
		g_array_append_val(macros, macro);
	}
	return true;
}

/* Adds the finding that a value holds; only checks it if report is NULL. */
static bool take_finding(GVariant *value, struct report *report)
{
	g_autoptr(GArray) edits = g_array_new(FALSE, TRUE, sizeof(struct edit));
	g_autoptr(GArray) related =
		g_array_new(FALSE, TRUE, sizeof(struct related));
	g_autoptr(GArray) macros =
		g_array_new(FALSE, TRUE, sizeof(struct written_macro));
	g_autoptr(GVariant) at = NULL, edit_list = NULL, related_list = NULL;
	g_autoptr(GVariant) macro_list = NULL;
	struct finding finding = { .edits = edits,
				   .related = related,
				   .macros = macros };
	guint32 severity;

#define FORMAT(name) "^&ay"
#define TEXT(name)   &finding.name,
	g_variant_get(value,
		      "(" FINDING_TEXTS(FORMAT) "u@" PLACE_TYPE "@a" EDIT_TYPE
						"@a" RELATED_TYPE
						"@a" MACRO_TYPE ")",
		      FINDING_TEXTS(TEXT) & severity, &at, &edit_list,
		      &related_list, &macro_list);
#undef FORMAT
#undef TEXT
	if (!*finding.rule || severity > SEVERITY_ERROR)
		return false;
	if (!read_place(at, &finding.at) || !read_edits(edit_list, edits) ||
	    !read_related(related_list, related) ||
	    !read_macros(macro_list, macros))
		return false;
	finding.severity = (enum severity)severity;
	if (report)
		report_add(report, &finding);
	return true;
}

static bool take_file(GVariant *value, struct report *report)
{
	const char *path, *reason, *reproduce;
	guint32 end;

	g_variant_get(value, "(^&ayu^&ay^&ay)", &path, &end, &reason,
		      &reproduce);
	if (!is_tree_path(path) || end >= NR_FILE_ENDS)
		return false;
	if (report)
		report_file(report, path, (enum file_end)end, reason,
			    reproduce);
	return true;
}

static bool take_problem(GVariant *value, struct report *report)
{
	struct report_problem problem;
	guint32 weight;

	g_variant_get(value, "(^&ay^&ayu^&ayu)", &problem.stage, &problem.path,
		      &problem.line, &problem.text, &weight);
	if (!is_tree_path(problem.path) || weight > PROBLEM_INCOMPLETE)
		return false;
	problem.weight = (enum problem_weight)weight;
	if (report)
		report_problem(report, &problem);
	return true;
}

static bool are_lines(const guint32 *lines, gsize nr_lines)
{
	for (gsize i = 0; i < nr_lines; i++) {
		if (!lines[i])
			return false;
	}
	return true;
}

static bool take_reasons(GVariant *list, const char *path,
			 struct report *report)
{
	const char *reason;
	GVariantIter iterator;
	guint32 line;

	g_variant_iter_init(&iterator, list);
	while (g_variant_iter_next(&iterator, "(u^&ay)", &line, &reason)) {
		if (!line)
			return false;
		if (report)
			report_unseen(report, path, line, reason);
	}
	return true;
}

static bool take_lines(GVariant *value, struct report *report)
{
	g_autoptr(GVariant) relevant_list = NULL, seen_list = NULL;
	g_autoptr(GVariant) reasons = NULL;
	const guint32 *relevant, *seen;
	gsize nr_relevant, nr_seen;
	const char *path;

	g_variant_get(value, "(^&ay@au@au@a(uay))", &path, &relevant_list,
		      &seen_list, &reasons);
	relevant = g_variant_get_fixed_array(relevant_list, &nr_relevant,
					     sizeof(guint32));
	seen = g_variant_get_fixed_array(seen_list, &nr_seen, sizeof(guint32));
	if (!is_tree_path(path) || !are_lines(relevant, nr_relevant) ||
	    !are_lines(seen, nr_seen) || !take_reasons(reasons, path, report))
		return false;
	if (!report)
		return true;
	report_lines(report, path, relevant, nr_relevant);
	for (gsize i = 0; i < nr_seen; i++)
		report_line_seen(report, path, seen[i]);
	return true;
}

static bool take_all(GVariant *list, struct report *report,
		     bool (*take)(GVariant *value, struct report *report))
{
	gsize nr_values = g_variant_n_children(list);

	for (gsize i = 0; i < nr_values; i++) {
		g_autoptr(GVariant) value = g_variant_get_child_value(list, i);

		if (!take(value, report))
			return false;
	}
	return true;
}

/* Everything but the counts; only checks if report is NULL. */
static bool take_report(GVariant *value, struct report *report)
{
	g_autoptr(GVariant) findings = g_variant_get_child_value(value, 0);
	g_autoptr(GVariant) files = g_variant_get_child_value(value, 1);
	g_autoptr(GVariant) lines = g_variant_get_child_value(value, 2);
	g_autoptr(GVariant) problems = g_variant_get_child_value(value, 3);

	return take_all(findings, report, take_finding) &&
	       take_all(files, report, take_file) &&
	       take_all(lines, report, take_lines) &&
	       take_all(problems, report, take_problem);
}

GVariant *report_variant_without_inputs(GVariant *value)
{
	GVariant *children[REPORT_VARIANT_INPUTS + 1];
	GVariant *copy;

	for (gsize i = 0; i < REPORT_VARIANT_INPUTS; i++)
		children[i] = g_variant_get_child_value(value, i);
	children[REPORT_VARIANT_INPUTS] =
		g_variant_ref_sink(inputs_to_variant(NULL));
	copy = g_variant_ref_sink(
		g_variant_new_tuple(children, G_N_ELEMENTS(children)));
	for (gsize i = 0; i < G_N_ELEMENTS(children); i++)
		g_variant_unref(children[i]);
	return copy;
}

bool report_merge_variant(struct report *report, GVariant *value)
{
	guint32 merged, suppressed, baselined;

	if (!g_variant_is_of_type(value, G_VARIANT_TYPE(REPORT_TYPE)) ||
	    !g_variant_is_normal_form(value) || !take_report(value, NULL))
		return false;
	take_report(value, report);
	g_variant_get_child(value, 4, "(uuu)", &merged, &suppressed,
			    &baselined);
	report->merged += merged;
	report->suppressed += suppressed;
	report->baselined += baselined;
	return true;
}
