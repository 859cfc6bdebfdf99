// SPDX-License-Identifier: GPL-2.0-only
/* Packs a report into a GVariant; the same report gives the same bytes. */
#include "findings/findings.h"
#include "findings/lines.h"
#include "findings/variant.h"

static GVariant *place_to_variant(const struct place *at)
{
	return g_variant_new("(^ayuuuu)", at->path, at->line, at->column,
			     at->end_line, at->end_column);
}

static GVariant *edits_to_variant(const struct finding *finding)
{
	GVariantBuilder list;

	g_variant_builder_init(&list, G_VARIANT_TYPE("a" EDIT_TYPE));
	for (guint i = 0; i < finding->edits->len; i++) {
		const struct edit *edit =
			&g_array_index(finding->edits, struct edit, i);

		g_variant_builder_add(&list, "(^ayuu^ay)", edit->path,
				      edit->offset, edit->length, edit->text);
	}
	return g_variant_builder_end(&list);
}

static GVariant *related_to_variant(const struct finding *finding)
{
	GVariantBuilder list;

	g_variant_builder_init(&list, G_VARIANT_TYPE("a" RELATED_TYPE));
	for (guint i = 0; i < finding->related->len; i++) {
		const struct related *related =
			&g_array_index(finding->related, struct related, i);

		g_variant_builder_add(&list, "(@" PLACE_TYPE "^ay)",
				      place_to_variant(&related->at),
				      related->message);
	}
	return g_variant_builder_end(&list);
}

static GVariant *macros_to_variant(const struct finding *finding)
{
	GVariantBuilder list;

	g_variant_builder_init(&list, G_VARIANT_TYPE("a" MACRO_TYPE));
	for (guint i = 0; i < finding->macros->len; i++) {
		const struct written_macro *macro = &g_array_index(
			finding->macros, struct written_macro, i);

		g_variant_builder_add(&list, "(^ay^ay)", macro->name,
				      macro->path);
	}
	return g_variant_builder_end(&list);
}

static GVariant *finding_to_variant(const struct finding *finding)
{
#define FORMAT(name) "^ay"
#define TEXT(name)   finding->name,
	return g_variant_new(
		"(" FINDING_TEXTS(FORMAT) "u@" PLACE_TYPE "@a" EDIT_TYPE
					  "@a" RELATED_TYPE "@a" MACRO_TYPE ")",
		FINDING_TEXTS(TEXT)(guint32) finding->severity,
		place_to_variant(&finding->at), edits_to_variant(finding),
		related_to_variant(finding), macros_to_variant(finding));
#undef FORMAT
#undef TEXT
}

static GVariant *findings_to_variant(const struct report *report)
{
	GVariantBuilder list;

	g_variant_builder_init(&list, G_VARIANT_TYPE("a" FINDING_TYPE));
	for (guint i = 0; i < report->findings->len; i++)
		g_variant_builder_add_value(
			&list, finding_to_variant(
				       g_ptr_array_index(report->findings, i)));
	return g_variant_builder_end(&list);
}

static GVariant *files_to_variant(const struct report *report)
{
	GVariantBuilder list;

	g_variant_builder_init(&list, G_VARIANT_TYPE("a" FILE_TYPE));
	for (guint i = 0; i < report->files->len; i++) {
		const struct file_result *file =
			&g_array_index(report->files, struct file_result, i);

		g_variant_builder_add(&list, "(^ayu^ay^ay)", file->path,
				      (guint32)file->end, file->reason,
				      file->reproduce);
	}
	return g_variant_builder_end(&list);
}

static GVariant *numbers_to_variant(GHashTable *lines)
{
	g_autoptr(GArray) sorted = lines_sorted(lines);

	return g_variant_new_fixed_array(G_VARIANT_TYPE_UINT32, sorted->data,
					 sorted->len, sizeof(guint32));
}

static GVariant *reasons_to_variant(GHashTable *reasons)
{
	g_autoptr(GArray) sorted = lines_sorted(reasons);
	GVariantBuilder list;

	g_variant_builder_init(&list, G_VARIANT_TYPE("a(uay)"));
	for (guint i = 0; i < sorted->len; i++) {
		guint32 line = g_array_index(sorted, guint32, i);
		const char *reason =
			g_hash_table_lookup(reasons, GUINT_TO_POINTER(line));

		g_variant_builder_add(&list, "(u^ay)", line, reason);
	}
	return g_variant_builder_end(&list);
}

static GVariant *lines_to_variant(const struct report *report)
{
	g_autoptr(GPtrArray) paths = lines_paths(report->lines);
	GVariantBuilder list;

	g_variant_builder_init(&list, G_VARIANT_TYPE("a" LINES_TYPE));
	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);
		const struct file_lines *lines =
			g_hash_table_lookup(report->lines, path);

		g_variant_builder_add(&list, "(^ay@au@au@a(uay))", path,
				      numbers_to_variant(lines->relevant),
				      numbers_to_variant(lines->seen),
				      reasons_to_variant(lines->reasons));
	}
	return g_variant_builder_end(&list);
}

static GVariant *problems_to_variant(const struct report *report)
{
	GVariantBuilder list;

	g_variant_builder_init(&list, G_VARIANT_TYPE("a" PROBLEM_TYPE));
	for (guint i = 0; i < report->problems->len; i++) {
		const struct report_problem *problem = &g_array_index(
			report->problems, struct report_problem, i);

		g_variant_builder_add(&list, "(^ay^ayu^ayu)", problem->stage,
				      problem->path, problem->line,
				      problem->text, (guint32)problem->weight);
	}
	return g_variant_builder_end(&list);
}

GVariant *report_to_variant(const struct report *report)
{
	GVariant *value = g_variant_new(
		"(@a" FINDING_TYPE "@a" FILE_TYPE "@a" LINES_TYPE
		"@a" PROBLEM_TYPE "(uuu)@" INPUTS_TYPE ")",
		findings_to_variant(report), files_to_variant(report),
		lines_to_variant(report), problems_to_variant(report),
		report->merged, report->suppressed, report->baselined,
		inputs_to_variant(report->inputs));

	return g_variant_ref_sink(value);
}

const char *report_variant_type(void)
{
	return REPORT_TYPE;
}
