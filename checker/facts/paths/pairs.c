// SPDX-License-Identifier: GPL-2.0-only
/*
 * Flags that exclude each other: what the tree asserts (select/exclusive.c),
 * else what its headers say in words.
 */
#include <string.h>

#include "walk.h"

/*
 * In 6.12: mm/memory.c, BUG_ON() in vmf_insert_pfn_prot(); include/linux/mm.h,
 * "VM_SHADOW_STACK should not be set with VM_SHARED because of lack of support
 * of it in core mm".
 */
static const char *const known_pairs[][2] = {
	{ "PFNMAP", "MIXEDMAP" },
	{ "SHADOW_STACK", "SHARED" },
};

static bool is_named(const struct unit_facts *facts, const struct node *node,
		     const char *name)
{
	g_autofree char *flag = NULL;

	if (node->kind == NODE_CONSTANT)
		flag = facts_flag_of_name(node->origin);
	else if (node->kind == NODE_NAME)
		flag = facts_flag_of_name(
			facts_symbol(facts, node->symbol)->name);
	return flag && strcmp(flag, name) == 0;
}

/* The bit of a flag, which is another one in each architecture; 0 if unknown */
static guint64 bit_of(const struct unit_facts *facts, const char *name)
{
	guint64 bit = facts_known_bit(name);

	for (guint32 i = 1; !bit && i < facts->nodes->len; i++) {
		const struct kind *kind = facts_kind(facts, i);

		if (!kind->has_value ||
		    !is_named(facts, facts_node(facts, i), name))
			continue;
		if (kind->kind == KIND_MASK)
			bit = kind->value;
		else if (kind->kind == KIND_BIT && kind->value < 64)
			bit = (guint64)1 << kind->value;
	}
	return bit & (bit - 1) ? 0 : bit;
}

static void add_pair(struct unit_facts *facts, GArray *pairs, const char *one,
		     const char *other)
{
	struct flag_pair pair = {
		.bits = { bit_of(facts, one), bit_of(facts, other) },
		.names = { facts_string(facts, one),
			   facts_string(facts, other) },
	};

	for (guint i = 0; i < pairs->len; i++) {
		const struct flag_pair *known =
			&g_array_index(pairs, struct flag_pair, i);

		if ((known->bits[0] | known->bits[1]) ==
		    (pair.bits[0] | pair.bits[1]))
			return;
	}
	if (pair.bits[0] && pair.bits[1])
		g_array_append_val(pairs, pair);
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
	return strcmp(a, b);
}

/* "PFNMAP:excludes:MIXEDMAP", in an order that is always the same. */
static void add_learned(struct unit_facts *facts, GArray *pairs)
{
	g_autoptr(GList) names =
		facts->names ? g_hash_table_get_keys(facts->names) : NULL;

	names = g_list_sort(names, compare_names);
	for (const GList *item = names; item; item = item->next) {
		g_auto(GStrv) parts = g_strsplit(item->data, ":", 3);

		if (parts[0] && parts[1] && parts[2] &&
		    strcmp(parts[1], "excludes") == 0)
			add_pair(facts, pairs, parts[0], parts[2]);
	}
}

GArray *flag_pairs(struct unit_facts *facts)
{
	GArray *pairs = g_array_new(FALSE, FALSE, sizeof(struct flag_pair));

	for (gsize i = 0; i < G_N_ELEMENTS(known_pairs); i++)
		add_pair(facts, pairs, known_pairs[i][0], known_pairs[i][1]);
	add_learned(facts, pairs);
	return pairs;
}
