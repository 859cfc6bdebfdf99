// SPDX-License-Identifier: GPL-2.0-only
/* What a run could not do or see, as notifications of a SARIF log. */
#include "base/session.h"
#include "findings/findings.h"
#include "output/format/sarif.h"
#include "output/json_text.h"

/* The list of notifications, and how long it is. */
struct notes {
	const struct sarif *sarif;
	guint length;
};

/* path may be "", line 0. */
static void append_note(struct notes *notes, const char *kind,
			const char *level, const struct place *at,
			const char *text)
{
	json_auto_t *object = json_object();
	json_t *physical;

	object_set_text(object_add(object, "descriptor"), "id", kind);
	object_set_text(object, "level", level);
	sarif_set_message(object, "message", text);
	if (*at->path) {
		physical = object_add(
			list_add(object_add_list(object, "locations")),
			"physicalLocation");
		sarif_set_artifact(notes->sarif, physical, at->path);
		if (at->line)
			object_set_number(object_add(physical, "region"),
					  "startLine", at->line);
	}
	list_append_separator(notes->sarif->out, notes->length++);
	object_append(notes->sarif->out, object);
}

static void append_problems(struct notes *notes)
{
	g_autoptr(GPtrArray) problems =
		problems_sorted(notes->sarif->subject->session);

	for (guint i = 0; i < problems->len; i++) {
		const struct problem *problem = g_ptr_array_index(problems, i);
		bool is_grave = problem->weight == PROBLEM_INCOMPLETE;
		/* A path of the system is no path of the tree. */
		bool is_inside = !g_path_is_absolute(problem->path);
		struct place at = { .path = is_inside ? problem->path : "",
				    .line = problem->line };
		g_autofree char *text =
			is_inside ? g_strdup(problem->text) :
				    g_strdup_printf("%s: %s", problem->path,
						    problem->text);

		append_note(notes, "problem", is_grave ? "error" : "warning",
			    &at, text);
	}
}

static void append_files(struct notes *notes)
{
	const GArray *files = notes->sarif->subject->report->files;

	for (guint i = 0; i < files->len; i++) {
		const struct file_result *file =
			&g_array_index(files, struct file_result, i);
		struct place at = { .path = file->path };
		g_autofree char *text = NULL;

		if (file->end == FILE_ANALYSED)
			continue;
		text = g_strdup_printf("%s: %s", file_end_name(file->end),
				       file->reason);
		append_note(notes, "file",
			    file->end == FILE_FAILED ? "error" : "note", &at,
			    text);
	}
}

static void append_unseen(struct notes *notes)
{
	const GArray *unseen = notes->sarif->subject->report->unseen;

	for (guint i = 0; i < unseen->len; i++) {
		const struct unseen_line *line =
			&g_array_index(unseen, struct unseen_line, i);
		struct place at = { .path = line->path, .line = line->line };

		append_note(notes, "unseen", "note", &at, line->reason);
	}
}

static void append_left_out(struct notes *notes)
{
	struct place nowhere = { .path = "" };
	g_autofree char *text = NULL;

	if (!notes->sarif->nr_left_out)
		return;
	text = g_strdup_printf(
		"%u findings of the lowest severity are left out: GitHub takes no more",
		notes->sarif->nr_left_out);
	append_note(notes, "left_out", "warning", &nowhere, text);
}

void sarif_append_invocations(struct sarif *sarif)
{
	struct notes notes = { .sarif = sarif };

	g_string_append_printf(
		sarif->out,
		",\n\"invocations\":[{\"executionSuccessful\":%s,\n"
		"\"toolExecutionNotifications\":[",
		is_incomplete(sarif->subject) ? "false" : "true");
	append_problems(&notes);
	append_files(&notes);
	append_unseen(&notes);
	append_left_out(&notes);
	g_string_append(sarif->out, "]}]");
}
