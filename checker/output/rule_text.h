/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The documents of the rules (rules/NAME.md) in other forms. They are ours,
 * and keep to headings, paragraphs, lists with "-", fenced code, `code` and
 * [links](to). Private to output/.
 */
#ifndef VMALINT_OUTPUT_RULE_TEXT_H
#define VMALINT_OUTPUT_RULE_TEXT_H

#include <glib.h>

/* What stands under "## heading"; "" if there is none. Free with g_free(). */
char *rule_text_section(const char *text, const char *heading);

/* The same Markdown with its links, which lead nowhere else, as plain words. */
char *rule_text_unlinked(const char *text);

/* The first paragraph as one line of at most so many bytes, whole sentences. */
char *rule_text_lead(const char *text, gsize limit);

void rule_text_append_html(GString *out, const char *text);

#endif
