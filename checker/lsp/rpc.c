// SPDX-License-Identifier: GPL-2.0-only
#include "lsp/rpc.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* No buffer that a person edits comes near; a length beyond is no header. */
enum { MESSAGE_LIMIT = 256 << 20, HEADER_LIMIT = 4096 };

void rpc_reader_init(struct rpc_reader *reader, int fd)
{
	reader->fd = fd;
	reader->bytes = g_string_new(NULL);
}

void rpc_reader_release(struct rpc_reader *reader)
{
	g_string_free(reader->bytes, TRUE);
}

bool rpc_fill(struct rpc_reader *reader)
{
	char buffer[65536];
	ssize_t got;

	do
		got = read(reader->fd, buffer, sizeof(buffer));
	while (got < 0 && errno == EINTR);
	if (got <= 0)
		return false;
	g_string_append_len(reader->bytes, buffer, got);
	return true;
}

/* The length that a header tells; false if it tells none. */
static bool read_length(const char *header, guint64 *ret_length)
{
	static const char name[] = "content-length:";
	g_auto(GStrv) lines = g_strsplit(header, "\r\n", -1);

	for (char **line = lines; *line; line++) {
		if (g_ascii_strncasecmp(*line, name, strlen(name)) == 0)
			return g_ascii_string_to_unsigned(
				g_strstrip(*line + strlen(name)), 10, 0,
				MESSAGE_LIMIT, ret_length, NULL);
	}
	return false;
}

enum rpc_state rpc_next(struct rpc_reader *reader, json_t **ret_message)
{
	const char *text = reader->bytes->str;
	const char *end = strstr(text, "\r\n\r\n");
	g_autofree char *header = NULL;
	guint64 length = 0;
	gsize start;

	if (!end)
		return reader->bytes->len > HEADER_LIMIT ? RPC_NO_HEADER :
							   RPC_PART;
	header = g_strndup(text, (gsize)(end - text));
	if (!read_length(header, &length))
		return RPC_NO_HEADER;
	start = (gsize)(end - text) + strlen("\r\n\r\n");
	if (reader->bytes->len < start + length)
		return RPC_PART;
	*ret_message =
		json_loadb(text + start, (size_t)length, JSON_ALLOW_NUL, NULL);
	g_string_erase(reader->bytes, 0, (gssize)(start + length));
	if (json_is_object(*ret_message))
		return RPC_MESSAGE;
	json_decref(*ret_message);
	*ret_message = NULL;
	return RPC_NO_JSON;
}

static bool write_all(int fd, const char *bytes, gsize length)
{
	while (length > 0) {
		ssize_t written = write(fd, bytes, length);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return false;
		bytes += written;
		length -= (gsize)written;
	}
	return true;
}

bool rpc_send(int fd, json_t *message)
{
	char *text = json_dumps(message, JSON_COMPACT);
	g_autofree char *header = NULL;
	bool done;

	json_decref(message);
	if (!text)
		return false;
	header = g_strdup_printf("Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
				 strlen(text));
	done = write_all(fd, header, strlen(header)) &&
	       write_all(fd, text, strlen(text));
	g_free(text);
	return done;
}
