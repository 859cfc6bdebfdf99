// SPDX-License-Identifier: GPL-2.0-only
/* Uses in which a mask loses bits to a type or a format that is too small. */
#include <string.h>

#include "uses.h"

static const struct type *type_of(const struct kind_search *search,
				  guint32 index)
{
	return facts_type(search->facts,
			  facts_node(search->facts, index)->type);
}

static bool compares_sizes(const struct unit_facts *facts, guint32 condition)
{
	const struct node *node = facts_node(facts, condition);

	return node->kind == NODE_BINARY &&
	       (facts_node(facts, kind_written(facts, node->first))->kind ==
			NODE_SIZE ||
		facts_node(facts,
			   kind_written(facts, node_child(facts, condition, 1)))
				->kind == NODE_SIZE);
}

/* `sizeof(x) <= 4 ? f32(x) : f64(x)`: the size decides, nothing is lost. */
static bool is_chosen_by_size(const struct unit_facts *facts, guint32 index)
{
	for (; index; index = facts_parent(facts, index)) {
		const struct node *node = facts_node(facts, index);

		if (node->kind == NODE_BLOCK || node->kind == NODE_VARIABLE)
			return false;
		if (node->kind == NODE_CONDITION &&
		    compares_sizes(facts, node->first))
			return true;
	}
	return false;
}

/* The local variable that a value is stored in, and nowhere else; or 0. */
static guint32 kept_in(const struct unit_facts *facts, guint32 cast)
{
	guint32 above = facts_parent(facts, cast);
	const struct node *node = facts_node(facts, above);
	const struct node *place = facts_node(facts, node->first);
	guint32 symbol = 0;

	if (node->kind == NODE_VARIABLE)
		symbol = node->symbol;
	else if (node->kind == NODE_ASSIGN && place->kind == NODE_NAME)
		symbol = place->symbol;
	return facts_symbol(facts, symbol)->kind == SYMBOL_LOCAL ? symbol : 0;
}

/* The same of `x |= value`, where the assignment itself is the user. */
static guint32 changed_local(const struct unit_facts *facts, guint32 user)
{
	const struct node *node = facts_node(facts, user);
	const struct node *place = facts_node(facts, node->first);

	if (node->kind == NODE_ASSIGN && place->kind == NODE_NAME &&
	    facts_symbol(facts, place->symbol)->kind == SYMBOL_LOCAL)
		return place->symbol;
	return kept_in(facts, user);
}

static bool is_store_target(const struct unit_facts *facts, guint32 name)
{
	const struct node *above = facts_node(facts, facts_parent(facts, name));

	return above->kind == NODE_ASSIGN && above->first == name;
}

/* `x & VM_READ`, with a constant that the narrow type has room for. */
static bool is_low_read(const struct unit_facts *facts, guint32 name,
			guint64 room)
{
	guint32 inner = name, above = facts_parent(facts, name);
	const struct kind *kind;

	while (facts_node(facts, above)->kind == NODE_CAST) {
		inner = above;
		above = facts_parent(facts, above);
	}
	if (facts_node(facts, above)->kind != NODE_BINARY ||
	    facts_node(facts, above)->op != OP_AND)
		return false;
	kind = facts_kind(facts, facts_node(facts, above)->first == inner ?
					 node_child(facts, above, 1) :
					 facts_node(facts, above)->first);
	return kind->has_value && (kind->value & ~room) == 0;
}

static bool only_low_reads(const struct kind_search *search, guint32 cast,
			   guint64 room)
{
	const struct unit_facts *facts = search->facts;
	const struct function *function =
		facts_function(facts, search->function);
	guint32 symbol = kept_in(facts, cast);

	for (guint32 i = function->body; symbol && i < function->end; i++) {
		const struct node *node = facts_node(facts, i);

		if (node->kind == NODE_NAME && node->symbol == symbol &&
		    !is_store_target(facts, i) && !is_low_read(facts, i, room))
			return false;
	}
	return symbol != 0;
}

/* A word of flags, or what else is as wide as a long. */
static bool is_long(const struct type *type)
{
	return strcmp(type->alias, "vm_flags_t") == 0 ||
	       strcmp(type->spelling, "unsigned long") == 0 ||
	       strcmp(type->spelling, "const unsigned long") == 0;
}

/* Conditions around it ask how long a long is. */
static bool is_guarded_by_width(const struct unit_facts *facts, guint32 index)
{
	g_autofree char *guards =
		facts_guards(facts, facts_node(facts, index)->at.line);

	return strstr(guards, "64BIT") || strstr(guards, "32BIT");
}

/* The same cast where a long has 64 bits, of a file that is built there too. */
static bool narrows_long(const struct unit_facts *facts, guint32 user,
			 const struct kind *kind, const struct type *from,
			 const struct type *to)
{
	return facts->is_long_too && is_long(from) && !is_long(to) &&
	       to->bits <= 32 && !kind->has_value &&
	       (kind->possible & 0xffffffff) == 0xffffffff &&
	       !is_guarded_by_width(facts, user);
}

/* What takes a value that is cast: variable, field or function; or 0. */
static guint32 taker_of(const struct kind_search *search, guint32 user)
{
	const struct unit_facts *facts = search->facts;
	guint32 above = user;

	while (facts_node(facts, above)->kind == NODE_CAST)
		above = facts_parent(facts, above);
	switch (facts_node(facts, above)->kind) {
	case NODE_VARIABLE:
	case NODE_DESIGNATED:
		return facts_node(facts, above)->symbol;
	case NODE_ASSIGN:
		return facts_node(facts, facts_node(facts, above)->first)
			->symbol;
	case NODE_CALL:
		return facts_callee(facts, above);
	case NODE_RETURN:
		return facts_function(facts, search->function)->symbol;
	default:
		return 0;
	}
}

/* Turned into a type that lacks bits which may be set. */
void kind_find_narrow(const struct kind_search *search, guint32 value,
		      guint32 user, const struct type *to)
{
	const struct kind *kind = facts_kind(search->facts, value);
	const struct type *from = type_of(search, value);
	guint64 room = fold_low_bits(to->is_signed ? to->bits - 1 : to->bits);
	struct flag_use use = {
		.use = USE_NARROW,
		.node = kind_written(search->facts, value),
		.user = user,
		.bits = to->bits,
		.name = to->spelling,
	};

	bool is_narrow = from->bits > to->bits &&
			 to->bits < search->facts->word_bits &&
			 (kind->possible & ~room) != 0;

	if (kind->kind != KIND_MASK || to->class != TYPE_INTEGER ||
	    to->bits == 0 ||
	    (!is_narrow &&
	     !narrows_long(search->facts, user, kind, from, to)) ||
	    is_chosen_by_size(search->facts, user) ||
	    facts_symbol(search->facts, taker_of(search, user))->is_broken)
		return;
	use.local = changed_local(search->facts, user);
	use.only_low_reads = only_low_reads(search, user, room);
	kind_add_use(search, use);
}

/* 32 bits here, and fewer than a long's elsewhere, as narrows_long(). */
static bool widens_to_long(const struct unit_facts *facts, guint32 user,
			   const struct type *from, const struct type *to)
{
	return facts->is_long_too && is_long(to) && !is_long(from) &&
	       from->bits == 32 && !is_guarded_by_width(facts, user);
}

/* ~0x80000000 is 32 bits of complement and 32 zeros. */
void kind_find_widen(const struct kind_search *search, guint32 cast)
{
	const struct unit_facts *facts = search->facts;
	const struct type *to = type_of(search, cast);
	guint32 inner = facts_node(facts, cast)->first;
	const struct type *from = type_of(search, inner);
	const struct node *node;
	struct flag_use use = {
		.use = USE_WIDEN,
		.user = cast,
		.bits = from->bits,
		.name = from->spelling,
	};

	inner = facts_without_casts(facts, inner);
	use.node = inner;
	node = facts_node(facts, inner);
	if (node->kind == NODE_UNARY && node->op == OP_NOT &&
	    facts_kind(facts, inner)->kind == KIND_MASK && !from->is_signed &&
	    from->class == TYPE_INTEGER && from->bits > 0 &&
	    to->class == TYPE_INTEGER &&
	    (to->bits > from->bits || widens_to_long(facts, cast, from, to)))
		kind_add_use(search, use);
}

/* One conversion of a printf format. */
struct conversion {
	const char *start;
	gsize length;
	guint nr_stars; /* widths that are arguments */
	bool is_int;	/* takes an int, or less */
};

/* The next conversion in a format; false at its end. */
static bool next_conversion(const char **format, struct conversion *conversion)
{
	const char *text = strchr(*format, '%');
	const char *size;

	if (!text || text[1] == '\0')
		return false;
	*conversion = (struct conversion){ .start = text++ };
	for (; *text && strchr("-+ #0123456789.*", *text); text++)
		conversion->nr_stars += *text == '*';
	size = text;
	while (*text && strchr("hlLzjt", *text))
		text++;
	conversion->is_int = *text && strchr("diuxXoc", *text) &&
			     (size == text || *size == 'h');
	if (*text)
		text++;
	conversion->length = (gsize)(text - conversion->start);
	*format = text;
	return true;
}

static void add_format(const struct kind_search *search, guint32 call,
		       guint32 value, const struct conversion *conversion)
{
	g_autofree char *text =
		g_strndup(conversion->start, conversion->length);
	struct flag_use use = {
		.use = USE_FORMAT,
		.node = kind_written(search->facts, value),
		.user = call,
		.bits = 32,
		.name = facts_string(search->facts, text),
	};

	if (conversion->is_int && value &&
	    facts_kind(search->facts, value)->kind == KIND_MASK &&
	    type_of(search, value)->bits > 32)
		kind_add_use(search, use);
}

void kind_find_format(const struct kind_search *search, guint32 call)
{
	const struct unit_facts *facts = search->facts;
	const struct symbol *callee =
		facts_symbol(facts, facts_callee(facts, call));
	struct conversion conversion;
	const char *format;
	guint32 argument;

	if (!facts_type(facts, callee->type)->is_variadic ||
	    callee->nr_parameters == 0 || strstr(callee->name, "scanf"))
		return;
	argument = kind_written(facts,
				node_child(facts, call, callee->nr_parameters));
	if (facts_node(facts, argument)->kind != NODE_TEXT)
		return;
	format = facts_node(facts, argument)->text;
	argument = facts_node(facts,
			      node_child(facts, call, callee->nr_parameters))
			   ->next;
	while (argument && next_conversion(&format, &conversion)) {
		const char *last = conversion.start + conversion.length - 1;

		if (*last == '%')
			continue;
		while (argument && conversion.nr_stars-- > 0)
			argument = facts_node(facts, argument)->next;
		add_format(search, call, argument, &conversion);
		argument = facts_node(facts, argument)->next;
	}
}
