// SPDX-License-Identifier: GPL-2.0-only
/* The program and its rules, for the "tool" of a SARIF log. */
#include "output/format/sarif.h"
#include "output/json_text.h"
#include "output/output.h"
#include "output/rule_text.h"

/* GitHub's limit for descriptions, in characters. */
#define DESCRIPTION_LIMIT 1000

/* What GitHub shows beside a rule's level. */
static const char *const problem_severities[] = {
	[SEVERITY_NOTE] = "recommendation",
	[SEVERITY_WARNING] = "warning",
	[SEVERITY_ERROR] = "error",
};

static void set_properties(json_t *object, const struct output_rule *rule)
{
	json_t *properties = object_add(object, "properties");
	json_t *tags = object_add_list(properties, "tags");

	list_add_text(tags, "correctness");
	list_add_text(tags, "linux-kernel");
	list_add_text(tags, "vma-flags");
	object_set_text(properties, "precision", rule->confidence);
	object_set_text(properties, "problem.severity",
			problem_severities[rule->severity]);
}

static void set_help(json_t *object, const struct output_rule *rule)
{
	json_t *help = object_add(object, "help");
	g_autofree char *markdown = rule_text_unlinked(rule->text);

	object_set_text(help, "text", markdown);
	object_set_text(help, "markdown", markdown);
}

static void append_rule(GString *out, const struct output_rule *rule)
{
	json_auto_t *object = json_object();
	g_autofree char *summary = g_strconcat(rule->summary, ".", NULL);
	g_autofree char *why = rule_text_section(rule->text, "Why it matters");
	g_autofree char *lead = rule_text_lead(why, DESCRIPTION_LIMIT);

	object_set_text(object, "id", rule->name);
	object_set_text(object, "name", rule->name);
	object_set_text(object_add(object, "shortDescription"), "text",
			summary);
	object_set_text(object_add(object, "fullDescription"), "text",
			*lead ? lead : summary);
	set_help(object, rule);
	object_set_text(object_add(object, "defaultConfiguration"), "level",
			severity_name(rule->severity));
	set_properties(object, rule);
	object_append(out, object);
}

/* Ids of what else a run may say; see sarif_append_invocations(). */
static void append_notifications(GString *out)
{
	static const char *const kinds[][2] = {
		{ "problem", "Something could not be done." },
		{ "file", "A file that was not wholly analysed." },
		{ "unseen", "Lines with VMA flags that no analysis saw." },
		{ "left_out", "Findings that are not in this log." },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
		json_auto_t *object = json_object();

		object_set_text(object, "id", kinds[i][0]);
		object_set_text(object_add(object, "shortDescription"), "text",
				kinds[i][1]);
		list_append_separator(out, (guint)i);
		object_append(out, object);
	}
}

void sarif_append_tool(struct sarif *sarif)
{
	const struct output_context *context = sarif->subject->context;
	g_autofree char *version = g_utf8_make_valid(context->tool_version, -1);
	GString *out = sarif->out;

	g_string_append_printf(out,
			       "{\"driver\":{\"name\":\"vmalint\",\n"
			       "\"version\":\"%s\",\n\"notifications\":[",
			       version);
	append_notifications(out);
	g_string_append(out, "],\n\"rules\":[");
	for (guint i = 0; context->rules && i < context->rules->len; i++) {
		list_append_separator(out, i);
		append_rule(out, &g_array_index(context->rules,
						struct output_rule, i));
	}
	g_string_append(out, "]}}");
}
