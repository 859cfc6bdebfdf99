// SPDX-License-Identifier: GPL-2.0-only
/*
 * Functions of the C library that libclang asks the file system with (LLVM
 * 19.1: access, open, opendir, stat and its kin). What a program defines comes
 * before what its libraries do, for all that is loaded (ld.so(8)); here each
 * does what it is to do, by a relative of its that is not defined here, and
 * says so.
 */
/* Headers that check arguments would define open() inline. */
#undef _FORTIFY_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/asked.h"

/* Records how a question ended; errno stays. */
static int note_status(const char *path, int end, mode_t mode)
{
	const int error = errno;

	if (asked_is_recorded() && end == 0)
		asked_seen(path, S_ISDIR(mode) ? LOOK_FOLDER : LOOK_FILE);
	else if (asked_is_recorded())
		asked_failed(path, error);
	errno = error;
	return end;
}

/* What is written is none of our business. */
static int note_opened(const char *path, int flags, int fd)
{
	const int error = errno;

	if (asked_is_recorded() && (flags & O_ACCMODE) == O_RDONLY) {
		if (fd >= 0)
			asked_opened(path, fd);
		else if (error == EACCES &&
			 faccessat(AT_FDCWD, path, R_OK, 0) == 0)
			asked_refused(path);
		else
			asked_failed(path, error);
	}
	errno = error;
	return fd;
}

int stat(const char *restrict path, struct stat *restrict status)
{
	int end = fstatat(AT_FDCWD, path, status, 0);

	return note_status(path, end, end == 0 ? status->st_mode : 0);
}

int stat64(const char *restrict path, struct stat64 *restrict status)
{
	int end = fstatat64(AT_FDCWD, path, status, 0);

	return note_status(path, end, end == 0 ? status->st_mode : 0);
}

/* Of a link it says what stat() does not; nobody who reads asks for one. */
int lstat(const char *restrict path, struct stat *restrict status)
{
	int end = fstatat(AT_FDCWD, path, status, AT_SYMLINK_NOFOLLOW);

	if (end == 0 && S_ISLNK(status->st_mode))
		return end;
	return note_status(path, end, end == 0 ? status->st_mode : 0);
}

int lstat64(const char *restrict path, struct stat64 *restrict status)
{
	int end = fstatat64(AT_FDCWD, path, status, AT_SYMLINK_NOFOLLOW);

	if (end == 0 && S_ISLNK(status->st_mode))
		return end;
	return note_status(path, end, end == 0 ? status->st_mode : 0);
}

int access(const char *path, int mode)
{
	int end = faccessat(AT_FDCWD, path, mode, 0);
	const int error = errno;
	struct stat status;

	if (asked_is_recorded() && end == 0 &&
	    fstatat(AT_FDCWD, path, &status, 0) == 0)
		return note_status(path, end, status.st_mode);
	errno = error;
	return end == 0 ? end : note_status(path, end, 0);
}

static mode_t mode_of(int flags, va_list args)
{
	return flags & (O_CREAT | O_TMPFILE) ? va_arg(args, mode_t) : 0;
}

int open(const char *path, int flags, ...)
{
	va_list args;
	mode_t mode;

	va_start(args, flags);
	mode = mode_of(flags, args);
	va_end(args);
	return note_opened(path, flags, openat(AT_FDCWD, path, flags, mode));
}

int open64(const char *path, int flags, ...)
{
	va_list args;
	mode_t mode;

	va_start(args, flags);
	mode = mode_of(flags, args);
	va_end(args);
	return note_opened(path, flags, openat64(AT_FDCWD, path, flags, mode));
}

DIR *opendir(const char *path)
{
	const int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK;
	int fd = note_opened(path, flags, openat(AT_FDCWD, path, flags));
	DIR *directory = fd < 0 ? NULL : fdopendir(fd);

	if (fd >= 0 && !directory)
		close(fd);
	return directory;
}
