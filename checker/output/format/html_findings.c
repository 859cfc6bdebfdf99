// SPDX-License-Identifier: GPL-2.0-only
/* The findings of the page, by subsystem and rule, and their filters. */
#include <string.h>

#include "findings/findings.h"
#include "output/format/html.h"
#include "output/markup.h"
#include "output/output.h"
#include "output/source.h"
#include "output/subsystem.h"

/* Findings that come with the source around them. */
#define SOURCE_LIMIT 2000
/* Findings that the page lists at all: browsers tire of more. */
#define LISTED_LIMIT 20000
/* Lines before and after the one that is meant. */
#define CONTEXT_LINES 3
/* A longer line is cut. */
#define LINE_LIMIT 400

/* What the walk over the findings has written. */
struct findings_page {
	struct page *page;
	struct source *source;
	guint listed;
	guint group; /* index of the subsystem */
	const char *subsystem;
	char **names; /* of the subsystem of each finding; owned */
};

static void append_options(struct page *page)
{
	GString *out = page->out;

	g_string_append(out, "<label>Rule <select name=\"rule\">"
			     "<option value=\"\">all rules</option>\n");
	for (guint i = 0; i < page->rules->len; i++)
		page_append_between(
			page, "<option>",
			g_array_index(page->rules, struct page_rule, i).name,
			"</option>\n");
	g_string_append(out, "</select></label>\n<label>Subsystem "
			     "<select name=\"subsystem\">"
			     "<option value=\"\">all subsystems</option>\n");
	for (guint i = 0; i < page->subsystems->len; i++) {
		const struct subsystem *subsystem =
			g_ptr_array_index(page->subsystems, i);

		if (subsystem_count(subsystem))
			page_append_between(page, "<option>", subsystem->name,
					    "</option>\n");
	}
	g_string_append(out, "</select></label>\n");
}

/* Hidden until the script that makes it work shows it. */
static void append_filters(struct page *page)
{
	GString *out = page->out;

	g_string_append(
		out, "<form id=\"filters\" class=\"filters\" role=\"search\" "
		     "aria-label=\"Filter the findings\" hidden>\n"
		     "<label>Search <input type=\"search\" id=\"search\" "
		     "name=\"search\" placeholder=\"path, function, words\">"
		     "</label>\n<fieldset><legend>Severity</legend>\n");
	for (int severity = SEVERITY_ERROR; severity >= 0; severity--) {
		const char *name = severity_name((enum severity)severity);

		g_string_append_printf(
			out,
			"<label><input type=\"checkbox\" name=\"severity\" "
			"value=\"%s\" checked> %s</label>\n",
			name, name);
	}
	g_string_append(out, "</fieldset>\n");
	append_options(page);
	g_string_append(
		out,
		"<button type=\"reset\">Clear</button>\n"
		"<output id=\"count\" aria-live=\"polite\"></output>\n"
		"</form>\n<p class=\"soft keys\" hidden><label><input type=\"checkbox\" "
		"id=\"keys\" checked> Keys:</label> <kbd>/</kbd> search, "
		"<kbd>j</kbd> next finding, <kbd>k</kbd> the one before, "
		"<kbd>Esc</kbd> in a field clears the filters.</p>\n");
}

/* The part of a line that a place covers; nothing of it for other lines. */
static void find_marked(const struct place *at, unsigned int line,
			const char *text, gsize length, gsize *ret_start,
			gsize *ret_end)
{
	*ret_start = *ret_end = length;
	if (line < at->line || line > at->end_line)
		return;
	*ret_start = 0;
	if (line == at->line)
		*ret_start = MIN(at->column - 1, length);
	else
		while (*ret_start < length && g_ascii_isspace(text[*ret_start]))
			++*ret_start;
	if (line == at->end_line)
		*ret_end = CLAMP(at->end_column - 1, *ret_start, length);
}

static void append_source_line(struct findings_page *listing,
			       const struct place *at, unsigned int line)
{
	GString *out = listing->page->out;
	const char *text;
	gsize length, start, end;

	if (!source_line(listing->source, at->path, line, &text, &length))
		return;
	length = MIN(length, LINE_LIMIT);
	find_marked(at, line, text, length, &start, &end);
	g_string_append_printf(out, "<span%s><i>%u</i><code>",
			       line == at->line ? " class=\"at\"" : "", line);
	markup_append_content(out, text, start);
	if (start < end) {
		g_string_append(out, "<mark>");
		markup_append_content(out, text + start, end - start);
		g_string_append(out, "</mark>");
	}
	markup_append_content(out, text + end, length - end);
	g_string_append(out, "</code></span>");
}

static void append_source(struct findings_page *listing, const struct place *at)
{
	unsigned int first =
		at->line > CONTEXT_LINES ? at->line - CONTEXT_LINES : 1;
	GString *out = listing->page->out;

	g_string_append(out, "<pre class=\"source\">");
	for (unsigned int i = first; i <= at->line + CONTEXT_LINES; i++)
		append_source_line(listing, at, i);
	g_string_append(out, "</pre>\n");
}

static void append_related(struct page *page, const struct finding *finding)
{
	if (!finding->related->len)
		return;
	g_string_append(page->out, "<ul>\n");
	for (guint i = 0; i < finding->related->len; i++) {
		const struct related *related =
			&g_array_index(finding->related, struct related, i);

		page_append_between(page, "<li><span class=\"path\">",
				    related->at.path, "");
		g_string_append_printf(page->out, ":%u</span> ",
				       related->at.line);
		page_append_between(page, "", related->message, "</li>\n");
	}
	g_string_append(page->out, "</ul>\n");
}

static void append_fix(struct page *page, const struct finding *finding)
{
	for (guint i = 0; i < finding->edits->len; i++) {
		const struct edit *edit =
			&g_array_index(finding->edits, struct edit, i);

		page_append_between(page, "<p>Write here: <code>", edit->text,
				    "</code></p>\n");
	}
}

static void append_words(struct page *page, const struct finding *finding)
{
	const char *severity = severity_name(finding->severity);

	g_string_append_printf(page->out,
			       "<p><span class=\"badge %s\">%s</span> ",
			       severity, severity);
	page_append_between(page, "", finding->message, "");
	if (*finding->function)
		page_append_between(page, " <span class=\"soft\">in ",
				    finding->function, "()</span>");
	if (*finding->confirmed_by)
		page_append_between(page, " <span class=\"soft\">confirmed by ",
				    finding->confirmed_by, "</span>");
	g_string_append(page->out, "</p>\n");
}

static void append_finding(struct findings_page *listing,
			   const struct finding *finding)
{
	struct page *page = listing->page;
	const char *severity = severity_name(finding->severity);

	page_append_between(page, "<article tabindex=\"-1\" id=\"f-",
			    finding->fingerprint, "\"");
	g_string_append_printf(page->out, " class=\"%s\" data-severity=\"%s\"",
			       severity, severity);
	page_append_between(page, " data-rule=\"", finding->rule, "\"");
	page_append_between(page, " data-subsystem=\"", listing->subsystem,
			    "\">\n");
	page_append_between(page, "<h5><a href=\"#f-", finding->fingerprint,
			    "\">");
	page_append_between(page, "", finding->at.path, "");
	g_string_append_printf(page->out, ":%u:%u</a></h5>\n", finding->at.line,
			       finding->at.column);
	append_words(page, finding);
	if (listing->listed < SOURCE_LIMIT)
		append_source(listing, &finding->at);
	if (*finding->advice)
		page_append_between(page, "<p>", finding->advice, "</p>\n");
	append_fix(page, finding);
	append_related(page, finding);
	g_string_append(page->out, "</article>\n");
	listing->listed++;
}

static void append_rule_start(struct page *page, const struct page_rule *rule)
{
	page_append_between(page, "<section class=\"rule\">\n<h4>", rule->name,
			    ": ");
	page_append_between(page, "", rule->about ? rule->about->summary : "",
			    ". ");
	page_append_between(page, "<a href=\"#rule-", rule->name, "\"");
	page_append_between(page, " aria-label=\"Why ", rule->name,
			    "\">Why</a></h4>\n");
}

static void append_rule(struct findings_page *listing,
			const struct page_rule *rule)
{
	const GPtrArray *findings = listing->page->subject->report->findings;
	bool is_open = false;

	for (guint i = 0; i < findings->len; i++) {
		const struct finding *finding = g_ptr_array_index(findings, i);

		if (listing->listed >= LISTED_LIMIT)
			break;
		if (strcmp(finding->rule, rule->name) != 0 ||
		    strcmp(listing->names[i], listing->subsystem) != 0)
			continue;
		if (!is_open)
			append_rule_start(listing->page, rule);
		is_open = true;
		append_finding(listing, finding);
	}
	if (is_open)
		g_string_append(listing->page->out, "</section>\n");
}

static void append_subsystem(struct findings_page *listing,
			     const struct subsystem *subsystem)
{
	struct page *page = listing->page;

	listing->subsystem = subsystem->name;
	g_string_append_printf(
		page->out, "<section class=\"group\" id=\"subsystem-%u\">\n",
		listing->group);
	page_append_between(page, "<h3>", subsystem->name,
			    " <span class=\"soft\">");
	page_append_number(page, subsystem_count(subsystem), "finding");
	g_string_append(page->out, "</span></h3>\n");
	for (guint i = 0; i < page->rules->len; i++)
		append_rule(listing,
			    &g_array_index(page->rules, struct page_rule, i));
	g_string_append(page->out, "</section>\n");
}

static void append_listing(struct page *page)
{
	const GPtrArray *findings = page->subject->report->findings;
	struct source source;
	struct findings_page listing = { .page = page, .source = &source };

	source_init(&source, page->subject->context);
	listing.names = g_new0(char *, findings->len + 1);
	for (guint i = 0; i < findings->len; i++) {
		const struct finding *finding = g_ptr_array_index(findings, i);

		listing.names[i] = subsystem_name(finding->at.path);
	}
	for (; listing.group < page->subsystems->len; listing.group++) {
		const struct subsystem *subsystem =
			g_ptr_array_index(page->subsystems, listing.group);

		if (subsystem_count(subsystem) && listing.listed < LISTED_LIMIT)
			append_subsystem(&listing, subsystem);
	}
	if (listing.listed < findings->len)
		g_string_append_printf(
			page->out,
			"<p class=\"banner\">%u more findings are counted "
			"above and not listed here; the formats json and text "
			"have them all.</p>\n",
			findings->len - listing.listed);
	g_strfreev(listing.names);
	source_release(&source);
}

void page_append_findings(struct page *page)
{
	g_string_append(page->out,
			"<h2 id=\"findings\" tabindex=\"-1\">Findings</h2>\n");
	if (!page->subject->report->findings->len)
		g_string_append(page->out, "<p>Nothing was found.</p>\n");
	append_filters(page);
	append_listing(page);
}
