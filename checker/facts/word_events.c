// SPDX-License-Identifier: GPL-2.0-only
/* What an event does to the word that holds the flags: at once, or in parts. */
#include <string.h>

#include "facts.h"
#include "facts/paths/paths.h"
#include "words.h"

/* Of the bit operations and exchanges, 6.1 to 7.1: those that only read. */
static bool only_reads_bits(const char *name)
{
	return strcmp(name, "test_bit") == 0 ||
	       strcmp(name, "test_bit_acquire") == 0 ||
	       g_str_has_prefix(name, "find_") ||
	       g_str_has_prefix(name, "_find_");
}

bool event_only_reads_bits(const struct flag_event *event)
{
	return event->kind == FLAG_PASS && event->callee == CALLEE_BIT_OP &&
	       only_reads_bits(event->callee_name);
}

static bool is_plain_operation(const char *name)
{
	return g_str_has_prefix(name, "__") ||
	       g_str_has_prefix(name, "bitmap_");
}

static bool is_atomic_name(const char *name)
{
	return g_str_has_prefix(name, "atomic") ||
	       g_str_has_prefix(name, "__atomic_") ||
	       g_str_has_prefix(name, "__sync_");
}

/* xchg() and its relatives end in an asm or a store of their macro. */
static bool is_exchange_macro(const char *name)
{
	return strstr(name, "xchg") != NULL;
}

/* The words of a VMA; those of a bitmap that is a variable are nobody's. */
static bool is_word_of_vma(const struct unit_facts *facts,
			   const struct flag_event *event)
{
	guint32 owner = 0;
	bool is_indirect;

	if (event->storage == STORAGE_WORD || event->storage == STORAGE_BITMAP)
		return true;
	if (event->storage != STORAGE_PRIVATE || !event->owner)
		return false;
	if (facts->api == FACTS_CONST)
		return true;
	return facts_storage(facts, event->owner, &owner, &is_indirect) ==
		       STORAGE_BITMAP ||
	       facts_points_to(facts, event->owner, &owner) == STORAGE_BITMAP;
}

bool event_is_atomic_operation(const struct unit_facts *facts,
			       const struct flag_event *event)
{
	const struct node *node = facts_node(facts, event->node);

	if (facts->owns_flags || !is_word_of_vma(facts, event))
		return false;
	if (event->kind == FLAG_STORE)
		return is_exchange_macro(node->macro);
	if (event->kind != FLAG_PASS || !event->can_write)
		return false;
	if (is_atomic_name(event->callee_name) ||
	    is_exchange_macro(event->callee_name))
		return true;
	return event->callee == CALLEE_BIT_OP &&
	       !only_reads_bits(event->callee_name) &&
	       !is_plain_operation(event->callee_name);
}

/* The number of the bit that an operation changes; false if unknown. */
static bool is_far_bit(const struct unit_facts *facts,
		       const struct flag_event *event)
{
	gint64 bit;

	return event->callee == CALLEE_BIT_OP &&
	       !g_str_has_prefix(event->callee_name, "bitmap_") &&
	       facts_constant(facts, node_child(facts, event->node, 1), &bit) &&
	       bit >= facts->word_bits;
}

/* False for a place or a bit that lies behind the first word. */
static bool is_in_first_word(const struct unit_facts *facts,
			     const struct flag_event *event)
{
	struct word_place place = { 0 };
	bool is_known;

	if (event->kind == FLAG_PASS) {
		if (is_far_bit(facts, event))
			return false;
		is_known = facts_word_pointed_to(facts, event->value, &place);
	} else {
		is_known = facts_word(facts, node_child(facts, event->node, 0),
				      &place);
	}
	return !is_known || (facts_words_of_place(facts, &place) & 1);
}

bool event_is_plain_update(const struct unit_facts *facts,
			   const struct flag_event *event)
{
	if (facts->api != FACTS_TYPED || facts->owns_flags ||
	    !is_word_of_vma(facts, event) || !is_in_first_word(facts, event) ||
	    event_is_atomic_operation(facts, event))
		return false;
	if (event->kind == FLAG_STORE)
		return event->op != OP_NONE && event->storage != STORAGE_WORD;
	if (event->kind != FLAG_PASS || !event->can_write)
		return false;
	if (event->callee == CALLEE_BIT_OP)
		return !only_reads_bits(event->callee_name);
	return event->callee == CALLEE_API &&
	       event->storage == STORAGE_BITMAP &&
	       strstr(event->callee_name, "_word") != NULL;
}

bool event_is_in_update(const struct unit_facts *facts,
			const struct flag_event *event)
{
	for (guint i = 0; i < facts->events->len; i++) {
		const struct flag_event *other =
			&g_array_index(facts->events, struct flag_event, i);
		guint32 node = event->node;

		if (other->function != event->function ||
		    !(event_is_plain_update(facts, other) ||
		      event_is_atomic_operation(facts, other)))
			continue;
		while (node > other->node)
			node = facts_parent(facts, node);
		if (node == other->node)
			return true;
	}
	return false;
}
