/* SPDX-License-Identifier: GPL-2.0-only */
/* The parts of the page, from top to bottom; private to output/. */
#ifndef VMALINT_OUTPUT_FORMAT_HTML_H
#define VMALINT_OUTPUT_FORMAT_HTML_H

#include <glib.h>

#include "findings/findings.h"
#include "output/formats.h"

struct output_rule;

/* What the parts share. */
struct page {
	const struct output_subject *subject;
	GPtrArray *subsystems; /* struct subsystem *, the worst first */
	GArray *rules;	       /* struct page_rule: those with findings */
	GString *out;
};

/* A rule that found something. */
struct page_rule {
	const char *name;
	const struct output_rule *about; /* NULL if nothing is known of it */
	enum severity severity;
	unsigned int count;
};

/* The numbers, and bars for each subsystem and rule. */
void page_append_overview(struct page *page);

/* The filters, and all findings by subsystem and rule. */
void page_append_findings(struct page *page);

/* Why, and the right form, for each rule that found something. */
void page_append_rules(struct page *page);

/* What became of each file, and which lines nobody saw. */
void page_append_coverage(struct page *page);

/* Appends a text with its escapes between two that are markup already. */
void page_append_between(struct page *page, const char *before,
			 const char *text, const char *after);

/* "1 line", "2 lines". */
void page_append_number(struct page *page, unsigned int number,
			const char *noun);

#endif
