// SPDX-License-Identifier: GPL-2.0-only
/*
 * The Diagnostic Format of reviewdog, an object a line. Columns count bytes,
 * as ours do. Suggestions are alternatives there, so that only a fix of one
 * edit can be one.
 */
#include <string.h>

#include "findings/findings.h"
#include "output/formats.h"
#include "output/json_text.h"
#include "output/output.h"
#include "output/source.h"

static const char *const severities[] = {
	[SEVERITY_NOTE] = "INFO",
	[SEVERITY_WARNING] = "WARNING",
	[SEVERITY_ERROR] = "ERROR",
};

static void set_position(json_t *range, const char *name, unsigned int line,
			 unsigned int column)
{
	json_t *position = object_add(range, name);

	object_set_number(position, "line", line);
	object_set_number(position, "column", column);
}

static void set_range(json_t *object, const struct place *at)
{
	json_t *range = object_add(object, "range");

	set_position(range, "start", at->line, at->column);
	set_position(range, "end", at->end_line, at->end_column);
}

static void set_suggestion(json_t *object, struct source *source,
			   const struct finding *finding)
{
	const struct edit *edit;
	struct place at;
	json_t *suggestion;

	if (finding->edits->len != 1)
		return;
	edit = &g_array_index(finding->edits, struct edit, 0);
	if (strcmp(edit->path, finding->at.path) != 0 ||
	    !source_place(source, edit->path, edit->offset, edit->length, &at))
		return;
	suggestion = list_add(object_add_list(object, "suggestions"));
	set_range(suggestion, &at);
	object_set_text(suggestion, "text", edit->text);
}

static void append_finding(GString *out, struct source *source,
			   const struct finding *finding)
{
	json_auto_t *object = json_object();
	g_autofree char *message =
		*finding->advice ? g_strdup_printf("%s\n%s", finding->message,
						   finding->advice) :
				   g_strdup(finding->message);
	json_t *location;

	object_set_text(object, "message", message);
	location = object_add(object, "location");
	object_set_text(location, "path", finding->at.path);
	set_range(location, &finding->at);
	object_set_text(object, "severity", severities[finding->severity]);
	object_set_text(object_add(object, "source"), "name", "vmalint");
	object_set_text(object_add(object, "code"), "value", finding->rule);
	set_suggestion(object, source, finding);
	object_append(out, object);
	g_string_append_c(out, '\n');
}

void rdjsonl_append(GString *out, const struct output_subject *subject)
{
	const GPtrArray *findings = subject->report->findings;
	struct source source;

	source_init(&source, subject->context);
	for (guint i = 0; i < findings->len; i++)
		append_finding(out, &source, g_ptr_array_index(findings, i));
	source_release(&source);
}
