// SPDX-License-Identifier: GPL-2.0-only
#include "stored/findings.h"

#include <string.h>

#include "base/session.h"
#include "findings/findings.h"
#include "stored/members.h"

static enum severity read_severity(struct members *at, const json_t *object)
{
	const char *name = member_text(at, object, "severity");

	for (int severity = SEVERITY_NOTE; severity <= SEVERITY_ERROR;
	     severity++) {
		if (strcmp(severity_name((enum severity)severity), name) == 0)
			return (enum severity)severity;
	}
	member_refuse(at, "severity", "error, warning or note");
	return SEVERITY_NOTE;
}

static struct place read_start(struct members *at, const json_t *object)
{
	return (struct place){
		.path = member_path(at, object, "path"),
		.line = member_number(at, object, "line", 1),
		.column = member_number(at, object, "column", 1),
	};
}

static void read_end(struct members *at, const json_t *object,
		     struct place *place)
{
	/* Older reports have none for related places. */
	place->end_line = place->line;
	place->end_column = place->column;
	if (!json_object_get(object, "end_line"))
		return;
	place->end_line = member_number(at, object, "end_line", 1);
	place->end_column = member_number(at, object, "end_column", 1);
}

static void read_edits(struct members *at, const json_t *fix,
		       struct report *report, struct finding *finding)
{
	const json_t *list = member_list(at, fix, "edits");
	const json_t *object;
	size_t i;

	json_array_foreach(list, i, object)
	{
		const struct edit edit = {
			.path = member_path(at, object, "path"),
			.offset = member_number(at, object, "offset", 0),
			.length = member_number(at, object, "length", 0),
			.text = member_text(at, object, "text"),
		};

		report_add_edit(report, finding, &edit);
	}
}

static void read_related(struct members *at, const json_t *object,
			 struct report *report, struct finding *finding)
{
	const json_t *list = member_list(at, object, "related");
	const json_t *one;
	size_t i;

	json_array_foreach(list, i, one)
	{
		struct related related = {
			.at = read_start(at, one),
			.message = member_text(at, one, "message"),
		};

		read_end(at, one, &related.at);
		report_add_related(report, finding, &related);
	}
}

static void read_finding(struct members *at, const json_t *object,
			 struct report *report)
{
	const json_t *fix = json_object_get(object, "fix");
	const char *fingerprint = member_text(at, object, "fingerprint");
	struct finding told = {
		.rule = member_text(at, object, "rule"),
		.severity = read_severity(at, object),
		.at = read_start(at, object),
		.message = member_text(at, object, "message"),
		.function = member_text(at, object, "function"),
		.arch = member_text(at, object, "arch"),
		.advice = fix ? member_text(at, fix, "description") : "",
		.expression = "",
		.confirmed_by = json_string_value(json_array_get(
			json_object_get(object, "confirmed_by"), 0)),
	};
	struct finding *finding;

	read_end(at, object, &told.at);
	finding = report_add(report, &told);
	finding->fingerprint = report_string(report, fingerprint);
	if (fix)
		read_edits(at, fix, report, finding);
	read_related(at, object, report, finding);
}

void stored_read_findings(struct members *at, const json_t *root,
			  struct report *report)
{
	const json_t *list = member_list(at, root, "findings");
	const json_t *object;

	at->list = "findings";
	json_array_foreach(list, at->index, object)
		read_finding(at, object, report);
	at->list = "";
}

void stored_read_unseen(struct members *at, const json_t *root,
			struct report *report)
{
	const json_t *list = member_list(at, root, "unseen");
	const json_t *object;

	at->list = "unseen";
	json_array_foreach(list, at->index, object)
	{
		const struct unseen_line line = {
			.path = report_string(report,
					      member_path(at, object, "path")),
			.line = member_number(at, object, "line", 1),
			.reason = report_string(
				report, member_text(at, object, "reason")),
		};

		g_array_append_val(report->unseen, line);
	}
	at->list = "";
}

void stored_read_problems(struct members *at, const json_t *root)
{
	const json_t *list = member_list(at, root, "problems");
	const json_t *object;

	at->list = "problems";
	json_array_foreach(list, at->index, object)
	{
		const char *stage = member_text(at, object, "stage");
		const char *path = member_text(at, object, "path");
		const char *text = member_text(at, object, "text");
		const guint line = member_number(at, object, "line", 0);

		if (json_is_true(json_object_get(object, "incomplete")))
			session_problem(at->session, stage, path, line, "%s",
					text);
		else
			session_notice(at->session, stage, path, line, "%s",
				       text);
	}
	at->list = "";
}
