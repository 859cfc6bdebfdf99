// SPDX-License-Identifier: GPL-2.0-only
/* Keeps what `vmalint cache stats` tells of the last run. */
#include "last_run.h"

#include <glib.h>

#include "keep.h"
#include "variant_file.h"

/* When it ended, results taken, results to be made. */
#define RUN_TYPE "(xuu)"

bool last_run_read(const char *folder, struct cache_run *ret_run)
{
	g_autofree char *path = g_build_filename(folder, LAST_RUN_NAME, NULL);
	g_autoptr(GVariant) value = variant_file_read(path, RUN_TYPE);

	if (!value)
		return false;
	g_variant_get(value, RUN_TYPE, &ret_run->ended, &ret_run->nr_taken,
		      &ret_run->nr_made);
	return true;
}

void last_run_write(const char *folder, const struct cache_run *run)
{
	g_autofree char *path = g_build_filename(folder, LAST_RUN_NAME, NULL);
	g_autoptr(GVariant) value = g_variant_ref_sink(g_variant_new(
		RUN_TYPE, run->ended, run->nr_taken, run->nr_made));

	/* Not worth to wait for the disk. */
	g_file_set_contents_full(path, g_variant_get_data(value),
				 (gssize)g_variant_get_size(value),
				 G_FILE_SET_CONTENTS_NONE, 0644, NULL);
}
