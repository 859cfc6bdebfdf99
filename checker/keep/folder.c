// SPDX-License-Identifier: GPL-2.0-only
/* A cache folder as a whole: what is in it, and how it gets empty. */
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "database.h"
#include "holdings.h"
#include "keep.h"
#include "last_run.h"
#include "lock.h"
#include "trim.h"
#include "trim_trees.h"

const char *cache_kind_name(enum cache_kind kind)
{
	static const char *const names[NR_CACHE_KINDS] = {
		[CACHE_RESULTS] = "results",
		[CACHE_PRECOMPILED] = "precompiled headers",
		[CACHE_HEADERS] = "generated headers",
		[CACHE_CONFIGURATIONS] = "configurations",
		[CACHE_SCANS] = "scans of trees",
		[CACHE_NAMES] = "names of flags",
		[CACHE_NOTES] = "notes of runs",
	};

	return names[kind];
}

/* Lists and marks belong to what they are of. */
static bool is_entry(const struct holding *holding)
{
	return holding->kind != CACHE_RESULTS &&
	       !g_str_has_suffix(holding->path, ".files") &&
	       !g_str_has_suffix(holding->path, ".wanted");
}

void cache_look(const char *folder, guint64 limit,
		struct cache_state *ret_state)
{
	g_autoptr(GArray) all = NULL;

	*ret_state = (struct cache_state){ 0 };
	all = holdings_list(folder, HOLDINGS_ALL, &ret_state->nr_foreign);
	for (guint i = 0; i < all->len; i++) {
		const struct holding *holding =
			&g_array_index(all, struct holding, i);
		struct cache_sum *sum = &ret_state->kinds[holding->kind];

		sum->nr += is_entry(holding);
		sum->bytes += holding->bytes;
		ret_state->nr_files++;
		if (holding->kind == CACHE_RESULTS &&
		    g_str_has_suffix(holding->path, ".sqlite"))
			sum->nr += database_count(holding->path);
	}
	ret_state->kinds[CACHE_RESULTS].limit = limit;
	ret_state->kinds[CACHE_SCANS].limit = trim_limit(limit);
	/* With the other headers, of which they are most. */
	ret_state->kinds[CACHE_PRECOMPILED].limit = limit;
	ret_state->has_run = last_run_read(folder, &ret_state->last_run);
}

static void leave(struct cache_cleared *cleared, const char *path,
		  const char *reason)
{
	g_ptr_array_add(cleared->left, g_strdup_printf("%s: %s", path, reason));
}

static guint64 size_of(const char *path)
{
	GStatBuf status;

	return g_stat(path, &status) == 0 ? (guint64)status.st_size : 0;
}

/* A database that is in use gets empty; its file stays. */
static void empty_database(const struct holding *holding,
			   struct cache_cleared *cleared)
{
	g_autofree char *reason = NULL;
	guint64 after;

	if (!g_str_has_suffix(holding->path, ".sqlite"))
		return;
	if (!database_empty(holding->path, &reason)) {
		leave(cleared, holding->path, reason);
		return;
	}
	after = size_of(holding->path);
	cleared->bytes += holding->bytes - MIN(after, holding->bytes);
	cleared->nr++;
}

static void remove_file(const char *folder, const struct holding *holding,
			struct cache_cleared *cleared)
{
	if (g_unlink(holding->path) < 0 && errno != ENOENT) {
		leave(cleared, holding->path, g_strerror(errno));
		return;
	}
	cleared->nr++;
	cleared->bytes += holding->bytes;
	if (!cleared->why_kept)
		holdings_remove_folders(folder, holding->path);
}

void cache_clear(const char *folder, struct cache_cleared *ret_cleared)
{
	guint nr_foreign;
	g_autofree char *absolute = g_canonicalize_filename(folder, NULL);
	g_autoptr(GArray) all =
		holdings_list(folder, HOLDINGS_ALL, &nr_foreign);
	int lock;

	*ret_cleared = (struct cache_cleared){
		.left = g_ptr_array_new_with_free_func(g_free),
		.nr_foreign = nr_foreign,
	};
	/* No lock is left in a folder that is none of ours. */
	if (all->len == 0)
		return;
	lock = lock_take(folder, LOCK_TO_CLEAR);
	if (lock < 0)
		ret_cleared->why_kept = g_strdup(errno == EWOULDBLOCK ?
							 "a run is using them" :
							 g_strerror(errno));
	for (guint i = 0; i < all->len; i++) {
		const struct holding *holding =
			&g_array_index(all, struct holding, i);

		/* What a run parses with; all else it can do without. */
		if (lock < 0 && holding->kind == CACHE_HEADERS)
			ret_cleared->nr_kept++;
		else if (lock < 0 && holding->kind == CACHE_RESULTS)
			empty_database(holding, ret_cleared);
		else
			remove_file(absolute, holding, ret_cleared);
	}
	if (lock >= 0)
		lock_remove(folder, lock);
}

void cache_cleared_release(struct cache_cleared *cleared)
{
	g_ptr_array_free(cleared->left, TRUE);
	g_free(cleared->why_kept);
}

int cache_hold(const char *folder)
{
	return lock_take(folder, LOCK_TO_USE);
}

void cache_leave(int hold, const char *folder, guint64 limit)
{
	if (hold < 0)
		return;
	close(hold);
	trim_trees(folder, limit);
}
