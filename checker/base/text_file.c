// SPDX-License-Identifier: GPL-2.0-only
/* Reads regular files only, with a limit, and says why when it cannot. */
#include "base/text_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/pages.h"

static bool read_all(int fd, char *buffer, gsize length, gsize *ret_done)
{
	gsize done = 0;

	while (done < length) {
		ssize_t got = read(fd, buffer + done, length - done);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return false;
		if (got == 0)
			break;
		done += (gsize)got;
	}
	*ret_done = done;
	return true;
}

static const char *refuse_reason(const struct stat *status)
{
	if (S_ISDIR(status->st_mode))
		return "is a directory";
	if (!S_ISREG(status->st_mode))
		return "not a regular file";
	if (status->st_size > (off_t)TEXT_FILE_LIMIT)
		return "larger than 64 MiB";
	return NULL;
}

/* Why an open file is not to be read, or NULL and its size. */
static const char *refuse(int fd, gsize *ret_size)
{
	struct stat status = { 0 };
	const char *reason;

	if (fd < 0 || fstat(fd, &status) < 0)
		reason = g_strerror(errno);
	else
		reason = refuse_reason(&status);
	*ret_size = (gsize)status.st_size;
	return reason;
}

static void give_reason(char **ret_reason, const char *reason)
{
	if (ret_reason)
		*ret_reason = g_strdup(reason);
}

/* An open file that may be read, and its size; -1 with the reason if not. */
static int open_file(const char *path, gsize *ret_size, char **ret_reason)
{
	/* O_NONBLOCK: opening a FIFO must not wait for a writer. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	const char *reason = refuse(fd, ret_size);

	if (!reason)
		return fd;
	give_reason(ret_reason, reason);
	if (fd >= 0)
		close(fd);
	return -1;
}

static char *read_text(int fd, gsize size, gsize *ret_length, char **ret_reason)
{
	char *buffer = g_malloc(size + 1);

	if (read_all(fd, buffer, size, ret_length)) {
		buffer[*ret_length] = '\0';
		return buffer;
	}
	give_reason(ret_reason, g_strerror(errno));
	g_free(buffer);
	return NULL;
}

char *text_file_read_open(int fd, gsize *ret_length, char **ret_reason)
{
	gsize size = 0;
	const char *reason = refuse(fd, &size);
	char *text = NULL;

	if (reason)
		give_reason(ret_reason, reason);
	else
		text = read_text(fd, size, ret_length, ret_reason);
	close(fd);
	return text;
}

char *text_file_read(const char *path, gsize *ret_length, char **ret_reason)
{
	gsize size = 0;
	int fd = open_file(path, &size, ret_reason);
	char *text;

	if (fd < 0)
		return NULL;
	text = read_text(fd, size, ret_length, ret_reason);
	close(fd);
	return text;
}

GBytes *text_file_bytes(const char *path)
{
	gsize size = 0, length = 0;
	int fd = open_file(path, &size, NULL);
	GBytes *pages, *bytes = NULL;
	void *start;

	if (fd < 0)
		return NULL;
	pages = pages_new(size, &start);
	if (pages && read_all(fd, start, size, &length))
		bytes = length == size ?
				g_bytes_ref(pages) :
				g_bytes_new_from_bytes(pages, 0, length);
	g_clear_pointer(&pages, g_bytes_unref);
	close(fd);
	return bytes;
}

char *text_file_read_input(gsize *ret_length, char **ret_reason)
{
	GString *text = g_string_new(NULL);
	char buffer[65536];
	ssize_t got;

	for (;;) {
		got = read(STDIN_FILENO, buffer, sizeof(buffer));
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0 || text->len > TEXT_FILE_LIMIT)
			break;
		g_string_append_len(text, buffer, got);
	}
	if (got >= 0 && text->len <= TEXT_FILE_LIMIT) {
		*ret_length = text->len;
		return g_string_free(text, FALSE);
	}
	give_reason(ret_reason, got < 0 ? g_strerror(errno) : "too large");
	g_string_free(text, TRUE);
	return NULL;
}
