// SPDX-License-Identifier: GPL-2.0-only
/*
 * The words of bitmaps: which are set where the first one is overwritten, and
 * which follow on every path. A vma_flags_t has one word today and is declared
 * to grow (mm_types.h, 6.19).
 */
#include <string.h>

#include "facts/helpers.h"
#include "facts/words.h"

#include "walk.h"

/* A bitmap that a path can name, and the words of it that are meant. */
struct named_words {
	const char *key;
	bool is_vma; /* it is a VMA's */
	bool is_whole;
	guint64 words;
};

/* True if the bitmap of an expression is a VMA's; *ret_owner is that. */
static bool is_vma_bitmap(const struct unit_facts *facts,
			  const struct word_place *place, guint32 *ret_owner)
{
	bool is_indirect;
	enum storage storage =
		place->is_pointer ?
			facts_points_to(facts, place->bitmap, ret_owner) :
			facts_storage(facts, place->bitmap, ret_owner,
				      &is_indirect);

	return storage == STORAGE_BITMAP && *ret_owner;
}

static bool is_bitmap_pointer(const struct unit_facts *facts, guint32 index)
{
	const struct type *type =
		facts_type(facts, facts_node(facts, index)->type);

	return type->class == TYPE_POINTER &&
	       facts_is_bitmap(facts, type->target);
}

/* A parameter of an entered function is what its caller passed. */
static bool name_passed(const struct path_walk *walk,
			const struct word_place *place,
			struct named_words *ret_named)
{
	const struct named_words *passed =
		place->parameter ? g_hash_table_lookup(
					   walk->passed_words,
					   GUINT_TO_POINTER(place->parameter)) :
				   NULL;

	if (!passed)
		return false;
	*ret_named = *passed;
	ret_named->is_whole = passed->is_whole && place->is_whole;
	if (place->word > 0 && place->word < 64)
		ret_named->words <<= place->word;
	if (place->index)
		ret_named->words = G_MAXUINT64;
	return true;
}

static bool name_words(struct path_walk *walk, const struct word_place *place,
		       struct named_words *ret_named)
{
	const struct unit_facts *facts = walk->facts;
	guint32 owner = 0;

	if (name_passed(walk, place, ret_named))
		return true;
	if (place->is_pointer && !is_bitmap_pointer(facts, place->bitmap))
		return false;
	ret_named->is_vma = is_vma_bitmap(facts, place, &owner);
	ret_named->is_whole = place->is_whole;
	ret_named->words = place->is_whole ? 1 :
					     facts_words_of_place(facts, place);
	if (ret_named->is_vma)
		ret_named->key = vma_key(walk, owner);
	else
		ret_named->key = keep_key(
			walk, place->is_pointer ?
				      pointee_key(facts, place->bitmap) :
				      place_key(facts, place->bitmap));
	return ret_named->key != NULL;
}

/* The first word gets a new value; the others may follow. */
static void overwrite(struct path_walk *walk, guint32 index,
		      const struct named_words *named, bool is_once)
{
	const struct bitmap_words *words =
		state_bitmap(walk->state, named->key);
	guint64 missing = facts_tail_words(walk->facts) &
			  ~state_covered_words(walk->state, named->key);
	struct pending_words pending = {
		.key = named->key,
		.missing = missing,
		.event = {
			.kind = PATH_WORD,
			.node = index,
			.function = walk->function,
			.call = walk->call,
			.name = "",
			.handler = "",
			.is_once = is_once,
			.is_vma_bitmap = named->is_vma,
			.tail = words ? words->tail : TAIL_UNKNOWN,
			.tail_node = words ? words->node : 0,
		},
	};
	struct pending_words *known = state_find_pending(walk->state, index);

	if (!missing && pending.event.tail != TAIL_CLEARED)
		pending.event.tail = TAIL_SET;
	if (known)
		*known = pending;
	else if (missing)
		g_array_append_val(walk->state->pending, pending);
	else
		record_event(walk, pending.event);
}

void words_owed(struct path_walk *walk)
{
	const GArray *pending = walk->state->pending;

	for (guint i = 0; i < pending->len; i++)
		record_event(
			walk,
			g_array_index(pending, struct pending_words, i).event);
}

static bool is_once_macro(const struct node *node)
{
	return strcmp(node->macro, "WRITE_ONCE") == 0;
}

/* `vma->flags = EMPTY_VMA_FLAGS`: an empty initialiser. */
static bool is_empty_value(const struct unit_facts *facts, guint32 index)
{
	const struct node *node =
		facts_node(facts, facts_without_casts(facts, index));

	if (node->kind == NODE_COMPOUND)
		node = facts_node(facts, node->first);
	return node->kind == NODE_INITIALIZER && node->first == 0;
}

void words_assignment(struct path_walk *walk, guint32 index)
{
	const struct unit_facts *facts = walk->facts;
	const struct node *node = facts_node(facts, index);
	struct word_place place = { 0 };
	struct named_words named = { 0 };

	if (facts->api != FACTS_TYPED ||
	    !facts_word(facts, node->first, &place) ||
	    !name_words(walk, &place, &named))
		return;
	if (named.is_whole)
		state_set_bitmap(
			walk->state, named.key,
			is_empty_value(facts, node_child(facts, index, 1)) ?
				TAIL_CLEARED :
				TAIL_SET,
			index);
	else if (named.words != 1)
		state_cover_words(walk->state, named.key, named.words, index);
	else if (node->op == OP_NONE)
		overwrite(walk, index, &named, is_once_macro(node));
}

void words_variable(struct path_walk *walk, guint32 index)
{
	const struct unit_facts *facts = walk->facts;
	const struct node *node = facts_node(facts, index);
	const struct symbol *symbol = facts_symbol(facts, node->symbol);
	const char *key;

	if (!facts_is_bitmap(facts, symbol->type) ||
	    symbol->kind != SYMBOL_LOCAL)
		return;
	key = keep_key(walk, g_strdup_printf("s%u", node->symbol));
	state_set_bitmap(walk->state, key,
			 !node->first			    ? TAIL_UNSET :
			 is_empty_value(facts, node->first) ? TAIL_CLEARED :
							      TAIL_SET,
			 index);
}

/* Functions that write as many words as they are told, less underscores. */
static const struct word_writer {
	const char *prefix;
	bool clears, is_in_bytes;
} word_writers[] = {
	{ "bitmap_zero", true, false },	 { "bitmap_clear", true, false },
	{ "memset", true, true },	 { "bitmap_copy", false, false },
	{ "bitmap_fill", false, false }, { "memcpy", false, true },
	{ "memmove", false, true },
};

static const struct word_writer *find_writer(const char *name)
{
	while (*name == '_')
		name++;
	if (g_str_has_prefix(name, "builtin_"))
		name += strlen("builtin_");
	while (*name == '_')
		name++;
	for (gsize i = 0; i < G_N_ELEMENTS(word_writers); i++) {
		if (g_str_has_prefix(name, word_writers[i].prefix))
			return &word_writers[i];
	}
	return NULL;
}

bool writes_words(const char *name)
{
	return g_str_has_prefix(name, "bitmap_") && find_writer(name);
}

/* The words that a writer reaches from the one that it begins with. */
static guint64 reached_words(const struct unit_facts *facts, guint32 call,
			     const struct word_writer *writer, guint64 from)
{
	guint32 argument = node_child(facts, call, 1), last = 0;
	guint64 reached = 0;
	gint64 size;

	for (; argument; argument = facts_node(facts, argument)->next)
		last = argument;
	if (!facts_constant(facts, last, &size) || size < 0 ||
	    from == G_MAXUINT64)
		return G_MAXUINT64;
	size = (gint64)facts_words_of_bits(
		facts, (guint64)size * (writer->is_in_bytes ? 8 : 1));
	for (gint64 nr = 0; nr < size && nr < 64; nr++)
		reached |= from << nr;
	return reached;
}

static void apply_writer(struct path_walk *walk, guint32 call,
			 const struct word_writer *writer,
			 const struct named_words *named)
{
	guint64 reached =
		reached_words(walk->facts, call, writer, named->words);
	bool is_all = (named->words & 1) &&
		      !(facts_tail_words(walk->facts) & ~reached);

	if (is_all)
		state_set_bitmap(walk->state, named->key,
				 writer->clears ? TAIL_CLEARED : TAIL_SET,
				 call);
	else
		state_cover_words(walk->state, named->key, reached, call);
}

/*
 * A call gets the address of a bitmap. Helpers that take a pointer to const
 * read it; all others may set every word, but not those that follow a store
 * which was made before.
 */
static void words_argument(struct path_walk *walk, guint32 call,
			   guint32 argument, guint nr)
{
	const struct unit_facts *facts = walk->facts;
	const char *name = callee_symbol_name(facts, call);
	const struct word_writer *writer = find_writer(name);
	struct word_place place = { 0 };
	struct named_words named = { 0 };
	struct flag_helper helper = { 0 };

	if (!facts_word_pointed_to(facts, argument, &place) ||
	    !name_words(walk, &place, &named) ||
	    facts_only_reads(facts, facts_callee(facts, call), nr) ||
	    (writer && nr > 0))
		return;
	if (nr == 0)
		facts_flag_helper(facts, name, &helper);
	if (helper.empties && !helper.becomes)
		state_set_bitmap(walk->state, named.key, TAIL_CLEARED, call);
	else if (writer)
		apply_writer(walk, call, writer, &named);
	else if (helper.is_first_word && helper.becomes)
		overwrite(walk, call, &named, helper.is_once);
	else if (!helper.is_first_word && !entered_function(walk, call) &&
		 !state_owes(walk->state, named.key))
		state_set_bitmap(walk->state, named.key, TAIL_SET, call);
}

/* vm_flags_init() and the like leave no old word in the VMA's bitmap. */
static void words_of_vma(struct path_walk *walk, guint32 call)
{
	struct flag_helper helper;
	const char *key;

	if (!facts_flag_helper(walk->facts,
			       callee_symbol_name(walk->facts, call),
			       &helper) ||
	    helper.owner != HELPER_OF_VMA || !helper_overwrites(&helper))
		return;
	key = vma_key(walk, node_child(walk->facts, call, 1));
	if (key)
		state_set_bitmap(walk->state, key, TAIL_SET, call);
}

void words_call(struct path_walk *walk, guint32 index)
{
	guint32 argument = node_child(walk->facts, index, 1);

	if (walk->facts->api != FACTS_TYPED)
		return;
	words_of_vma(walk, index);
	for (guint nr = 0; argument; nr++) {
		words_argument(walk, index, argument, nr);
		argument = facts_node(walk->facts, argument)->next;
	}
}

void words_parameter(struct path_walk *walk, guint32 symbol, guint32 argument)
{
	struct word_place place = { 0 };
	struct named_words named = { 0 };

	g_hash_table_remove(walk->passed_words, GUINT_TO_POINTER(symbol));
	if (walk->facts->api == FACTS_TYPED &&
	    facts_word_pointed_to(walk->facts, argument, &place) &&
	    name_words(walk, &place, &named))
		g_hash_table_insert(walk->passed_words,
				    GUINT_TO_POINTER(symbol),
				    g_memdup2(&named, sizeof(named)));
}
