// SPDX-License-Identifier: GPL-2.0-only
/* The top of the page: how much was found, and where most of it is. */
#include "findings/findings.h"
#include "output/format/html.h"
#include "output/output.h"
#include "output/subsystem.h"

/* Subsystems that have a row; the others share one. */
#define ROW_LIMIT 40

static void append_tile(struct page *page, const char *class, const char *value,
			const char *label)
{
	g_string_append_printf(page->out,
			       "<li class=\"%s\"><b>%s</b> %s</li>\n", class,
			       value, label);
}

static void append_count_tile(struct page *page, enum severity severity)
{
	unsigned int count = report_count(page->subject->report, severity);
	g_autofree char *value = g_strdup_printf("%u", count);
	g_autofree char *label = g_strdup_printf(
		"%s%s", severity_name(severity), count == 1 ? "" : "s");

	append_tile(page, severity_name(severity), value, label);
}

static void append_tiles(struct page *page)
{
	const struct report *report = page->subject->report;
	unsigned int seen = report->relevant - report->unseen->len;
	/* Rounded down: 100% must mean all of them. */
	guint64 permille =
		report->relevant ? seen * 1000ull / report->relevant : 1000;
	g_autofree char *percent = g_strdup_printf("%u.%u%%",
						   (unsigned int)permille / 10,
						   (unsigned int)permille % 10);
	g_autofree char *lines = g_strdup_printf("of %u lines with flags seen",
						 report->relevant);
	g_autofree char *files = g_strdup_printf("%u", report->files->len);

	g_string_append(page->out, "<ul class=\"tiles\">\n");
	append_count_tile(page, SEVERITY_ERROR);
	append_count_tile(page, SEVERITY_WARNING);
	append_count_tile(page, SEVERITY_NOTE);
	append_tile(page, "lines", percent, lines);
	append_tile(page, "files", files, "files name a flag");
	g_string_append(page->out, "</ul>\n");
}

/* Parts of a whole, side by side; widths are of 1000. */
static void append_part(GString *out, const char *class, unsigned int part,
			unsigned int whole, unsigned int *at)
{
	unsigned int width;

	if (!part)
		return;
	/* What is there at all can be seen. */
	width = MAX(6, (unsigned int)(part * 1000ull / whole));
	g_string_append_printf(out,
			       "<rect class=\"%s\" x=\"%u\" width=\"%u\" "
			       "height=\"10\"/>",
			       class, *at, width);
	*at += width;
}

static void append_bar_start(GString *out, const char *label)
{
	g_string_append_printf(
		out,
		"<svg class=\"bar\" role=\"img\" aria-label=\"%s\" "
		"viewBox=\"0 0 1020 10\" preserveAspectRatio=\"none\">",
		label);
}

static void append_findings_bar(struct page *page,
				const struct subsystem *subsystem,
				unsigned int whole)
{
	g_autofree char *label =
		g_strdup_printf("%u errors, %u warnings, %u notes",
				subsystem->findings[SEVERITY_ERROR],
				subsystem->findings[SEVERITY_WARNING],
				subsystem->findings[SEVERITY_NOTE]);
	unsigned int at = 0;

	append_bar_start(page->out, label);
	for (int severity = SEVERITY_ERROR; severity >= 0; severity--)
		append_part(page->out, severity_name((enum severity)severity),
			    subsystem->findings[severity], whole, &at);
	g_string_append(page->out, "</svg>");
}

static void append_lines_bar(struct page *page,
			     const struct subsystem *subsystem,
			     unsigned int whole)
{
	unsigned int seen = subsystem->relevant -
			    MIN(subsystem->relevant, subsystem->unseen);
	g_autofree char *label = g_strdup_printf("%u lines seen, %u unseen",
						 seen, subsystem->unseen);
	unsigned int at = 0;

	append_bar_start(page->out, label);
	append_part(page->out, "lines", seen, whole, &at);
	append_part(page->out, "unseen", subsystem->unseen, whole, &at);
	g_string_append(page->out, "</svg>");
}

static void append_subsystem(struct page *page,
			     const struct subsystem *subsystem,
			     const struct subsystem *most, guint index)
{
	unsigned int count = subsystem_count(subsystem);
	GString *out = page->out;

	g_string_append(out, "<tr><th scope=\"row\">");
	if (count)
		g_string_append_printf(out, "<a href=\"#subsystem-%u\">",
				       index);
	page_append_between(page, "", subsystem->name, count ? "</a>" : "");
	g_string_append_printf(out,
			       "</th><td class=\"number\">%u</td>"
			       "<td class=\"bars\">",
			       count);
	append_findings_bar(page, subsystem, subsystem_count(most));
	g_string_append_printf(out,
			       "</td><td class=\"number\">%u</td>"
			       "<td class=\"bars\">",
			       subsystem->relevant);
	append_lines_bar(page, subsystem, most->relevant);
	g_string_append(out, "</td></tr>\n");
}

/* The largest counts, and so what a full bar is. */
static struct subsystem largest_of(const GPtrArray *subsystems)
{
	struct subsystem most = { .relevant = 1 };

	most.findings[SEVERITY_ERROR] = 1;
	for (guint i = 0; i < subsystems->len; i++) {
		const struct subsystem *subsystem =
			g_ptr_array_index(subsystems, i);

		most.findings[SEVERITY_ERROR] =
			MAX(most.findings[SEVERITY_ERROR],
			    subsystem_count(subsystem));
		most.relevant = MAX(most.relevant, subsystem->relevant);
	}
	return most;
}

static void append_rest(struct page *page)
{
	guint rest = page->subsystems->len - ROW_LIMIT;
	struct subsystem sum = { 0 };

	for (guint i = ROW_LIMIT; i < page->subsystems->len; i++) {
		const struct subsystem *subsystem =
			g_ptr_array_index(page->subsystems, i);

		sum.relevant += subsystem->relevant;
		sum.findings[SEVERITY_ERROR] += subsystem_count(subsystem);
	}
	g_string_append_printf(page->out,
			       "<tr><th scope=\"row\">%u more</th>"
			       "<td class=\"number\">%u</td><td></td>"
			       "<td class=\"number\">%u</td><td></td></tr>\n",
			       rest, sum.findings[SEVERITY_ERROR],
			       sum.relevant);
}

static void append_subsystems(struct page *page)
{
	struct subsystem most = largest_of(page->subsystems);

	if (!page->subsystems->len)
		return;
	g_string_append(
		page->out,
		"<h2 id=\"subsystems\">By subsystem</h2>\n"
		"<table class=\"chart\" aria-labelledby=\"subsystems\">\n"
		"<thead><tr><th scope=\"col\">Subsystem</th>"
		"<th scope=\"col\" colspan=\"2\">Findings</th>"
		"<th scope=\"col\" colspan=\"2\">Lines with flags</th></tr>"
		"</thead>\n<tbody>\n");
	for (guint i = 0; i < MIN(page->subsystems->len, ROW_LIMIT); i++)
		append_subsystem(page, g_ptr_array_index(page->subsystems, i),
				 &most, i);
	if (page->subsystems->len > ROW_LIMIT)
		append_rest(page);
	g_string_append(page->out, "</tbody>\n</table>\n");
}

static void append_rule_row(struct page *page, const struct page_rule *rule)
{
	const char *severity = severity_name(rule->severity);

	page_append_between(page, "<tr><th scope=\"row\"><a href=\"#rule-",
			    rule->name, "\">");
	page_append_between(page, "", rule->name, "</a></th>");
	g_string_append_printf(page->out,
			       "<td class=\"number\">%u</td>"
			       "<td><span class=\"badge %s\">%s</span></td>"
			       "<td class=\"wide\">",
			       rule->count, severity, severity);
	page_append_between(page, "", rule->about ? rule->about->summary : "",
			    "</td></tr>\n");
}

static void append_rules(struct page *page)
{
	if (!page->rules->len)
		return;
	g_string_append(page->out,
			"<h2 id=\"by-rule\">By rule</h2>\n"
			"<table aria-labelledby=\"by-rule\">\n<thead><tr>"
			"<th scope=\"col\">Rule</th>"
			"<th scope=\"col\" class=\"number\">Findings</th>"
			"<th scope=\"col\">Severity</th>"
			"<th scope=\"col\" class=\"wide\">What it is</th></tr>"
			"</thead>\n<tbody>\n");
	for (guint i = 0; i < page->rules->len; i++)
		append_rule_row(
			page, &g_array_index(page->rules, struct page_rule, i));
	g_string_append(page->out, "</tbody>\n</table>\n");
}

void page_append_overview(struct page *page)
{
	append_tiles(page);
	append_subsystems(page);
	append_rules(page);
}
