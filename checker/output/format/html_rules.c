// SPDX-License-Identifier: GPL-2.0-only
/* The rules of the page: what is wrong, why it matters, the right form. */
#include "findings/findings.h"
#include "output/format/html.h"
#include "output/output.h"
#include "output/rule_text.h"

static void append_section(struct page *page, const struct output_rule *rule,
			   const char *heading, const char *class)
{
	g_autofree char *text = rule_text_section(rule->text, heading);

	if (!*text)
		return;
	g_string_append_printf(page->out, "<h4>%s</h4>\n<div class=\"%s\">\n",
			       heading, class);
	rule_text_append_html(page->out, text);
	g_string_append(page->out, "</div>\n");
}

static void append_rule(struct page *page, const struct page_rule *rule)
{
	page_append_between(page, "<details id=\"rule-", rule->name, "\">\n");
	page_append_between(page, "<summary><h3>", rule->name, "</h3> ");
	page_append_between(page, "", rule->about ? rule->about->summary : "",
			    "</summary>\n");
	if (rule->about) {
		append_section(page, rule->about, "Why it matters", "why");
		append_section(page, rule->about, "Bad", "bad");
		append_section(page, rule->about, "Good", "good");
		append_section(page, rule->about, "What it finds", "what");
		append_section(page, rule->about, "Confidence and limits",
			       "limits");
		append_section(page, rule->about, "How to silence it",
			       "silence");
	}
	g_string_append(page->out, "</details>\n");
}

void page_append_rules(struct page *page)
{
	if (!page->rules->len)
		return;
	g_string_append(page->out,
			"<h2 id=\"rules\">Why, and the right form</h2>\n");
	for (guint i = 0; i < page->rules->len; i++)
		append_rule(page,
			    &g_array_index(page->rules, struct page_rule, i));
}
