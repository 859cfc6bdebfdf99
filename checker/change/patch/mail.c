// SPDX-License-Identifier: GPL-2.0-only
/* Mails and mailboxes, as far as patches are sent in them. */
#include "mail.h"

#include <stdbool.h>
#include <string.h>

enum encoding { ENCODING_NONE, ENCODING_QUOTED, ENCODING_BASE64 };

/* One mail, or the whole text if it is none. */
struct mail {
	const char *start, *end;
	const char *body;
	enum encoding encoding;
	guint number, total; /* of "[PATCH 2/3]"; 0 if it says none */
};

static const char *line_end(const char *line, const char *end)
{
	const char *newline = memchr(line, '\n', (gsize)(end - line));

	return newline ? newline + 1 : end;
}

static bool starts_with(const char *line, const char *end, const char *word)
{
	gsize length = strlen(word);

	return (gsize)(end - line) >= length &&
	       g_ascii_strncasecmp(line, word, length) == 0;
}

/* "From ID DATE", as git format-patch and mailboxes have it. */
static bool is_separator(const char *line, const char *end)
{
	const char *stop = line_end(line, end);
	g_autofree char *text = NULL;

	if (!starts_with(line, end, "From ") || strncmp(line, "From ", 5) != 0)
		return false;
	text = g_strndup(line, (gsize)(stop - line));
	/* A time of day tells it from a sentence that begins so. */
	return g_regex_match_simple("^From \\S+ .*\\d\\d:\\d\\d:\\d\\d", text,
				    0, 0);
}

static bool is_header_line(const char *line, const char *end)
{
	const char *p = line;

	while (p < end && (g_ascii_isalnum(*p) || *p == '-'))
		p++;
	return p > line && p < end && *p == ':';
}

static void read_encoding(struct mail *mail, const char *line, const char *stop)
{
	g_autofree char *text = g_strndup(line, (gsize)(stop - line));
	g_autofree char *lower = g_ascii_strdown(text, -1);

	if (strstr(lower, "quoted-printable"))
		mail->encoding = ENCODING_QUOTED;
	else if (strstr(lower, "base64"))
		mail->encoding = ENCODING_BASE64;
}

static void read_subject(struct mail *mail, const char *line, const char *stop)
{
	g_autofree char *text = g_strndup(line, (gsize)(stop - line));
	g_autoptr(GRegex) regex = g_regex_new(
		"\\[[^]]*?\\b(\\d{1,4})/(\\d{1,4})[^]]*\\]", 0, 0, NULL);
	g_autoptr(GMatchInfo) match = NULL;
	g_autofree char *number = NULL;
	g_autofree char *total = NULL;

	if (!g_regex_match(regex, text, 0, &match))
		return;
	number = g_match_info_fetch(match, 1);
	total = g_match_info_fetch(match, 2);
	mail->number = (guint)g_ascii_strtoull(number, NULL, 10);
	mail->total = (guint)g_ascii_strtoull(total, NULL, 10);
}

/* Reads the header, which ends with an empty line. */
static void read_header(struct mail *mail)
{
	const char *line = mail->start;

	mail->body = mail->start;
	if (line < mail->end && is_separator(line, mail->end))
		line = line_end(line, mail->end);
	if (line >= mail->end || !is_header_line(line, mail->end))
		return;
	while (line < mail->end && *line != '\n' && *line != '\r') {
		const char *stop = line_end(line, mail->end);

		if (starts_with(line, stop, "Content-Transfer-Encoding:"))
			read_encoding(mail, line, stop);
		else if (starts_with(line, stop, "Subject:"))
			read_subject(mail, line, stop);
		line = stop;
	}
	mail->body = line;
}

static GArray *split(const char *text, const char *end)
{
	GArray *mails = g_array_new(FALSE, TRUE, sizeof(struct mail));
	struct mail mail = { .start = text, .end = end };
	const char *line = text;

	while (line < end) {
		if (line > mail.start && is_separator(line, end)) {
			struct mail done = mail;

			done.end = line;
			g_array_append_val(mails, done);
			mail.start = line;
		}
		line = line_end(line, end);
	}
	g_array_append_val(mails, mail);
	for (guint i = 0; i < mails->len; i++)
		read_header(&g_array_index(mails, struct mail, i));
	return mails;
}

/* True if all patches are numbered out of the same total. */
static bool is_series(const GArray *mails)
{
	guint total = 0;

	for (guint i = 0; i < mails->len; i++) {
		const struct mail *mail = &g_array_index(mails, struct mail, i);

		if (mail->total == 0 || (total && mail->total != total))
			return false;
		total = mail->total;
	}
	return mails->len > 1;
}

static gint compare_numbers(gconstpointer a, gconstpointer b)
{
	const struct mail *left = a, *right = b;

	if (left->number != right->number)
		return left->number < right->number ? -1 : 1;
	return (left->start > right->start) - (left->start < right->start);
}

static void append_quoted(GString *out, const struct mail *mail)
{
	for (const char *p = mail->body; p < mail->end; p++) {
		gsize left = (gsize)(mail->end - p);

		if (*p != '=') {
			g_string_append_c(out, *p);
		} else if (left > 1 && p[1] == '\n') {
			p++;
		} else if (left > 2 && p[1] == '\r' && p[2] == '\n') {
			p += 2;
		} else if (left > 2 && g_ascii_isxdigit(p[1]) &&
			   g_ascii_isxdigit(p[2])) {
			g_string_append_c(
				out, (char)(g_ascii_xdigit_value(p[1]) * 16 +
					    g_ascii_xdigit_value(p[2])));
			p += 2;
		} else {
			g_string_append_c(out, *p);
		}
	}
}

static void append_base64(GString *out, const struct mail *mail)
{
	g_autofree char *text =
		g_strndup(mail->body, (gsize)(mail->end - mail->body));
	gsize length = 0;
	g_autofree guchar *bytes = g_base64_decode(text, &length);

	g_string_append_c(out, '\n');
	g_string_append_len(out, (const char *)bytes, (gssize)length);
	g_string_append_c(out, '\n');
}

static void append_mail(GString *out, const struct mail *mail)
{
	g_string_append_len(out, mail->start, mail->body - mail->start);
	switch (mail->encoding) {
	case ENCODING_NONE:
		g_string_append_len(out, mail->body, mail->end - mail->body);
		break;
	case ENCODING_QUOTED:
		append_quoted(out, mail);
		break;
	case ENCODING_BASE64:
		append_base64(out, mail);
		break;
	}
}

static bool has_mail_line_ends(const GString *text)
{
	gsize nr = 0;

	for (gsize i = 0; i < text->len; i++) {
		if (text->str[i] != '\n')
			continue;
		if (i == 0 || text->str[i - 1] != '\r')
			return false;
		nr++;
	}
	return nr > 0;
}

static void drop_mail_line_ends(GString *text)
{
	gsize to = 0;

	for (gsize i = 0; i < text->len; i++) {
		if (text->str[i] == '\r' && i + 1 < text->len &&
		    text->str[i + 1] == '\n')
			continue;
		text->str[to++] = text->str[i];
	}
	g_string_truncate(text, to);
}

GBytes *mail_unpack(const char *text, gsize length)
{
	g_autoptr(GArray) mails = split(text, text + length);
	GString *out = g_string_new(NULL);

	if (is_series(mails))
		g_array_sort(mails, compare_numbers);
	for (guint i = 0; i < mails->len; i++)
		append_mail(out, &g_array_index(mails, struct mail, i));
	if (has_mail_line_ends(out))
		drop_mail_line_ends(out);
	return g_string_free_to_bytes(out);
}
