// SPDX-License-Identifier: GPL-2.0-only
/* Shows a line of the tree and marks a range of bytes in it. */
#include "output/excerpt.h"

#include <string.h>

#include "findings/findings.h"
#include "output/printable.h"
#include "output/source.h"

/* No line of C that a person wrote comes near; one that does is not shown. */
#define LINE_LIMIT 4096

#define TAB_WIDTH  8

/* A range of bytes in a line, from 0; end is exclusive. */
struct range {
	gsize start, end;
};

static struct range marked_range(const struct place *at, gsize length)
{
	struct range range = { .start = at->column - 1, .end = length };

	if (at->end_line == at->line)
		range.end = MIN(length, at->end_column - 1);
	return range;
}

static void append_repeated(GString *out, char byte, unsigned int times)
{
	for (unsigned int i = 0; i < times; i++)
		g_string_append_c(out, byte);
}

/* The marks below one character that begins at offset and has this width. */
static void append_marks(GString *marks, const struct range *range,
			 gsize offset, gsize used, unsigned int width)
{
	if (offset + used <= range->start) {
		append_repeated(marks, ' ', width);
	} else if (offset <= range->start) {
		g_string_append_c(marks, '^');
		append_repeated(marks, '~', width - 1);
	} else if (offset < range->end) {
		append_repeated(marks, '~', width);
	}
}

/* Both begin at this column, so that tabs come out equally wide in both. */
static void append_line(GString *line, GString *marks, unsigned int column,
			const char *text, gsize length,
			const struct range *range)
{
	for (gsize offset = 0, used; offset < length; offset += used) {
		unsigned int width = TAB_WIDTH - column % TAB_WIDTH;

		used = 1;
		if (text[offset] == '\t')
			g_string_append_c(line, '\t');
		else
			used = printable_append_one(line, text + offset,
						    length - offset, &width);
		if (text[offset] == '\t' && offset < range->start)
			g_string_append_c(marks, '\t');
		else
			append_marks(marks, range, offset, used, width);
		column += width;
	}
	if (range->start == length)
		g_string_append_c(marks, '^');
	if (range->start > length)
		g_string_truncate(marks, 0);
}

void excerpt_append(GString *out, struct source *source, const struct place *at,
		    const char *marks_on, const char *marks_off)
{
	g_autoptr(GString) line = g_string_new(NULL);
	g_autoptr(GString) marks = g_string_new(NULL);
	const char *caret;
	struct range range;
	const char *text;
	gsize length;
	gsize gutter;

	if (!source_line(source, at->path, at->line, &text, &length) ||
	    length > LINE_LIMIT)
		return;
	/* As GCC has it; and no line of the tree can pose as one of ours. */
	g_string_append_printf(line, "%5u | ", at->line);
	gutter = line->len;
	range = marked_range(at, length);
	append_line(line, marks, (unsigned int)gutter, text, length, &range);
	g_string_append_printf(out, "%s\n", line->str);
	caret = strchr(marks->str, '^');
	if (!caret)
		return;
	g_string_append_printf(out, "%*s | %.*s%s%s%s\n", (int)gutter - 3, "",
			       (int)(caret - marks->str), marks->str, marks_on,
			       caret, marks_off);
}
