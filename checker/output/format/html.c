// SPDX-License-Identifier: GPL-2.0-only
/*
 * The report as one page for people: nothing is loaded from elsewhere, and
 * nothing that a tree holds can act in it.
 */
#include "output/format/html.h"

#include <string.h>

#include "findings/findings.h"
#include "output/format/page.h"
#include "output/markup.h"
#include "output/output.h"
#include "output/subsystem.h"

/* The browser runs and applies only what has this sum. */
static void append_sum(GString *out, const char *text)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autofree char *words = NULL;
	guint8 digest[32];
	gsize length = sizeof(digest);

	g_checksum_update(sum, (const guchar *)text, -1);
	g_checksum_get_digest(sum, digest, &length);
	words = g_base64_encode(digest, length);
	g_string_append_printf(out, "'sha256-%s'", words);
}

static void append_head(struct page *page)
{
	const struct report *report = page->subject->report;
	GString *out = page->out;

	g_string_append(
		out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
		     "<meta charset=\"utf-8\">\n"
		     "<meta name=\"viewport\" content=\"width=device-width\">\n"
		     "<meta http-equiv=\"Content-Security-Policy\" "
		     "content=\"default-src 'none'; base-uri 'none'; "
		     "form-action 'none'; style-src ");
	append_sum(out, page_style);
	g_string_append(out, "; script-src ");
	append_sum(out, page_script);
	g_string_append(out, "\">\n<title>vmalint: ");
	page_append_number(page, report->findings->len, "finding");
	page_append_between(page, " in Linux ",
			    page->subject->context->tree_version, "</title>\n");
	g_string_append_printf(out, "<style>%s</style>\n</head>\n", page_style);
}

static void append_arches(struct page *page)
{
	const GPtrArray *arches = page->subject->context->arches;

	page_append_number(page, arches->len, "architecture");
	for (guint i = 0; i < arches->len; i++)
		page_append_between(page, i ? ", " : ": ",
				    g_ptr_array_index(arches, i), "");
}

static void append_header(struct page *page)
{
	const struct output_context *context = page->subject->context;
	GString *out = page->out;

	g_string_append(out, "<body>\n<a class=\"skip\" href=\"#findings\">"
			     "Skip to the findings</a>\n<header>\n");
	page_append_between(page, "<h1>VMA flags in Linux ",
			    *context->tree_version ? context->tree_version :
						     "of unknown version",
			    "</h1>\n");
	page_append_between(page, "<p class=\"soft\"><span class=\"path\">",
			    context->root, "</span><br>\n");
	page_append_between(page, "API ", context->api, "");
	if (context->level)
		g_string_append_printf(out, " level %u", context->level);
	g_string_append(out, " · ");
	append_arches(page);
	page_append_between(page, " · vmalint ", context->tool_version, "");
	page_append_between(page, ", libclang ", context->libclang_version,
			    "</p>\n</header>\n<main>\n");
	if (is_incomplete(page->subject))
		g_string_append(
			out,
			"<p class=\"banner\"><strong>This run is incomplete."
			"</strong> Something could not be analysed: see <a "
			"href=\"#coverage\">what was not seen</a>.</p>\n");
}

static void count_rule(const struct page *page, const struct finding *finding)
{
	struct page_rule added = {
		.name = finding->rule,
		.severity = finding->severity,
		.count = 1,
	};
	guint index;

	for (guint i = 0; i < page->rules->len; i++) {
		struct page_rule *rule =
			&g_array_index(page->rules, struct page_rule, i);

		if (strcmp(rule->name, finding->rule) != 0)
			continue;
		rule->count++;
		rule->severity = MAX(rule->severity, finding->severity);
		return;
	}
	added.about = rule_of(page->subject, finding->rule, &index);
	g_array_append_val(page->rules, added);
}

static gint compare_rules(gconstpointer left, gconstpointer right)
{
	const struct page_rule *a = left;
	const struct page_rule *b = right;

	if (a->severity != b->severity)
		return a->severity < b->severity ? 1 : -1;
	if (a->count != b->count)
		return a->count < b->count ? 1 : -1;
	return strcmp(a->name, b->name);
}

void html_append(GString *out, const struct output_subject *subject)
{
	g_autoptr(GPtrArray) subsystems = subsystems_of(subject->report);
	g_autoptr(GArray) rules =
		g_array_new(FALSE, FALSE, sizeof(struct page_rule));
	const GPtrArray *findings = subject->report->findings;
	struct page page = {
		.subject = subject,
		.subsystems = subsystems,
		.rules = rules,
		.out = out,
	};

	for (guint i = 0; i < findings->len; i++)
		count_rule(&page, g_ptr_array_index(findings, i));
	g_array_sort(rules, compare_rules);
	append_head(&page);
	append_header(&page);
	page_append_overview(&page);
	page_append_findings(&page);
	page_append_rules(&page);
	page_append_coverage(&page);
	g_string_append_printf(out,
			       "</main>\n<script>%s</script>\n</body>\n"
			       "</html>\n",
			       page_script);
}
