// SPDX-License-Identifier: GPL-2.0-only
/*
 * The report as one JSON document of the schema "vmalint/1". Lists have one
 * entry a line, so that two reports can be compared by line.
 */
#include "base/session.h"
#include "findings/findings.h"
#include "output/formats.h"
#include "output/json_text.h"
#include "output/output.h"

static void append_tool(GString *out, const struct output_context *context)
{
	json_auto_t *tool = json_object();

	object_set_text(tool, "name", "vmalint");
	object_set_text(tool, "version", context->tool_version);
	object_set_text(tool, "libclang", context->libclang_version);
	object_append(out, tool);
}

static void append_tree(GString *out, const struct output_context *context)
{
	json_auto_t *tree = json_object();
	g_auto(GStrv) words = g_strsplit(
		context->api_words ? context->api_words : "", "\n", -1);
	json_t *list;

	object_set_text(tree, "root", context->root);
	object_set_text(tree, "version", context->tree_version);
	object_set_text(tree, "api", context->api);
	object_set_number(tree, "level", context->level);
	list = object_add_list(tree, "api_words");
	for (gsize i = 0; words[i] && *words[i]; i++)
		list_add_text(list, words[i]);
	object_append(out, tree);
}

static void append_summary(GString *out, const struct report *report)
{
	json_auto_t *summary = json_object();
	json_t *files = object_add(summary, "files");
	json_t *lines = object_add(summary, "lines");
	json_t *findings = object_add(summary, "findings");

	object_set_number(files, "selected", report->files->len);
	for (enum file_end end = 0; end < NR_FILE_ENDS; end++)
		object_set_number(files, file_end_name(end),
				  report_count_files(report, end));
	object_set_number(lines, "relevant", report->relevant);
	object_set_number(lines, "analysed",
			  report->relevant - report->unseen->len);
	object_set_number(lines, "unseen", report->unseen->len);
	for (enum severity severity = SEVERITY_ERROR + 1; severity-- > 0;)
		object_set_number(findings, severity_name(severity),
				  report_count(report, severity));
	object_set_number(summary, "suppressed", report->suppressed);
	object_set_number(summary, "baselined", report->baselined);
	object_set_number(summary, "merged", report->merged);
	object_set_seconds(summary, "seconds", report->seconds);
	object_append(out, summary);
}

static json_t *edits_to_json(const struct finding *finding)
{
	json_t *edits = json_array();

	for (guint i = 0; i < finding->edits->len; i++) {
		const struct edit *edit =
			&g_array_index(finding->edits, struct edit, i);
		json_t *object = json_object();

		object_set_text(object, "path", edit->path);
		object_set_number(object, "offset", edit->offset);
		object_set_number(object, "length", edit->length);
		object_set_text(object, "text", edit->text);
		json_array_append_new(edits, object);
	}
	return edits;
}

static void set_fix(json_t *object, const struct finding *finding)
{
	json_t *fix;

	if (!*finding->advice && !finding->edits->len)
		return;
	fix = json_object();
	object_set_text(fix, "description", finding->advice);
	json_object_set_new(fix, "edits", edits_to_json(finding));
	json_object_set_new(object, "fix", fix);
}

static void set_start(json_t *object, const struct place *at)
{
	object_set_text(object, "path", at->path);
	object_set_number(object, "line", at->line);
	object_set_number(object, "column", at->column);
}

static void set_end(json_t *object, const struct place *at)
{
	object_set_number(object, "end_line", at->end_line);
	object_set_number(object, "end_column", at->end_column);
}

static json_t *related_to_json(const struct finding *finding)
{
	json_t *list = json_array();

	for (guint i = 0; i < finding->related->len; i++) {
		const struct related *related =
			&g_array_index(finding->related, struct related, i);
		json_t *object = json_object();

		set_start(object, &related->at);
		set_end(object, &related->at);
		object_set_text(object, "message", related->message);
		json_array_append_new(list, object);
	}
	return list;
}

static json_t *confirmed_by_to_json(const struct finding *finding)
{
	json_t *list = json_array();

	if (*finding->confirmed_by)
		list_add_text(list, finding->confirmed_by);
	return list;
}

static void append_finding(GString *out, const struct finding *finding)
{
	json_auto_t *object = json_object();

	object_set_text(object, "rule", finding->rule);
	object_set_text(object, "severity", severity_name(finding->severity));
	set_start(object, &finding->at);
	set_end(object, &finding->at);
	object_set_text(object, "message", finding->message);
	object_set_text(object, "function", finding->function);
	object_set_text(object, "arch", finding->arch);
	object_set_text(object, "fingerprint", finding->fingerprint);
	json_object_set_new(object, "confirmed_by",
			    confirmed_by_to_json(finding));
	set_fix(object, finding);
	json_object_set_new(object, "related", related_to_json(finding));
	object_append(out, object);
}

static void append_unseen(GString *out, const struct unseen_line *unseen)
{
	json_auto_t *object = json_object();

	object_set_text(object, "path", unseen->path);
	object_set_number(object, "line", unseen->line);
	object_set_text(object, "reason", unseen->reason);
	object_append(out, object);
}

static void append_problem(GString *out, const struct problem *problem)
{
	json_auto_t *object = json_object();

	object_set_text(object, "stage", problem->stage);
	object_set_text(object, "path", problem->path);
	object_set_number(object, "line", problem->line);
	object_set_text(object, "text", problem->text);
	if (problem->weight == PROBLEM_INCOMPLETE)
		json_object_set_new(object, "incomplete", json_true());
	object_append(out, object);
}

/* What of a file is only where there is something to say. */
static void set_if_any(json_t *object, const char *name, const char *text)
{
	if (*text)
		object_set_text(object, name, text);
}

static void append_file(GString *out, const struct output_subject *subject,
			const struct file_result *file)
{
	GHashTable *arch_of = subject->context->arch_of;
	const char *arch = arch_of ? g_hash_table_lookup(arch_of, file->path) :
				     NULL;
	g_autoptr(GArray) lines =
		report_relevant_lines(subject->report, file->path);
	json_auto_t *object = json_object();
	json_t *list;

	object_set_text(object, "path", file->path);
	object_set_text(object, "end", file_end_name(file->end));
	object_set_text(object, "arch", arch ? arch : "");
	set_if_any(object, "reason", file->reason);
	/* It has the paths of this machine in it. */
	if (file->end == FILE_FAILED)
		set_if_any(object, "reproduce", file->reproduce);
	list = object_add_list(object, "lines");
	for (guint i = 0; i < lines->len; i++)
		json_array_append_new(
			list, json_integer(g_array_index(lines, guint32, i)));
	object_append(out, object);
}

static void append_lists(GString *out, const struct output_subject *subject)
{
	const struct report *report = subject->report;
	g_autoptr(GPtrArray) problems = problems_sorted(subject->session);

	g_string_append(out, ",\n\"findings\":[");
	for (guint i = 0; i < report->findings->len; i++) {
		list_append_separator(out, i);
		append_finding(out, g_ptr_array_index(report->findings, i));
	}
	g_string_append(out, "],\n\"unseen\":[");
	for (guint i = 0; i < report->unseen->len; i++) {
		list_append_separator(out, i);
		append_unseen(out, &g_array_index(report->unseen,
						  struct unseen_line, i));
	}
	g_string_append(out, "],\n\"problems\":[");
	for (guint i = 0; i < problems->len; i++) {
		list_append_separator(out, i);
		append_problem(out, g_ptr_array_index(problems, i));
	}
	g_string_append(out, "],\n\"files\":[");
	for (guint i = 0; i < report->files->len; i++) {
		list_append_separator(out, i);
		append_file(
			out, subject,
			&g_array_index(report->files, struct file_result, i));
	}
	g_string_append_c(out, ']');
}

void json_append(GString *out, const struct output_subject *subject)
{
	g_string_append(out, "{\"schema\":\"vmalint/1\",\n\"tool\":");
	append_tool(out, subject->context);
	g_string_append(out, ",\n\"tree\":");
	append_tree(out, subject->context);
	g_string_append(out, ",\n\"summary\":");
	append_summary(out, subject->report);
	append_lists(out, subject);
	if (subject->context->shard) {
		g_string_append(out, ",\n\"shard\":");
		text_append_defused(out, subject->context->shard);
	}
	g_string_append(out, "}\n");
}
