// SPDX-License-Identifier: GPL-2.0-only
/* Adds uses to the facts, each place once. */
#include "uses.h"

/* An implicit conversion says nothing of what the author wrote. */
guint32 kind_written(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);

	while (node->kind == NODE_CAST && (node->flags & NODE_IMPLICIT)) {
		index = node->first;
		node = facts_node(facts, index);
	}
	return index;
}

void kind_add_use(const struct kind_search *search, struct flag_use use)
{
	struct unit_facts *facts = search->facts;
	const struct code_place *at = &facts_node(facts, use.node)->at;
	const struct kind *kind = facts_kind(facts, use.node);
	char *key = g_strdup_printf("%s:%u:%u:%d:%d:%d:%" G_GUINT64_FORMAT,
				    at->path, at->offset, at->end_offset,
				    (int)use.use, (int)use.wanted, kind->kind,
				    kind->has_value ? kind->value : 0);

	use.function = search->function;
	if (!use.name)
		use.name = "";
	if (g_hash_table_add(search->seen, key))
		g_array_append_val(facts->uses, use);
}

/* A value that goes where a declaration says what it should be. */
void kind_add_wanted(const struct kind_search *search, enum flag_use_kind kind,
		     guint32 value, guint32 user, const struct kind *wanted,
		     const char *name)
{
	struct flag_use use = {
		.use = kind,
		.wanted = (enum flag_kind)wanted->kind,
		.family = (enum flag_family)wanted->family,
		.is_typed = wanted->is_typed,
		.node = kind_written(search->facts, value),
		.user = user,
		.name = name,
	};
	const struct kind *given = facts_kind(search->facts, use.node);

	if (value == 0)
		return;
	if (wanted->kind == KIND_UNKNOWN && given->kind != KIND_BIT)
		return;
	kind_add_use(search, use);
}
