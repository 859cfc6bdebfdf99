// SPDX-License-Identifier: GPL-2.0-only
/* Adds up what was spent. */
#include "base/work.h"

gint64 work_spend(struct work *work, enum work_amount amount, gint64 since_us)
{
	gint64 now_us = g_get_monotonic_time();

	work->amounts[amount] += now_us - since_us;
	return now_us;
}

void work_note_file(struct work *work, const char *path, guint milliseconds)
{
	struct work_file file = { path, milliseconds };

	for (guint i = 0; i < WORK_SLOWEST; i++) {
		struct work_file other = work->slowest[i];

		if (other.path && other.milliseconds >= file.milliseconds)
			continue;
		work->slowest[i] = file;
		file = other;
		if (!file.path)
			break;
	}
}

void work_add(struct work *work, const struct work *more)
{
	for (guint i = 0; i < NR_WORK_AMOUNTS; i++)
		work->amounts[i] += more->amounts[i];
	work->workers = MAX(work->workers, more->workers);
	work->tail_us = MAX(work->tail_us, more->tail_us);
	work->peak_kib = MAX(work->peak_kib, more->peak_kib);
	work->limit_kib = MAX(work->limit_kib, more->limit_kib);
	for (guint i = 0; i < WORK_SLOWEST && more->slowest[i].path; i++)
		work_note_file(work, more->slowest[i].path,
			       more->slowest[i].milliseconds);
}
