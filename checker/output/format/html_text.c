// SPDX-License-Identifier: GPL-2.0-only
/* Small pieces of text that all parts of the page are made of. */
#include "html.h"
#include "output/markup.h"

void page_append_between(struct page *page, const char *before,
			 const char *text, const char *after)
{
	g_string_append(page->out, before);
	markup_append(page->out, text);
	g_string_append(page->out, after);
}

void page_append_number(struct page *page, unsigned int number,
			const char *noun)
{
	g_string_append_printf(page->out, "%u %s%s", number, noun,
			       number == 1 ? "" : "s");
}
