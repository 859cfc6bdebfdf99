/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Reading text files of a tree that may be hostile: FIFOs, devices and
 * symbolic links out of nowhere must neither hang nor be lost silently.
 */
#ifndef VMALINT_BASE_TEXT_FILE_H
#define VMALINT_BASE_TEXT_FILE_H

#include <glib.h>

/* No source file of a kernel comes near; a larger one is refused. Bytes. */
#define TEXT_FILE_LIMIT (64u << 20)

/*
 * Reads a regular file whole. Returns its bytes followed by a NUL that
 * ret_length does not count (free with g_free()), or NULL with *ret_reason
 * set to a text such as "not a regular file" (free with g_free()); a NULL
 * ret_reason is for who need not know why.
 */
char *text_file_read(const char *path, gsize *ret_length, char **ret_reason);

/* As above, of an open file from its beginning; it is closed either way. */
char *text_file_read_open(int fd, gsize *ret_length, char **ret_reason);

/* As above, of standard input, whatever it is, up to its end. */
char *text_file_read_input(gsize *ret_length, char **ret_reason);

/* Reads such a file as it is, into memory of pages_new(), or NULL. */
GBytes *text_file_bytes(const char *path);

#endif
