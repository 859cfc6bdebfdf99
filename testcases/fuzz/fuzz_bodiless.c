// SPDX-License-Identifier: GPL-2.0-only
/* A header without bodies: nothing moves, and lines stay lines. */
#include "fuzz.h"

#include <string.h>

#include "text/blank.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	g_autofree char *text = g_malloc0(size + 1);
	g_autofree char *before = g_malloc0(size + 1);

	if (size > 0) {
		memcpy(text, data, size);
		memcpy(before, data, size);
	}
	blank_bodies(text, size);
	for (gsize i = 0; i <= size; i++)
		g_assert(text[i] == before[i] ||
			 (before[i] != '\n' &&
			  (text[i] == ' ' || text[i] == ';')));
	return 0;
}
