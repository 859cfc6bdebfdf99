/* SPDX-License-Identifier: GPL-2.0-only */
/* Text files that may be packed, as configurations often are. */
#ifndef VMALINT_BASE_UNPACK_H
#define VMALINT_BASE_UNPACK_H

#include <glib.h>

/*
 * Like text_file_read(), but of what gzip or xz packed, told by its first
 * bytes, returns the contents. Their own programs unpack it.
 */
char *unpack_file(const char *path, gsize *ret_length, char **ret_reason);

/*
 * The same of what was read already, as from a pipe: takes the bytes, and gives
 * them back if nothing packed them.
 */
char *unpack_bytes(char *bytes, gsize length, gsize *ret_length,
		   char **ret_reason);

#endif
