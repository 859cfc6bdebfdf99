// SPDX-License-Identifier: GPL-2.0-only
/* Reads regular files only, with a limit, and says why when it cannot. */
#include "base/text_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <unistd.h>

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

char *text_file_read(const char *path, gsize *ret_length, char **ret_reason)
{
	/* O_NONBLOCK: opening a FIFO must not wait for a writer. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	const char *reason = NULL;
	char *buffer = NULL;
	struct stat status = { 0 };

	if (fd < 0 || fstat(fd, &status) < 0)
		reason = g_strerror(errno);
	else
		reason = refuse_reason(&status);
	if (!reason) {
		buffer = g_malloc((gsize)status.st_size + 1);
		if (read_all(fd, buffer, (gsize)status.st_size, ret_length)) {
			buffer[*ret_length] = '\0';
		} else {
			reason = g_strerror(errno);
			g_free(buffer);
			buffer = NULL;
		}
	}
	if (fd >= 0)
		close(fd);
	if (reason)
		*ret_reason = g_strdup(reason);
	return buffer;
}
