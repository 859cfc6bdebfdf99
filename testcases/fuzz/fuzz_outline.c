// SPDX-License-Identifier: GPL-2.0-only
/* A header without bodies: nothing moves, and lines stay lines. */
#include "fuzz.h"

#include <string.h>

#include "parse/blank.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	g_autofree char *text = g_malloc0(size + 1);
	g_autofree char *before = g_malloc0(size + 1);
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

	if (size > 0) {
		memcpy(text, data, size);
		memcpy(before, data, size);
	}
	blank_bodies(text, size, names);
	for (gsize i = 0; i <= size; i++)
		g_assert(text[i] == before[i] ||
			 (before[i] != '\n' &&
			  (text[i] == ' ' || text[i] == ';')));
	for (guint i = 0; i < names->len; i++)
		g_assert(strchr("\"<", *(char *)names->pdata[i]));
	return 0;
}
