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
#include <sys/mman.h>
#include <unistd.h>

#include "base/child.h"
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
static GByteArray *read_output(const struct child *child)
{
	GByteArray *output = g_byte_array_new();
	guint8 block[65536];
	ssize_t got;

	do {
		got = child_read(child, block, sizeof(block),
				 CHILD_SILENCE_SECONDS);
		if (got > 0)
			g_byte_array_append(output, block, (guint)got);
	} while (output->len <= TEXT_FILE_LIMIT && got > 0);
	return output;
}

static char *unpack(const struct packing *packing, int input, gsize *ret_length,
		    char **ret_reason)
{
	const char *const words[] = { packing->program, "-dc", NULL };
	const struct child_request request = {
		.words = words,
		.input = input,
		.errors = -1,
	};
	g_autoptr(GByteArray) bytes = NULL;
	struct child child;
	bool done;

	if (!child_start(&request, &child, ret_reason))
		return NULL;
	bytes = read_output(&child);
	/* A program that still writes ends on the closed pipe. */
	close(child.output);
	done = child_wait(&child);
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

/* A file without a name that holds the bytes, to be read; negative: none. */
static int spool(const char *bytes, gsize length)
{
	int file = memfd_create("vmalint-packed", MFD_CLOEXEC);
	gsize nr = 0;

	while (file >= 0 && nr < length) {
		ssize_t done = write(file, bytes + nr, length - nr);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0) {
			close(file);
			return -1;
		}
		nr += (gsize)done;
	}
	if (file >= 0)
		lseek(file, 0, SEEK_SET);
	return file;
}

char *unpack_bytes(char *bytes, gsize length, gsize *ret_length,
		   char **ret_reason)
{
	const struct packing *packing = packing_of(bytes, length);
	int input;

	*ret_length = length;
	if (!packing)
		return bytes;
	input = spool(bytes, length);
	g_free(bytes);
	if (input < 0) {
		*ret_reason = g_strdup(g_strerror(errno));
		return NULL;
	}
	bytes = unpack(packing, input, ret_length, ret_reason);
	close(input);
	return bytes;
}
