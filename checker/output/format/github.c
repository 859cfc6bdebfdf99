// SPDX-License-Identifier: GPL-2.0-only
/*
 * Workflow commands, which GitHub's runner turns into annotations. It keeps
 * ten of a kind in a step and loses the others without a word, so the gravest
 * come first, those of one line are one, and the last line counts the rest.
 */
#include "output/format/github.h"

#include <string.h>

#include "findings/findings.h"
#include "output/formats.h"
#include "output/output.h"
#include "output/printable.h"
#include "output/repository.h"
#include "output/source.h"

/* Annotations of a kind in a step that the runner keeps. */
#define KIND_LIMIT 10
/* The runner cuts a message after 4096 characters. */
#define MESSAGE_LIMIT 4000

static const char *const kinds[] = {
	[SEVERITY_NOTE] = "notice",
	[SEVERITY_WARNING] = "warning",
	[SEVERITY_ERROR] = "error",
};

/* What is found of one rule in one line. */
struct annotation {
	const struct finding *finding; /* the first of them */
	unsigned int count;
	unsigned int doubt; /* of the rule; 0 is none */
	guint index;	    /* in the order of the report */
};

/*
 * "##[" begins a command of the runner wherever it stands in a line. Breaks
 * each one in a text that is not meant as commands.
 */
static void defuse(GString *text)
{
	g_string_replace(text, "##[", "## [", 0);
}

void github_defuse_log(GString *text)
{
	if (!g_strcmp0(g_getenv("GITHUB_ACTIONS"), "true"))
		defuse(text);
}

/* "%" comes first, or the other escapes would be escaped. */
static void escape_message(GString *text)
{
	g_string_replace(text, "%", "%25", 0);
	g_string_replace(text, "\r", "%0D", 0);
	g_string_replace(text, "\n", "%0A", 0);
}

/* What would steer a terminal that shows the log; line ends have a form. */
static void defuse_controls(GString *text, const char *value)
{
	for (; *value; value++) {
		if (g_ascii_iscntrl(*value) && *value != '\n' && *value != '\r')
			g_string_append_printf(text, "\\x%02x", (guchar)*value);
		else
			g_string_append_c(text, *value);
	}
}

static void append_property(GString *out, const char *name, const char *value)
{
	g_autofree char *valid = g_utf8_make_valid(value, -1);
	g_autoptr(GString) text = g_string_new(NULL);

	defuse_controls(text, valid);
	escape_message(text);
	g_string_replace(text, ":", "%3A", 0);
	g_string_replace(text, ",", "%2C", 0);
	g_string_append_printf(out, "%s=%s", name, text->str);
}

static void cut_message(GString *text)
{
	if (g_utf8_strlen(text->str, (gssize)text->len) <= MESSAGE_LIMIT)
		return;
	g_string_truncate(text, (gsize)(g_utf8_offset_to_pointer(
						text->str, MESSAGE_LIMIT) -
					text->str));
	g_string_append(text, " ...");
}

/* The log shows the message without its place, so that is in it too. */
static void append_message(GString *out, const char *path,
			   const struct annotation *annotation)
{
	const struct finding *finding = annotation->finding;
	g_autoptr(GString) text = g_string_new(NULL);

	printable_append(text, path);
	g_string_append_printf(text, ":%u: ", finding->at.line);
	printable_append(text, finding->message);
	if (annotation->count > 1)
		g_string_append_printf(text, " (%u times in this line)",
				       annotation->count);
	if (*finding->advice) {
		g_string_append_c(text, '\n');
		printable_append(text, finding->advice);
	}
	defuse(text);
	cut_message(text);
	escape_message(text);
	g_string_append(out, text->str);
}

static void append_annotation(GString *out, struct source *source,
			      const char *prefix,
			      const struct annotation *annotation)
{
	const struct finding *finding = annotation->finding;
	struct region region = source_region(source, &finding->at);
	g_autofree char *path = g_strconcat(prefix, finding->at.path, NULL);
	g_autofree char *title = g_strconcat("vmalint: ", finding->rule, NULL);

	g_string_append_printf(out, "::%s ", kinds[finding->severity]);
	append_property(out, "file", path);
	g_string_append_printf(out, ",line=%u,endLine=%u,col=%u,endColumn=%u,",
			       region.line, region.line, region.column,
			       region.end_column);
	append_property(out, "title", title);
	g_string_append(out, "::");
	append_message(out, path, annotation);
	g_string_append_c(out, '\n');
}

/* "high" has none; what is not known comes last. */
static unsigned int why_unsure(const struct output_subject *subject,
			       const char *name)
{
	guint index;
	const struct output_rule *rule = rule_of(subject, name, &index);

	if (!rule || !strcmp(rule->confidence, "low"))
		return 2;
	return strcmp(rule->confidence, "high") != 0;
}

static gint compare_annotations(gconstpointer left, gconstpointer right)
{
	const struct annotation *a = left;
	const struct annotation *b = right;

	if (a->finding->severity != b->finding->severity)
		return a->finding->severity < b->finding->severity ? 1 : -1;
	if (a->doubt != b->doubt)
		return a->doubt > b->doubt ? 1 : -1;
	return (a->index > b->index) - (a->index < b->index);
}

static bool is_same_fault(const struct finding *a, const struct finding *b)
{
	return a->at.line == b->at.line && a->severity == b->severity &&
	       !strcmp(a->at.path, b->at.path) && !strcmp(a->rule, b->rule);
}

/* The annotation of a fault among those of its line, or NULL. */
static struct annotation *find_annotation(GArray *annotations,
					  const struct finding *finding)
{
	for (guint i = annotations->len; i > 0; i--) {
		struct annotation *annotation =
			&g_array_index(annotations, struct annotation, i - 1);
		const struct place *at = &annotation->finding->at;

		if (at->line != finding->at.line ||
		    strcmp(at->path, finding->at.path) != 0)
			return NULL;
		if (is_same_fault(annotation->finding, finding))
			return annotation;
	}
	return NULL;
}

static GArray *annotations_of(const struct output_subject *subject)
{
	const GPtrArray *findings = subject->report->findings;
	GArray *annotations =
		g_array_new(FALSE, FALSE, sizeof(struct annotation));

	for (guint i = 0; i < findings->len; i++) {
		const struct finding *finding = g_ptr_array_index(findings, i);
		struct annotation *same = find_annotation(annotations, finding);
		struct annotation added = {
			.finding = finding,
			.count = 1,
			.index = i,
		};

		if (same) {
			same->count++;
			continue;
		}
		added.doubt = why_unsure(subject, finding->rule);
		g_array_append_val(annotations, added);
	}
	g_array_sort(annotations, compare_annotations);
	return annotations;
}

static void append_incomplete(GString *out,
			      const struct output_subject *subject)
{
	g_autoptr(GPtrArray) problems = problems_sorted(subject->session);
	g_autoptr(GString) text = g_string_new(NULL);
	unsigned int failed = report_count_files(subject->report, FILE_FAILED);

	for (guint i = 0; i < problems->len; i++)
		problem_append(text, g_ptr_array_index(problems, i));
	if (failed)
		g_string_append_printf(
			text, "vmalint: %u file%s could not be analysed\n",
			failed, failed == 1 ? "" : "s");
	g_string_truncate(text, text->len - MIN(text->len, 1));
	defuse(text);
	cut_message(text);
	escape_message(text);
	g_string_append(out, "::error title=vmalint%3A incomplete run::");
	g_string_append(out, text->str);
	g_string_append_c(out, '\n');
}

static void append_end(GString *out, const struct report *report,
		       unsigned int annotated)
{
	const char *summary = g_getenv("GITHUB_STEP_SUMMARY");

	g_string_append(out, "vmalint: ");
	severity_counts_append(out, report);
	if (annotated < report->findings->len)
		g_string_append_printf(
			out, "; %u shown here, %u more in %s", annotated,
			report->findings->len - annotated,
			summary && *summary ? "the summary of this job" :
					      "the other formats");
	g_string_append_c(out, '\n');
}

void github_append(GString *out, const struct output_subject *subject)
{
	g_autofree char *prefix = repository_prefix(
		output_base(subject->context), "GITHUB_WORKSPACE");
	g_autoptr(GArray) annotations = annotations_of(subject);
	unsigned int room[] = { KIND_LIMIT, KIND_LIMIT, KIND_LIMIT };
	unsigned int annotated = 0;
	struct source source;

	if (is_incomplete(subject)) {
		append_incomplete(out, subject);
		room[SEVERITY_ERROR]--;
	}
	source_init(&source, subject->context);
	for (guint i = 0; i < annotations->len; i++) {
		const struct annotation *annotation =
			&g_array_index(annotations, struct annotation, i);
		enum severity severity = annotation->finding->severity;

		if (!room[severity])
			continue;
		room[severity]--;
		annotated += annotation->count;
		append_annotation(out, &source, prefix, annotation);
	}
	source_release(&source);
	append_end(out, subject->report, annotated);
}
