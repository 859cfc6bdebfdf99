// SPDX-License-Identifier: GPL-2.0-only
#include "lsp/diagnostics.h"

#include <string.h>

#include "base/view.h"
#include "findings/findings.h"
#include "select/select.h"

/* Of the protocol. */
static int level_of(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR:
		return 1;
	case SEVERITY_WARNING:
		return 2;
	case SEVERITY_NOTE:
		break;
	}
	return 3;
}

/* A source need not be UTF-8, JSON must be. */
static json_t *text_of(const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);

	return json_string(valid);
}

static json_t *range_in(const struct lined_text *text, enum encoding encoding,
			const struct place *at)
{
	return range_of(
		position_of(text, encoding, at->line, at->column),
		position_of(text, encoding, at->end_line, at->end_column));
}

/* The range of a place in a file that may be another one. */
static json_t *range_anywhere(const struct diagnostics_request *request,
			      const char *path, const struct place *at)
{
	g_autofree char *text = NULL;
	struct lined_text lined;
	gsize length = 0;
	json_t *range;

	if (strcmp(path, request->path) == 0)
		return range_in(request->text, request->encoding, at);
	text = view_read(request->tree->view, path, &length, NULL);
	lined_text_init(&lined, text ? text : "", text ? length : 0);
	range = range_in(&lined, request->encoding, at);
	lined_text_release(&lined);
	return range;
}

static json_t *related_of(const struct diagnostics_request *request,
			  const struct finding *finding)
{
	json_t *list = json_array();

	for (guint i = 0; i < finding->related->len; i++) {
		const struct related *related =
			&g_array_index(finding->related, struct related, i);
		g_autofree char *path = g_canonicalize_filename(
			related->at.path, request->tree->root);
		g_autofree char *uri = g_filename_to_uri(path, NULL, NULL);

		if (uri)
			json_array_append_new(
				list, json_pack("{s:{s:s, s:o}, s:o}",
						"location", "uri", uri, "range",
						range_anywhere(request, path,
							       &related->at),
						"message",
						text_of(related->message)));
	}
	return list;
}

/* All edits, or none if one of them is of another file. */
static json_t *edits_of(const struct diagnostics_request *request,
			const struct finding *finding)
{
	json_t *list = json_array();

	for (guint i = 0; i < finding->edits->len; i++) {
		const struct edit *edit =
			&g_array_index(finding->edits, struct edit, i);
		g_autofree char *path = g_canonicalize_filename(
			edit->path, request->tree->root);

		if (strcmp(path, request->path) != 0 ||
		    edit->offset + edit->length > request->text->length) {
			json_array_clear(list);
			break;
		}
		json_array_append_new(
			list,
			json_pack(
				"{s:o, s:o}", "range",
				range_of(position_of_offset(request->text,
							    request->encoding,
							    edit->offset),
					 position_of_offset(
						 request->text,
						 request->encoding,
						 edit->offset + edit->length)),
				"newText", text_of(edit->text)));
	}
	return list;
}

static json_t *diagnostic_of(const struct diagnostics_request *request,
			     const struct finding *finding)
{
	g_autofree char *message = g_strdup_printf("%s%s%s", finding->message,
						   *finding->advice ? "\n" : "",
						   finding->advice);

	return json_pack(
		"{s:o, s:i, s:s, s:s, s:o, s:o, s:{s:o, s:o}}", "range",
		range_in(request->text, request->encoding, &finding->at),
		"severity", level_of(finding->severity), "code", finding->rule,
		"source", "vmalint", "message", text_of(message),
		"relatedInformation", related_of(request, finding), "data",
		"edits", edits_of(request, finding), "title",
		text_of(finding->advice));
}

json_t *diagnostics_of(const struct diagnostics_request *request,
		       const struct report *report)
{
	json_t *list = json_array();

	for (guint i = 0; i < report->findings->len; i++) {
		const struct finding *finding =
			g_ptr_array_index(report->findings, i);
		g_autofree char *path = g_canonicalize_filename(
			finding->at.path, request->tree->root);

		if (strcmp(path, request->path) == 0)
			json_array_append_new(list,
					      diagnostic_of(request, finding));
	}
	return list;
}
