// SPDX-License-Identifier: GPL-2.0-only
/* Mailboxes: where mails begin, in which order, and which of them count. */
#include "mail.h"

#include <stdbool.h>
#include <string.h>

#include "mime.h"
#include "patch.h"

/* One mail, or the whole text if it is none. */
struct mail {
	struct mime_text body;
	const char *start;
	struct mime_header header;
	guint number, total; /* of "[PATCH 2/3]"; 0 if it says none */
};

static const char *line_end(const char *line, const char *end)
{
	const char *newline =
		line < end ? memchr(line, '\n', (gsize)(end - line)) : NULL;

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

static void read_subject(struct mail *mail)
{
	g_autoptr(GRegex) regex = g_regex_new(
		"\\[[^]]*?\\b(\\d{1,4})/(\\d{1,4})[^]]*\\]", 0, 0, NULL);
	g_autoptr(GMatchInfo) match = NULL;
	g_autofree char *number = NULL;
	g_autofree char *total = NULL;

	if (!g_regex_match(regex, mail->header.subject, 0, &match))
		return;
	number = g_match_info_fetch(match, 1);
	total = g_match_info_fetch(match, 2);
	mail->number = (guint)g_ascii_strtoull(number, NULL, 10);
	mail->total = (guint)g_ascii_strtoull(total, NULL, 10);
}

/* Reads the header behind a mailbox's own line. */
static void read_header(struct mail *mail, const char *end)
{
	struct mime_text text = { mail->start, end };

	if (is_separator(text.start, end))
		text.start = line_end(text.start, end);
	if (!mime_read_header(&text, &mail->header))
		text.start = mail->start;
	else
		read_subject(mail);
	mail->body = text;
}

static void clear_mail(gpointer data)
{
	struct mail *mail = data;

	mime_header_clear(&mail->header);
}

static void add_mail(GArray *mails, const char *start, const char *end)
{
	struct mail mail = { .start = start };

	read_header(&mail, end);
	g_array_append_val(mails, mail);
}

static GArray *split(const char *text, const char *end)
{
	GArray *mails = g_array_new(FALSE, TRUE, sizeof(struct mail));
	const char *start = text;

	g_array_set_clear_func(mails, clear_mail);
	for (const char *line = text; line < end; line = line_end(line, end)) {
		if (line > start && is_separator(line, end)) {
			add_mail(mails, start, line);
			start = line;
		}
	}
	add_mail(mails, start, end);
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

/* True if a text has a line with which a patch of a file begins. */
static bool has_diff(const GString *text, gsize from)
{
	const char *end = text->str + text->len;

	for (const char *line = text->str + from; line < end;
	     line = line_end(line, end)) {
		const char *next = line_end(line, end);

		if (g_str_has_prefix(line, "diff --git ") ||
		    (g_str_has_prefix(line, "--- ") &&
		     g_str_has_prefix(next, "+++ ")))
			return true;
	}
	return false;
}

static bool is_reply(const struct mail *mail)
{
	return g_ascii_strncasecmp(mail->header.subject, "Re:", 3) == 0;
}

static guint line_of(const char *text, const char *at)
{
	guint line = 1;

	for (; (text = memchr(text, '\n', (gsize)(at - text))); text++)
		line++;
	return line;
}

/* Appends a mail; what a reply proposes is left out and noted. */
static void append_mail(GString *out, const struct mail *mail, const char *text,
			struct mail_replies *replies)
{
	gsize before = out->len;

	g_string_append_len(out, mail->start, mail->body.start - mail->start);
	mime_append_body(out, &mail->header, mail->body);
	if (!is_reply(mail) || !has_diff(out, before))
		return;
	g_string_truncate(out, before);
	if (replies->nr++ == 0)
		replies->line = line_of(text, mail->start);
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

GBytes *mail_unpack(const char *text, gsize length,
		    struct mail_replies *ret_replies)
{
	g_autoptr(GArray) mails = split(text, text + length);
	GString *out = g_string_new(NULL);

	*ret_replies = (struct mail_replies){ 0 };
	if (is_series(mails))
		g_array_sort(mails, compare_numbers);
	for (guint i = 0; i < mails->len; i++)
		append_mail(out, &g_array_index(mails, struct mail, i), text,
			    ret_replies);
	if (has_mail_line_ends(out))
		drop_mail_line_ends(out);
	return g_string_free_to_bytes(out);
}
