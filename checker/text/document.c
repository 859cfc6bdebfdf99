// SPDX-License-Identifier: GPL-2.0-only
#include "text/document.h"

#include <stdbool.h>
#include <string.h>

#define LETTERS	     "abcdefghijklmnopqrstuvwxyz"
#define NAME_LETTERS LETTERS "_0123456789"

/* A table follows the sentence that speaks of it within so many lines. */
enum { NEAR_LINES = 12, CODE_LENGTH = 2 };

struct document_reader {
	GArray *codes;		/* what is found */
	const char *line, *end; /* of the line at hand */
	guint32 nr;		/* its number */
	guint32 spoke;		/* the last line with "VmFlags"; 0: none */
	bool is_in_table;
};

static const char *find(const struct document_reader *document,
			const char *word)
{
	return memmem(document->line, (gsize)(document->end - document->line),
		      word, strlen(word));
}

static const char *skip_blanks(const struct document_reader *document,
			       const char *p)
{
	while (p < document->end && (*p == ' ' || *p == '\t'))
		p++;
	return p;
}

/* How many of the bytes at p are among some. */
static gsize span(const struct document_reader *document, const char *p,
		  const char *accepted)
{
	gsize nr = 0;

	while (p + nr < document->end && p[nr] && strchr(accepted, p[nr]))
		nr++;
	return nr;
}

static void add(struct document_reader *document, enum vma_code_kind kind,
		const char *code, gsize length, const char *description)
{
	const struct vma_code one = {
		.kind = kind,
		.code = code,
		.length = length,
		.description = description,
		.description_length = (gsize)(document->end - description),
		.line = document->nr,
		.column = (guint32)(code - document->line) + 1,
	};

	g_array_append_val(document->codes, one);
}

/* `==  =====' opens and closes a simple table, `+--+---+' parts a grid. */
static bool is_border(const struct document_reader *document)
{
	const char *p = skip_blanks(document, document->line);
	const gsize length = (gsize)(document->end - p);

	if (length <= CODE_LENGTH || span(document, p, "=-+ \t") < length)
		return false;
	return *p == '+' || (*p == '=' && span(document, p, "=") < length);
}

/* `rd    readable', in a grid behind a bar. */
static void read_row(struct document_reader *document)
{
	const char *p = skip_blanks(document, document->line);
	const char *description;

	if (p < document->end && *p == '|')
		p = skip_blanks(document, p + 1);
	if (span(document, p, LETTERS) != CODE_LENGTH)
		return;
	description = skip_blanks(document, p + CODE_LENGTH);
	if (description == p + CODE_LENGTH && description < document->end)
		return;
	add(document, VMA_CODE_ROW, p, CODE_LENGTH, description);
}

/* `VmFlags: rd wr ..' */
static void read_codes(struct document_reader *document, const char *p)
{
	p = skip_blanks(document, p);
	while (span(document, p, NAME_LETTERS) == CODE_LENGTH &&
	       span(document, p, LETTERS) == CODE_LENGTH) {
		const char *next = skip_blanks(document, p + CODE_LENGTH);

		add(document, VMA_CODE_SAMPLE, p, CODE_LENGTH, document->end);
		if (next == p + CODE_LENGTH)
			break;
		p = next;
	}
}

/* `%pGv  read|exec|mayread' */
static void read_names(struct document_reader *document, const char *p)
{
	gsize length;

	p = skip_blanks(document, p);
	if (!memchr(p, '|', span(document, p, NAME_LETTERS "|")))
		return;
	while ((length = span(document, p, NAME_LETTERS)) > 0) {
		add(document, VMA_NAME_SAMPLE, p, length, document->end);
		p += length;
		if (p == document->end || *p != '|')
			break;
		p++;
	}
}

static void read_line(struct document_reader *document)
{
	const char *codes = find(document, "VmFlags");
	const char *names = find(document, "%pGv");

	if (codes) {
		const guint nr_before = document->codes->len;

		codes += strlen("VmFlags");
		if (codes < document->end && *codes == ':')
			read_codes(document, codes + 1);
		/* A sample is followed by anything. */
		if (document->codes->len == nr_before)
			document->spoke = document->nr;
	}
	if (names)
		read_names(document, names + strlen("%pGv"));
	if (is_border(document)) {
		document->is_in_table |= document->spoke > 0 &&
					 document->nr - document->spoke <=
						 NEAR_LINES;
	} else if (!document->is_in_table) {
		return;
	} else if (skip_blanks(document, document->line) == document->end) {
		document->is_in_table = false;
		document->spoke = 0;
	} else {
		read_row(document);
	}
}

/* Calls a function for each line, without its end. */
static void each_line(struct document_reader *document, const char *text,
		      gsize length,
		      void (*read)(struct document_reader *document))
{
	const char *end = text + length;

	for (const char *line = text; line < end;) {
		const char *stop = memchr(line, '\n', (gsize)(end - line));

		document->line = line;
		document->end = stop ? stop : end;
		document->nr++;
		line = document->end + 1;
		if (document->end > document->line && document->end[-1] == '\r')
			document->end--;
		read(document);
	}
}

GArray *document_codes(const char *text, gsize length)
{
	struct document_reader document = {
		.codes = g_array_new(FALSE, FALSE, sizeof(struct vma_code)),
	};

	each_line(&document, text, length, read_line);
	return document.codes;
}

/* `--blocklist-item VM_X', also with '=' between. */
static void read_parameter(struct document_reader *document)
{
	const char *option = find(document, "--blocklist-");
	const char *comment = memchr(document->line, '#',
				     (gsize)(document->end - document->line));
	struct parameter_word word = { .line = document->nr };

	if (!option || (comment && comment < option))
		return;
	word.start = option + span(document, option, LETTERS "-");
	word.start += span(document, word.start, " \t=");
	word.length = span(document, word.start,
			   NAME_LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	word.column = (guint32)(word.start - document->line) + 1;
	if (word.length > 0)
		g_array_append_val(document->codes, word);
}

GArray *parameter_words(const char *text, gsize length)
{
	struct document_reader document = {
		.codes = g_array_new(FALSE, FALSE,
				     sizeof(struct parameter_word)),
	};

	each_line(&document, text, length, read_parameter);
	return document.codes;
}
