// SPDX-License-Identifier: GPL-2.0-only
/*
 * SARIF 2.1.0, as code scanning of GitHub and editors read it: one run, one
 * result a line, paths from the root of the repository, so that alerts stay
 * the same from run to run.
 */
#include "output/format/sarif.h"

#include <string.h>

#include "findings/findings.h"
#include "options/stages.h"
#include "output/json_text.h"
#include "output/output.h"
#include "output/repository.h"
#include "output/source.h"

#define SCHEMA                                                     \
	"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/" \
	"os/schemas/sarif-schema-2.1.0.json"

/* GitHub refuses a run with more results as a whole. */
#define RESULT_LIMIT 25000

static gint compare_names(gconstpointer left, gconstpointer right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/*
 * One category for each thing that was checked: a job for each architecture
 * must not close the alerts of the others. Ends with "/": no id of the run.
 */
static char *category_of(const struct arguments_options *options)
{
	g_autoptr(GPtrArray) names =
		g_ptr_array_copy(options->arches, NULL, NULL);
	g_autofree char *arches = NULL;
	g_autofree char *config = NULL;

	g_ptr_array_sort(names, compare_names);
	g_ptr_array_add(names, NULL);
	arches = g_strjoinv("+", (char **)names->pdata);
	if (options->config)
		config = g_path_get_basename(options->config);
	return g_strconcat("vmalint/", arches, *arches ? "/" : "",
			   config ? config : "", config ? "/" : "", NULL);
}

static void append_frame(struct sarif *sarif)
{
	g_autofree char *category = category_of(sarif->subject->context->told);
	json_auto_t *details = json_object();
	json_auto_t *bases = json_object();

	object_set_text(details, "id", category);
	sarif_set_message(object_add(bases, "%SRCROOT%"), "description",
			  *sarif->prefix ?
				  "The repository that holds the kernel tree." :
				  "The root of the kernel tree.");
	g_string_append(sarif->out, ",\n\"automationDetails\":");
	object_append(sarif->out, details);
	g_string_append(sarif->out, ",\n\"columnKind\":\"unicodeCodePoints\"");
	g_string_append(sarif->out, ",\n\"originalUriBaseIds\":");
	object_append(sarif->out, bases);
}

/* How many findings of a severity fit when graver ones go first. */
static guint room_of(const struct report *report, enum severity severity)
{
	guint room = RESULT_LIMIT;

	for (int above = SEVERITY_ERROR; above > (int)severity; above--)
		room -= MIN(room, report_count(report, (enum severity)above));
	return room;
}

/* The gravest up to the limit, in the order of the report. */
static void append_results(struct sarif *sarif)
{
	const struct report *report = sarif->subject->report;
	guint room[] = {
		[SEVERITY_NOTE] = room_of(report, SEVERITY_NOTE),
		[SEVERITY_WARNING] = room_of(report, SEVERITY_WARNING),
		[SEVERITY_ERROR] = room_of(report, SEVERITY_ERROR),
	};
	guint written = 0;

	g_string_append(sarif->out, ",\n\"results\":[");
	for (guint i = 0; i < report->findings->len; i++) {
		const struct finding *finding =
			g_ptr_array_index(report->findings, i);

		if (!room[finding->severity])
			continue;
		room[finding->severity]--;
		list_append_separator(sarif->out, written++);
		sarif_append_result(sarif, finding);
	}
	g_string_append(sarif->out, "]");
}

void sarif_append(GString *out, const struct output_subject *subject)
{
	guint nr_findings = subject->report->findings->len;
	struct source source, edit_source;
	struct sarif sarif = {
		.subject = subject,
		.source = &source,
		.edit_source = &edit_source,
		.out = out,
		.nr_left_out = nr_findings - MIN(nr_findings, RESULT_LIMIT),
	};

	source_init(&source, subject->context);
	source_init(&edit_source, subject->context);
	sarif.prefix = repository_prefix(output_base(subject->context),
					 "GITHUB_WORKSPACE");
	g_string_append(out, "{\"$schema\":\"" SCHEMA "\",\n"
			     "\"version\":\"2.1.0\",\n\"runs\":[{\n\"tool\":");
	sarif_append_tool(&sarif);
	append_frame(&sarif);
	sarif_append_invocations(&sarif);
	append_results(&sarif);
	g_string_append(out, "}]}\n");
	g_free(sarif.prefix);
	source_release(&edit_source);
	source_release(&source);
}
