// SPDX-License-Identifier: GPL-2.0-only
/*
 * Deals files out to shards: the dearest first, each to the shard that would
 * be done with it first. Only numbers and names decide, in one order, so that
 * every machine deals alike.
 */
#include <string.h>

#include "shard/shard.h"

/* Making and precompiling the headers of a target, in a shard new to it. */
enum { TARGET_MS = 1000 };

static gint compare_costs(gconstpointer left, gconstpointer right,
			  gpointer context)
{
	const struct shard_cost *costs = context;
	const struct shard_cost *a = &costs[*(const guint *)left];
	const struct shard_cost *b = &costs[*(const guint *)right];

	if (a->cost_ms != b->cost_ms)
		return a->cost_ms < b->cost_ms ? 1 : -1;
	return strcmp(a->path, b->path);
}

static guint *order_of(const struct shard_cost *costs, guint nr_costs)
{
	guint *order = g_new(guint, nr_costs + 1);

	for (guint i = 0; i < nr_costs; i++)
		order[i] = i;
	g_qsort_with_data(order, (gint)nr_costs, sizeof(*order), compare_costs,
			  (gpointer)costs);
	return order;
}

/* When a shard would be done with a file, beside what it has already. */
static guint64 done_ms(guint64 load, GHashTable *targets,
		       const struct shard_cost *cost)
{
	bool is_new =
		!g_hash_table_contains(targets, GUINT_TO_POINTER(cost->target));

	return load + cost->cost_ms + (is_new ? TARGET_MS : 0);
}

guint *shard_split(const struct shard_cost *costs, guint nr_costs,
		   guint nr_shards)
{
	g_autofree guint *order = order_of(costs, nr_costs);
	g_autofree guint64 *loads = g_new0(guint64, nr_shards);
	g_autoptr(GPtrArray) targets = g_ptr_array_new_with_free_func(
		(GDestroyNotify)g_hash_table_unref);
	guint *owners = g_new0(guint, nr_costs + 1);

	for (guint i = 0; i < nr_shards; i++)
		g_ptr_array_add(targets, g_hash_table_new(NULL, NULL));
	for (guint i = 0; i < nr_costs; i++) {
		const struct shard_cost *cost = &costs[order[i]];
		guint best = 0;

		for (guint k = 1; k < nr_shards; k++) {
			if (done_ms(loads[k], targets->pdata[k], cost) <
			    done_ms(loads[best], targets->pdata[best], cost))
				best = k;
		}
		loads[best] = done_ms(loads[best], targets->pdata[best], cost);
		g_hash_table_add(targets->pdata[best],
				 GUINT_TO_POINTER(cost->target));
		owners[order[i]] = best + 1;
	}
	return owners;
}
