// SPDX-License-Identifier: GPL-2.0-only
/*
 * Lets one call of the C library fail, for programs that it is loaded into:
 * FAULT_CALL names it, FAULT_AT counts from 1, FAULT_BELOW is the folder that
 * it has to be about. Of allocations those of SQLite count. Who fails writes
 * FAULT_TOLD.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEXT(name) ((__typeof__(&(name)))dlsym(RTLD_NEXT, #name))

static atomic_int nr_calls;

static void tell(void)
{
	static const char text[] = "failed";
	const char *path = getenv("FAULT_TOLD");
	int fd = NEXT(openat)(AT_FDCWD, path, O_WRONLY | O_CREAT, 0644);

	if (fd < 0 || NEXT(write)(fd, text, sizeof(text)) < 0)
		abort();
	close(fd);
}

/* True if this call is the one. */
static bool is_due(const char *call)
{
	const char *wanted = getenv("FAULT_CALL"), *at = getenv("FAULT_AT");

	if (!wanted || !at || strcmp(wanted, call) != 0 ||
	    atomic_fetch_add(&nr_calls, 1) + 1 != atoi(at))
		return false;
	tell();
	errno = EIO;
	return true;
}

static bool is_below(const char *path)
{
	const char *folder = getenv("FAULT_BELOW");

	return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static bool is_fd_below(int fd)
{
	char name[64], path[4096];
	ssize_t length;

	snprintf(name, sizeof(name), "/proc/self/fd/%d", fd);
	length = readlink(name, path, sizeof(path) - 1);
	if (length < 0)
		return false;
	path[length] = '\0';
	return is_below(path);
}

ssize_t write(int fd, const void *bytes, size_t length)
{
	if (is_fd_below(fd) && is_due("write"))
		return -1;
	return NEXT(write)(fd, bytes, length);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at)
{
	if (is_fd_below(fd) && is_due("write"))
		return -1;
	return NEXT(pwrite64)(fd, bytes, length, at);
}

int rename(const char *from, const char *to)
{
	if (is_below(to) && is_due("rename"))
		return -1;
	return NEXT(rename)(from, to);
}

int fsync(int fd)
{
	if (is_fd_below(fd) && is_due("fsync"))
		return -1;
	return NEXT(fsync)(fd);
}

int fdatasync(int fd)
{
	if (is_fd_below(fd) && is_due("fsync"))
		return -1;
	return NEXT(fdatasync)(fd);
}

int ftruncate64(int fd, off64_t length)
{
	if (is_fd_below(fd) && is_due("truncate"))
		return -1;
	return NEXT(ftruncate64)(fd, length);
}

int unlink(const char *path)
{
	if (is_below(path) && is_due("unlink"))
		return -1;
	return NEXT(unlink)(path);
}

int mkdir(const char *path, mode_t mode)
{
	if (is_below(path) && is_due("mkdir"))
		return -1;
	return NEXT(mkdir)(path, mode);
}

static mode_t mode_of(int flags, va_list args)
{
	return flags & (O_CREAT | O_TMPFILE) ? va_arg(args, mode_t) : 0;
}

int openat(int folder, const char *path, int flags, ...)
{
	va_list args;
	mode_t mode;

	va_start(args, flags);
	mode = mode_of(flags, args);
	va_end(args);
	if ((flags & O_CREAT) && is_below(path) && is_due("open"))
		return -1;
	return NEXT(openat)(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...)
{
	va_list args;
	mode_t mode;

	va_start(args, flags);
	mode = mode_of(flags, args);
	va_end(args);
	if ((flags & O_CREAT) && is_below(path) && is_due("open"))
		return -1;
	return NEXT(openat64)(folder, path, flags, mode);
}

/* glibc's own names of what it lets others define. */
extern void *__libc_malloc(size_t size);
extern void *__libc_realloc(void *old, size_t size);

static bool is_from_sqlite(const void *caller)
{
	Dl_info info;

	return getenv("FAULT_AT") && dladdr(caller, &info) != 0 &&
	       strstr(info.dli_fname, "sqlite");
}

void *malloc(size_t size)
{
	if (is_from_sqlite(__builtin_return_address(0)) && is_due("malloc")) {
		errno = ENOMEM;
		return NULL;
	}
	return __libc_malloc(size);
}

void *realloc(void *old, size_t size)
{
	if (is_from_sqlite(__builtin_return_address(0)) && is_due("malloc")) {
		errno = ENOMEM;
		return NULL;
	}
	return __libc_realloc(old, size);
}
