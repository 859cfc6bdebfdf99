// SPDX-License-Identifier: GPL-2.0-only
/* Takes the documents of the rules apart and shows them in other forms. */
#include "output/rule_text.h"

#include <stdbool.h>
#include <string.h>

#include "output/markup.h"

/* "[text](target)" at this place: the text and where all of it ends. */
static bool take_link(const char *at, const char **ret_text, gsize *ret_length,
		      const char **ret_end)
{
	const char *middle = strstr(at, "](");
	const char *bracket = strchr(at + 1, ']');
	const char *end;

	if (*at != '[' || !middle || bracket != middle)
		return false;
	end = strchr(middle, ')');
	if (!end)
		return false;
	*ret_text = at + 1;
	*ret_length = (gsize)(middle - at - 1);
	*ret_end = end + 1;
	return true;
}

char *rule_text_section(const char *text, const char *heading)
{
	g_autofree char *line = g_strdup_printf("\n## %s\n", heading);
	const char *start = strstr(text, line);
	const char *end;

	if (!start)
		return g_strdup("");
	start += strlen(line);
	end = strstr(start, "\n## ");
	return g_strstrip(end ? g_strndup(start, (gsize)(end - start)) :
				g_strdup(start));
}

char *rule_text_unlinked(const char *text)
{
	GString *out = g_string_new(NULL);
	bool is_fenced = false;

	while (*text) {
		const char *words, *end;
		gsize length;

		if (g_str_has_prefix(text, "```"))
			is_fenced = !is_fenced;
		if (!is_fenced && take_link(text, &words, &length, &end)) {
			g_string_append_len(out, words, (gssize)length);
			text = end;
		} else {
			g_string_append_c(out, *text++);
		}
	}
	return g_string_free(out, FALSE);
}

/* Where the last sentence ends that is within the limit; else the limit. */
static gsize sentence_end(const char *text, gsize limit)
{
	for (gsize at = limit; at > 1; at--) {
		if (text[at - 1] == '.' && (text[at] == ' ' || !text[at]))
			return at;
	}
	while (limit && (text[limit] & 0xc0) == 0x80)
		limit--;
	return limit;
}

char *rule_text_lead(const char *text, gsize limit)
{
	char *lead = rule_text_unlinked(text);
	char *end = strstr(lead, "\n\n");

	if (end)
		*end = '\0';
	g_strdelimit(lead, "\n", ' ');
	if (strlen(lead) > limit)
		lead[sentence_end(lead, limit)] = '\0';
	return lead;
}

static void append_inline(GString *out, const char *text, gsize length)
{
	const char *stop = text + length;
	bool is_code = false;

	while (text < stop) {
		const char *words, *end;
		gsize nr_words;

		if (*text == '`') {
			is_code = !is_code;
			g_string_append(out, is_code ? "<code>" : "</code>");
			text++;
		} else if (!is_code &&
			   take_link(text, &words, &nr_words, &end) &&
			   end <= stop) {
			append_inline(out, words, nr_words);
			text = end;
		} else {
			end = MIN(g_utf8_next_char(text), stop);
			markup_append_content(out, text, (gsize)(end - text));
			text = end;
		}
	}
}

static gsize block_length(const char *text)
{
	const char *end = strstr(text, "\n\n");

	if (g_str_has_prefix(text, "```")) {
		end = strstr(text, "\n```");
		end = end ? end + 4 : NULL;
	}
	return end ? (gsize)(end - text) : strlen(text);
}

static void append_code(GString *out, const char *text, gsize length)
{
	const char *start = memchr(text, '\n', length);
	const char *end = g_strrstr_len(text, (gssize)length, "\n```");

	if (!start || !end || start >= end)
		return;
	/* Marks for the tests of the documents are for nobody else. */
	if (g_str_has_prefix(start + 1, "/* API: "))
		start = strchr(start + 1, '\n');
	g_string_append(out, "<pre><code>");
	if (start < end)
		markup_append_content(out, start + 1, (gsize)(end - start - 1));
	g_string_append(out, "</code></pre>\n");
}

static void append_list(GString *out, const char *text, gsize length)
{
	const char *stop = text + length;

	g_string_append(out, "<ul>\n");
	while (text < stop) {
		const char *end =
			g_strstr_len(text, (gssize)(stop - text), "\n- ");

		if (!end)
			end = stop;
		g_string_append(out, "<li>");
		append_inline(out, text + 2, (gsize)(end - text - 2));
		g_string_append(out, "</li>\n");
		text = end + 1;
	}
	g_string_append(out, "</ul>\n");
}

/* A list may follow its paragraph without an empty line. */
static void append_block(GString *out, const char *text, gsize length)
{
	const char *list = g_strstr_len(text, (gssize)length, "\n- ");
	gsize nr_words = list ? (gsize)(list - text) : length;

	if (g_str_has_prefix(text, "```")) {
		append_code(out, text, length);
	} else if (g_str_has_prefix(text, "- ")) {
		append_list(out, text, length);
	} else {
		g_string_append(out, "<p>");
		append_inline(out, text, nr_words);
		g_string_append(out, "</p>\n");
		if (list)
			append_list(out, list + 1, length - nr_words - 1);
	}
}

void rule_text_append_html(GString *out, const char *text)
{
	while (*text) {
		gsize length = block_length(text);

		append_block(out, text, length);
		text += length;
		text += strspn(text, "\n");
	}
}
