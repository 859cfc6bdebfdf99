// SPDX-License-Identifier: GPL-2.0-only
/* Writes a text so that a full disk or a closed pipe is seen as an error. */
#include "output/destination.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/session.h"

/* The functions below that return bool leave the reason in errno. */

static bool write_stream(FILE *stream, const GString *text)
{
	return fwrite(text->str, 1, text->len, stream) == text->len &&
	       fflush(stream) == 0;
}

/* A reader that went away is an error to report, not a reason to die. */
static bool write_standard_output(const GString *text)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN };
	struct sigaction before;
	bool done;
	int error;

	sigemptyset(&ignore.sa_mask);
	sigaction(SIGPIPE, &ignore, &before);
	done = write_stream(stdout, text);
	error = errno;
	sigaction(SIGPIPE, &before, NULL);
	errno = error;
	return done;
}

/* Takes the descriptor; closing is part of writing, as on a network disk. */
static bool write_descriptor(int descriptor, const GString *text)
{
	FILE *stream = fdopen(descriptor, "w");
	bool done;
	int error;

	if (!stream) {
		error = errno;
		close(descriptor);
		errno = error;
		return false;
	}
	done = write_stream(stream, text);
	error = errno;
	if (fclose(stream) != 0 && done)
		return false;
	errno = error;
	return done;
}

static bool replace_file(const char *path, const struct stat *old,
			 const GString *text)
{
	g_autofree char *temporary = g_strconcat(path, ".XXXXXX", NULL);
	int descriptor = g_mkstemp_full(temporary, O_WRONLY | O_CLOEXEC, 0666);
	int error;

	if (descriptor < 0)
		return false;
	/* A file system without modes refuses; the text matters more. */
	if (old)
		(void)fchmod(descriptor, old->st_mode & 07777);
	if (write_descriptor(descriptor, text) && rename(temporary, path) == 0)
		return true;
	error = errno;
	unlink(temporary);
	errno = error;
	return false;
}

/* Devices and pipes are written to; to replace them would destroy them. */
static bool write_special(const char *path, const GString *text)
{
	int descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);

	return descriptor >= 0 && write_descriptor(descriptor, text);
}

static bool write_file(const char *path, const GString *text)
{
	g_autofree char *target = NULL;
	struct stat status;

	if (stat(path, &status) == 0) {
		if (!S_ISREG(status.st_mode))
			return write_special(path, text);
		/* Behind a symbolic link the file is replaced, not the link. */
		target = realpath(path, NULL);
		return target && replace_file(target, &status, text);
	}
	if (errno != ENOENT)
		return false;
	if (lstat(path, &status) == 0) {
		errno = ENOENT;
		return false;
	}
	return replace_file(path, NULL, text);
}

bool destination_write(struct session *session, const char *file,
		       const GString *text)
{
	if (file ? write_file(file, text) : write_standard_output(text))
		return true;
	session_problem(session, "output", file ? file : "standard output", 0,
			"cannot be written: %s", g_strerror(errno));
	return false;
}
