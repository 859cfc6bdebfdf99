// SPDX-License-Identifier: GPL-2.0-only
#include "base/sort.h"

#include <string.h>

static gint compare(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void sort_strings(GPtrArray *strings)
{
	g_ptr_array_sort(strings, compare);
}
