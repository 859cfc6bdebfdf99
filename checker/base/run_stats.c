// SPDX-License-Identifier: GPL-2.0-only
/* Adds up what was spent. */
#include "base/run_stats.h"

gint64 run_stats_spend(struct run_stats *stats, enum stats_amount amount,
		       gint64 since_us)
{
	gint64 now_us = g_get_monotonic_time();

	stats->amounts[amount] += now_us - since_us;
	return now_us;
}

void run_stats_note_file(struct run_stats *stats, const char *path,
			 guint milliseconds)
{
	struct stats_file file = { path, milliseconds };

	for (guint i = 0; i < STATS_SLOWEST; i++) {
		struct stats_file other = stats->slowest[i];

		if (other.path && other.milliseconds >= file.milliseconds)
			continue;
		stats->slowest[i] = file;
		file = other;
		if (!file.path)
			break;
	}
}

void run_stats_add(struct run_stats *stats, const struct run_stats *more)
{
	for (guint i = 0; i < NR_STATS_AMOUNTS; i++)
		stats->amounts[i] += more->amounts[i];
	stats->workers = MAX(stats->workers, more->workers);
	stats->tail_us = MAX(stats->tail_us, more->tail_us);
	stats->peak_kib = MAX(stats->peak_kib, more->peak_kib);
	stats->limit_kib = MAX(stats->limit_kib, more->limit_kib);
	for (guint i = 0; i < STATS_SLOWEST && more->slowest[i].path; i++)
		run_stats_note_file(stats, more->slowest[i].path,
				    more->slowest[i].milliseconds);
}
