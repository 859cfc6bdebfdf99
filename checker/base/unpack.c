// SPDX-License-Identifier: GPL-2.0-only
/*
 * Unpacks a file with the program that packed it, run without a shell and
 * with a limit on what it may give: a small file can hold a huge one.
 */
#include "base/unpack.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text_file.h"

struct packing {
	const char *magic; /* how such a file begins */
	gsize length;
	const char *program;
};

static const struct packing packings[] = {
	{ "\x1f\x8b", 2, "gzip" },
	{ "\xfd\x37zXZ", 6, "xz" }, /* its NUL included */
};

static const struct packing *packing_of(const char *bytes, gsize length)
{
	for (gsize i = 0; i < G_N_ELEMENTS(packings); i++) {
		if (length >= packings[i].length &&
		    memcmp(bytes, packings[i].magic, packings[i].length) == 0)
			return &packings[i];
	}
	return NULL;
}

/* Up to one byte more than the limit, so that an excess shows. */
static GByteArray *read_output(int fd)
{
	GByteArray *output = g_byte_array_new();
	guint8 block[65536];
	ssize_t got;

	do {
		got = read(fd, block, sizeof(block));
		if (got > 0)
			g_byte_array_append(output, block, (guint)got);
	} while (output->len <= TEXT_FILE_LIMIT &&
		 (got > 0 || (got < 0 && errno == EINTR)));
	return output;
}

static bool ends_well(GPid child)
{
	int status = 0;

	while (waitpid(child, &status, 0) < 0) {
		if (errno != EINTR)
			return false;
	}
	return g_spawn_check_wait_status(status, NULL);
}

/* Starts the program with a file as its input; -1 with a reason. */
static int start(const struct packing *packing, int input, GPid *ret_child,
		 char **ret_reason)
{
	const char *const words[] = { packing->program, "-dc", NULL };
	g_autoptr(GError) error = NULL;
	int output = -1;

	if (!g_spawn_async_with_pipes_and_fds(
		    NULL, words, NULL,
		    G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD |
			    G_SPAWN_STDERR_TO_DEV_NULL,
		    NULL, NULL, input, -1, -1, NULL, NULL, 0, ret_child, NULL,
		    &output, NULL, &error))
		*ret_reason = g_strdup(error->message);
	return output;
}

static char *unpack(const struct packing *packing, int input, gsize *ret_length,
		    char **ret_reason)
{
	g_autoptr(GByteArray) bytes = NULL;
	GPid child = 0;
	int output = start(packing, input, &child, ret_reason);
	bool done;

	if (output < 0)
		return NULL;
	bytes = read_output(output);
	/* A program that still writes ends on the closed pipe. */
	close(output);
	done = ends_well(child);
	if (bytes->len > TEXT_FILE_LIMIT) {
		*ret_reason = g_strdup("larger than 64 MiB when unpacked");
		return NULL;
	}
	if (!done) {
		*ret_reason = g_strdup_printf("'%s -dc' cannot unpack it",
					      packing->program);
		return NULL;
	}
	*ret_length = bytes->len;
	g_byte_array_append(bytes, (const guint8 *)"", 1);
	return (char *)g_byte_array_free(g_steal_pointer(&bytes), FALSE);
}

char *unpack_file(const char *path, gsize *ret_length, char **ret_reason)
{
	char *bytes = text_file_read(path, ret_length, ret_reason);
	const struct packing *packing;
	int input;

	packing = bytes ? packing_of(bytes, *ret_length) : NULL;
	if (!packing)
		return bytes;
	g_free(bytes);
	input = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (input < 0) {
		*ret_reason = g_strdup(g_strerror(errno));
		return NULL;
	}
	bytes = unpack(packing, input, ret_length, ret_reason);
	close(input);
	return bytes;
}
