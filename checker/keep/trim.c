// SPDX-License-Identifier: GPL-2.0-only
/*
 * Each selection of paths has a scan of its own, so they add up. Who reads one
 * moves its time; a run that misses one makes it again.
 */
#include "trim.h"

#include <glib/gstdio.h>

#include "holdings.h"

/* A scan of a whole tree takes some 8 MiB (6.12), its results three. */
enum { SHARE_OF_RESULTS = 8 };

guint64 trim_limit(guint64 limit_of_results)
{
	return limit_of_results / SHARE_OF_RESULTS;
}

static gint compare_used(gconstpointer a, gconstpointer b)
{
	const struct holding *left = a, *right = b;

	return (left->used_ns < right->used_ns) -
	       (left->used_ns > right->used_ns);
}

void trim(const char *folder, guint64 limit_of_results)
{
	guint nr_foreign;
	g_autoptr(GArray) all =
		holdings_list(folder, HOLDINGS_SCANNED, &nr_foreign);
	guint64 bytes = 0;

	g_array_sort(all, compare_used);
	for (guint i = 0; i < all->len; i++) {
		const struct holding *holding =
			&g_array_index(all, struct holding, i);

		bytes += holding->bytes;
		if (i > 0 && bytes > trim_limit(limit_of_results))
			g_unlink(holding->path);
	}
}
