// SPDX-License-Identifier: GPL-2.0-only
/* MIME (RFC 2045, 2046, 3676), as far as patches are sent in it. */
#include "mime.h"

#include <string.h>

/* More parts within parts than these are no mail (git 2.39 takes 5). */
enum { DEPTH_LIMIT = 8 };

static const char *line_end(const char *line, const char *end)
{
	const char *newline =
		line < end ? memchr(line, '\n', (gsize)(end - line)) : NULL;

	return newline ? newline + 1 : end;
}

static bool is_header_line(const char *line, const char *end)
{
	const char *p = line;

	while (p < end && (g_ascii_isalnum(*p) || *p == '-'))
		p++;
	return p > line && p < end && *p == ':';
}

static bool is_blank_line(const char *line, const char *end)
{
	return line < end && (*line == '\n' || *line == '\r');
}

/* The value of a field if it has this name, folded lines joined; owned. */
static char *field_value(const char *line, const char *end, const char *name)
{
	gsize length = strlen(name);
	char *value;

	if ((gsize)(end - line) <= length || line[length] != ':' ||
	    g_ascii_strncasecmp(line, name, length) != 0)
		return NULL;
	line += length + 1;
	value = g_strndup(line, (gsize)(end - line));
	return g_strstrip(g_strdelimit(value, "\r\n\t", ' '));
}

/* The value of "; name=value" or "; name="value"", owned; or NULL. */
static char *parameter(const char *field, const char *name)
{
	gsize length = strlen(name);

	while ((field = strchr(field, ';')) != NULL) {
		const char *value;

		field += 1 + strspn(field + 1, " ");
		if (g_ascii_strncasecmp(field, name, length) != 0)
			continue;
		value = field + length + strspn(field + length, " ");
		if (*value != '=')
			continue;
		value += 1 + strspn(value + 1, " ");
		if (*value == '"')
			return g_strndup(value + 1, strcspn(value + 1, "\""));
		return g_strndup(value, strcspn(value, "; "));
	}
	return NULL;
}

static bool says(const char *field, const char *name, const char *wanted)
{
	g_autofree char *value = parameter(field, name);

	return value && g_ascii_strcasecmp(value, wanted) == 0;
}

static void read_type(struct mime_header *header, const char *field)
{
	g_autofree char *type = g_strndup(field, strcspn(field, "; "));

	g_free(header->type);
	header->type = g_ascii_strdown(type, -1);
	g_free(header->boundary);
	header->boundary = g_str_has_prefix(header->type, "multipart/") ?
				   parameter(field, "boundary") :
				   NULL;
	header->is_flowed = says(field, "format", "flowed");
	header->drops_space = says(field, "delsp", "yes");
}

static void read_encoding(struct mime_header *header, const char *field)
{
	g_autofree char *lower = g_ascii_strdown(field, -1);

	if (strstr(lower, "quoted-printable"))
		header->encoding = MIME_QUOTED;
	else if (strstr(lower, "base64"))
		header->encoding = MIME_BASE64;
}

static void read_field(struct mime_header *header, const char *line,
		       const char *end)
{
	g_autofree char *type = field_value(line, end, "Content-Type");
	g_autofree char *encoding =
		field_value(line, end, "Content-Transfer-Encoding");
	char *subject = field_value(line, end, "Subject");

	if (type)
		read_type(header, type);
	if (encoding)
		read_encoding(header, encoding);
	if (subject) {
		g_free(header->subject);
		header->subject = subject;
	}
}

/* The end of a field: further lines of it begin with a blank. */
static const char *field_end(const char *line, const char *end)
{
	do
		line = line_end(line, end);
	while (line < end && (*line == ' ' || *line == '\t'));
	return line;
}

bool mime_read_header(struct mime_text *text, struct mime_header *ret_header)
{
	const char *line = text->start;

	*ret_header = (struct mime_header){
		.subject = g_strdup(""),
		.type = g_strdup(""),
	};
	if (line >= text->end || !is_header_line(line, text->end))
		return false;
	while (line < text->end && !is_blank_line(line, text->end)) {
		const char *stop = field_end(line, text->end);

		read_field(ret_header, line, stop);
		line = stop;
	}
	text->start = line;
	return true;
}

void mime_header_clear(struct mime_header *header)
{
	g_clear_pointer(&header->subject, g_free);
	g_clear_pointer(&header->type, g_free);
	g_clear_pointer(&header->boundary, g_free);
}

static GString *decode_quoted(struct mime_text body)
{
	GString *out = g_string_new(NULL);

	for (const char *p = body.start; p < body.end; p++) {
		gsize left = (gsize)(body.end - p);

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
	return out;
}

static GString *decode_base64(struct mime_text body)
{
	g_autofree char *text =
		g_strndup(body.start, (gsize)(body.end - body.start));
	gsize length = 0;
	g_autofree guchar *bytes = g_base64_decode(text, &length);
	GString *out = g_string_new("\n");

	g_string_append_len(out, (const char *)bytes, (gssize)length);
	g_string_append_c(out, '\n');
	return out;
}

static GString *decode(enum mime_encoding encoding, struct mime_text body)
{
	switch (encoding) {
	case MIME_QUOTED:
		return decode_quoted(body);
	case MIME_BASE64:
		return decode_base64(body);
	case MIME_PLAIN:
		break;
	}
	return g_string_new_len(body.start, body.end - body.start);
}

/* Appends a line without its end, as git's mailinfo reads it (2.39). */
static void append_flowed_line(GString *out, const char *line, gsize length,
			       const struct mime_header *header)
{
	bool is_mark = length == 3 && memcmp(line, "-- ", 3) == 0;
	bool is_soft;

	if (!is_mark && length > 0 && *line == ' ') {
		line++;
		length--;
	}
	is_soft = !is_mark && length > 0 && line[length - 1] == ' ';
	g_string_append_len(
		out, line, (gssize)(length - (is_soft && header->drops_space)));
	if (!is_soft)
		g_string_append_c(out, '\n');
}

static void append_flowed(GString *out, const GString *text,
			  const struct mime_header *header)
{
	const char *end = text->str + text->len;

	for (const char *line = text->str; line < end;) {
		const char *stop = line_end(line, end);
		gsize length = (gsize)(stop - line);

		while (length > 0 && strchr("\r\n", line[length - 1]) &&
		       line[length - 1])
			length--;
		append_flowed_line(out, line, length, header);
		line = stop;
	}
}

/* A page that shows a patch is no patch. */
static bool may_hold_patch(const struct mime_header *header)
{
	const char *type = header->type;

	return !*type ||
	       (g_str_has_prefix(type, "text/") &&
		strcmp(type, "text/html") != 0) ||
	       (g_str_has_prefix(type, "application/") &&
		(strstr(type, "patch") || strstr(type, "diff") ||
		 strcmp(type, "application/octet-stream") == 0));
}

/* "--BOUNDARY" begins a part; "--BOUNDARY--" ends the last one. */
static bool is_boundary(const char *line, const char *end, const char *boundary,
			bool *ret_is_last)
{
	gsize length = strlen(boundary);
	gsize left = (gsize)(end - line);

	if (left < length + 2 || memcmp(line, "--", 2) != 0 ||
	    memcmp(line + 2, boundary, length) != 0)
		return false;
	line += length + 2;
	*ret_is_last = left >= length + 4 && memcmp(line, "--", 2) == 0;
	line += *ret_is_last ? 2 : 0;
	while (line < end && strchr(" \t\r\n", *line) && *line)
		line++;
	return line == end;
}

static void append_body(GString *out, const struct mime_header *header,
			struct mime_text body, guint depth);

static void append_part(GString *out, struct mime_text part, guint depth)
{
	struct mime_header header;

	mime_read_header(&part, &header);
	if (header.boundary || may_hold_patch(&header))
		append_body(out, &header, part, depth);
	mime_header_clear(&header);
}

/* Appends the parts; what stands before and behind them is nobody's. */
static void append_parts(GString *out, const char *boundary,
			 struct mime_text body, guint depth)
{
	const char *start = NULL;
	bool is_last = false;

	for (const char *line = body.start; line < body.end && !is_last;) {
		const char *stop = line_end(line, body.end);

		if (is_boundary(line, stop, boundary, &is_last)) {
			if (start)
				append_part(out,
					    (struct mime_text){ start, line },
					    depth);
			start = stop;
		}
		line = stop;
	}
	/* A mail that was cut has its last part all the same. */
	if (start && !is_last)
		append_part(out, (struct mime_text){ start, body.end }, depth);
}

static void append_body(GString *out, const struct mime_header *header,
			struct mime_text body, guint depth)
{
	GString *text;

	if (header->boundary && depth < DEPTH_LIMIT) {
		append_parts(out, header->boundary, body, depth + 1);
		return;
	}
	text = decode(header->encoding, body);
	if (header->is_flowed)
		append_flowed(out, text, header);
	else
		g_string_append_len(out, text->str, (gssize)text->len);
	g_string_free(text, TRUE);
}

void mime_append_body(GString *out, const struct mime_header *header,
		      struct mime_text body)
{
	append_body(out, header, body, 0);
}
