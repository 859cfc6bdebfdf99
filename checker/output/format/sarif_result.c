// SPDX-License-Identifier: GPL-2.0-only
/* A finding as a result of a SARIF log. */
#include <string.h>

#include "findings/findings.h"
#include "output/format/sarif.h"
#include "output/json_text.h"
#include "output/source.h"

/*
 * One line: GitHub shows an alert in a pull request only if all its lines are
 * in the difference.
 */
static void set_physical(const struct sarif *sarif, json_t *location,
			 struct source *source, const struct place *at)
{
	struct region region = source_region(source, at);
	json_t *physical = object_add(location, "physicalLocation");
	json_t *object;

	sarif_set_artifact(sarif, physical, at->path);
	object = object_add(physical, "region");
	object_set_number(object, "startLine", region.line);
	object_set_number(object, "startColumn", region.column);
	object_set_number(object, "endLine", region.line);
	object_set_number(object, "endColumn", region.end_column);
}

/* GitHub links a second place only if the message names its id. */
static void append_related_words(GString *text, const struct finding *finding)
{
	for (guint i = 0; i < finding->related->len; i++) {
		const struct related *related =
			&g_array_index(finding->related, struct related, i);
		g_autofree char *words = sarif_escape(related->message);

		g_string_append_printf(text, "\n[%s](%u)", words, i + 1);
	}
}

/* The first sentence may be all that shows. */
static void set_message(json_t *object, const struct finding *finding)
{
	g_autofree char *message = sarif_escape(finding->message);
	g_autofree char *advice = sarif_escape(finding->advice);
	g_autoptr(GString) text = g_string_new(message);

	g_string_append_c(text, '.');
	if (*advice)
		g_string_append_printf(text, "\n%s.", advice);
	append_related_words(text, finding);
	object_set_text(object_add(object, "message"), "text", text->str);
}

static void set_location(const struct sarif *sarif, json_t *object,
			 const struct finding *finding)
{
	json_t *list = object_add_list(object, "locations");
	json_t *location = list_add(list);
	json_t *function;

	set_physical(sarif, location, sarif->source, &finding->at);
	if (!*finding->function)
		return;
	function = list_add(object_add_list(location, "logicalLocations"));
	object_set_text(function, "name", finding->function);
	object_set_text(function, "kind", "function");
}

static void set_related(const struct sarif *sarif, json_t *object,
			const struct finding *finding)
{
	json_t *list;

	if (!finding->related->len)
		return;
	list = object_add_list(object, "relatedLocations");
	for (guint i = 0; i < finding->related->len; i++) {
		const struct related *related =
			&g_array_index(finding->related, struct related, i);
		json_t *location = list_add(list);

		object_set_number(location, "id", i + 1);
		set_physical(sarif, location, sarif->edit_source, &related->at);
		sarif_set_message(location, "message", related->message);
	}
}

static void set_fingerprints(const struct sarif *sarif, json_t *object,
			     const struct finding *finding)
{
	json_t *prints = object_add(object, "partialFingerprints");
	const char *hash = source_line_hash(sarif->source, finding->at.path,
					    finding->at.line);

	if (hash)
		object_set_text(prints, "primaryLocationLineHash", hash);
	object_set_text(prints, "vmalint/v1", finding->fingerprint);
}

/* One replacement; an insertion is one of nothing. */
static bool add_replacement(const struct sarif *sarif, json_t *changes,
			    const struct edit *edit)
{
	struct place at;
	struct place end = { .path = edit->path };
	struct region first, last;
	json_t *change, *replacement, *region;

	if (!source_place(sarif->edit_source, edit->path, edit->offset,
			  edit->length, &at))
		return false;
	end.line = end.end_line = at.end_line;
	end.column = end.end_column = at.end_column;
	last = source_region(sarif->edit_source, &end);
	first = source_region(sarif->edit_source, &at);
	change = list_add(changes);
	sarif_set_artifact(sarif, change, edit->path);
	replacement = list_add(object_add_list(change, "replacements"));
	region = object_add(replacement, "deletedRegion");
	object_set_number(region, "startLine", first.line);
	object_set_number(region, "startColumn", first.column);
	object_set_number(region, "endLine", last.line);
	object_set_number(region, "endColumn", last.column);
	object_set_text(object_add(replacement, "insertedContent"), "text",
			edit->text);
	return true;
}

/* All edits or none: half of a fix is none. */
static void set_fix(const struct sarif *sarif, json_t *object,
		    const struct finding *finding)
{
	json_auto_t *fix = json_object();
	json_t *changes;

	if (!finding->edits->len)
		return;
	if (*finding->advice)
		sarif_set_message(fix, "description", finding->advice);
	changes = object_add_list(fix, "artifactChanges");
	for (guint i = 0; i < finding->edits->len; i++) {
		if (!add_replacement(
			    sarif, changes,
			    &g_array_index(finding->edits, struct edit, i)))
			return;
	}
	json_array_append_new(object_add_list(object, "fixes"),
			      json_incref(fix));
}

void sarif_append_result(struct sarif *sarif, const struct finding *finding)
{
	json_auto_t *object = json_object();
	json_t *properties;
	guint index;

	object_set_text(object, "ruleId", finding->rule);
	if (rule_of(sarif->subject, finding->rule, &index))
		object_set_number(object, "ruleIndex", index);
	object_set_text(object, "level", severity_name(finding->severity));
	set_message(object, finding);
	set_location(sarif, object, finding);
	set_related(sarif, object, finding);
	set_fingerprints(sarif, object, finding);
	set_fix(sarif, object, finding);
	properties = object_add(object, "properties");
	object_set_text(properties, "arch", finding->arch);
	if (*finding->confirmed_by)
		object_set_text(properties, "confirmedBy",
				finding->confirmed_by);
	object_append(sarif->out, object);
}
