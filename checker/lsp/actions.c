// SPDX-License-Identifier: GPL-2.0-only
#include "lsp/actions.h"

#include <string.h>

static json_int_t line_at(const json_t *range, const char *end)
{
	return json_integer_value(
		json_object_get(json_object_get(range, end), "line"));
}

/* Lines are enough: who asks has the cursor somewhere in one. */
static bool touches(const json_t *diagnostic, const json_t *range)
{
	const json_t *own = json_object_get(diagnostic, "range");

	return line_at(own, "start") <= line_at(range, "end") &&
	       line_at(own, "end") >= line_at(range, "start");
}

/* An action of some edits; both are released into it. */
static json_t *action_of(const struct document *document, json_t *diagnostic,
			 const char *title, json_t *edits, bool is_preferred)
{
	return json_pack("{s:s, s:s, s:b, s:[O], s:{s:{s:o}}}", "title", title,
			 "kind", "quickfix", "isPreferred", is_preferred,
			 "diagnostics", diagnostic, "edit", "changes",
			 document->uri, edits);
}

static void add_fix(const struct document *document, json_t *diagnostic,
		    json_t *actions)
{
	const json_t *data = json_object_get(diagnostic, "data");
	json_t *edits = json_object_get(data, "edits");

	if (json_array_size(edits) == 0)
		return;
	json_array_append_new(
		actions,
		action_of(document, diagnostic,
			  json_string_value(json_object_get(data, "title")),
			  json_incref(edits), true));
}

/* True if the line before is continued: then the comment has to be, too. */
static bool is_continued(const struct lined_text *lined, guint line)
{
	gsize length = 0;
	const char *text =
		line > 0 ? lined_text_line(lined, line - 1, &length) : NULL;

	return length > 0 && text[length - 1] == '\\';
}

/* "\t/" "* vmalint: allow(rule): .. *" "/\n": what stands above the line. */
static char *comment_for(const struct lined_text *lined, guint line,
			 const char *rule)
{
	gsize length;
	const char *text = lined_text_line(lined, line, &length);
	gsize indent = 0;

	while (indent < length && (text[indent] == ' ' || text[indent] == '\t'))
		indent++;
	return g_strdup_printf(
		"%.*s/* vmalint: allow(%s): FIXME: say why */%s\n", (int)indent,
		text, rule, is_continued(lined, line) ? " \\" : "");
}

static void add_allowance(const struct document *document, json_t *diagnostic,
			  json_t *actions)
{
	const guint line =
		(guint)line_at(json_object_get(diagnostic, "range"), "start");
	const char *rule =
		json_string_value(json_object_get(diagnostic, "code"));
	g_autofree char *title =
		g_strdup_printf("Allow %s here, with a reason", rule);
	g_autofree char *comment = NULL;
	struct lined_text lined;

	lined_text_init(&lined, document->text, document->length);
	comment = comment_for(&lined, line, rule);
	lined_text_release(&lined);
	json_array_append_new(
		actions,
		action_of(document, diagnostic, title,
			  json_pack("[{s:{s:{s:i,s:i}, s:{s:i,s:i}}, s:s}]",
				    "range", "start", "line", (int)line,
				    "character", 0, "end", "line", (int)line,
				    "character", 0, "newText", comment),
			  false));
}

json_t *actions_for(const struct document *document, const json_t *range)
{
	json_t *actions = json_array();
	json_t *diagnostic;
	size_t i;

	json_array_foreach(document->diagnostics, i, diagnostic)
	{
		if (!touches(diagnostic, range))
			continue;
		add_fix(document, diagnostic, actions);
		add_allowance(document, diagnostic, actions);
	}
	return actions;
}
