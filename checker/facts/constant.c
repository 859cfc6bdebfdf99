// SPDX-License-Identifier: GPL-2.0-only
/* Values that the compiler knows, at the sizes that bitmaps grow to. */
#include <string.h>

#include "words.h"

/* The source behind a node, as it is written in the main file; owned. */
static char *source_of(const struct unit_facts *facts, const struct node *node)
{
	if (strcmp(node->at.path, facts->path) != 0 ||
	    node->at.end_offset > facts->text_length ||
	    node->at.end_offset <= node->at.offset)
		return g_strdup("");
	return g_strndup(facts->text + node->at.offset,
			 node->at.end_offset - node->at.offset);
}

/* Words that the type of a bitmap has here; 1 if no bitmap is in sight. */
static guint64 declared_words(const struct unit_facts *facts)
{
	return MAX(1, facts_bitmap_bits(facts) / facts->word_bits);
}

static guint64 grown_words(const struct unit_facts *facts)
{
	return MAX(2, declared_words(facts));
}

guint64 facts_tail_words(const struct unit_facts *facts)
{
	return MIN(grown_words(facts), 64) == 64 ?
		       ~(guint64)1 :
		       (((guint64)1 << grown_words(facts)) - 1) & ~(guint64)1;
}

guint64 facts_words_of_bits(const struct unit_facts *facts, guint64 bits)
{
	return MAX(1, (bits + facts->word_bits - 1) / facts->word_bits);
}

/* `NAME` or `NAME(..)` and nothing else. */
static bool is_one_macro(const char *source)
{
	guint depth = 0;

	while (g_ascii_isalnum(*source) || *source == '_')
		source++;
	for (; *source; source++) {
		if (*source == '(')
			depth++;
		else if (*source == ')' && --depth == 0)
			return source[1] == '\0';
		else if (depth == 0 && !g_ascii_isspace(*source))
			return false;
	}
	return true;
}

/* NUM_VMA_FLAG_BITS, what a macro makes of it, and sizes of whole bitmaps. */
static bool is_bitmap_size(const struct unit_facts *facts,
			   const struct node *node)
{
	g_autofree char *source = NULL;

	if (!*node->macro && node->kind != NODE_SIZE)
		return false;
	source = source_of(facts, node);
	if (node->kind == NODE_SIZE && !strpbrk(source, "[*") &&
	    (strstr(source, "vma_flags") || strstr(source, "->flags") ||
	     strstr(source, ".flags")))
		return true;
	return is_one_macro(source) &&
	       (strstr(source, "NUM_VMA_FLAG_BITS") ||
		(g_str_has_prefix(source, "ARRAY_SIZE") &&
		 strstr(source, "__vma_flags")));
}

/* Of what one macro spells only the whole is a size. */
static bool is_part_of_macro(const struct unit_facts *facts, guint32 index)
{
	guint32 above = g_array_index(facts->parents, guint32, index);
	const struct code_place *at = &facts_node(facts, index)->at;
	const struct node *whole = facts_node(facts, above);

	return *whole->macro && whole->kind < NODE_BLOCK &&
	       whole->kind != NODE_CAST && whole->at.offset == at->offset &&
	       whole->at.end_offset == at->end_offset;
}

/* Of one word, in whatever unit it is counted: as many as it grows to. */
static gint64 grow(const struct unit_facts *facts, gint64 value)
{
	gint64 words = (gint64)grown_words(facts);

	if (declared_words(facts) > 1)
		return value;
	if (value == 1 || value == facts->word_bits ||
	    value == facts->word_bits / 8)
		return value * words;
	return value;
}

static bool compare(enum node_op op, gint64 a, gint64 b, gint64 *ret_value)
{
	switch (op) {
	case OP_LT:
		*ret_value = a < b;
		return true;
	case OP_GT:
		*ret_value = a > b;
		return true;
	case OP_LE:
		*ret_value = a <= b;
		return true;
	case OP_GE:
		*ret_value = a >= b;
		return true;
	case OP_EQ:
		*ret_value = a == b;
		return true;
	case OP_NE:
		*ret_value = a != b;
		return true;
	default:
		return false;
	}
}

static bool calculate(enum node_op op, gint64 a, gint64 b, gint64 *ret_value)
{
	switch (op) {
	case OP_ADD:
		*ret_value = a + b;
		return true;
	case OP_SUB:
		*ret_value = a - b;
		return true;
	case OP_MUL:
		*ret_value = a * b;
		return true;
	case OP_DIV:
		if (b != 0)
			*ret_value = a / b;
		return b != 0;
	case OP_REM:
		if (b != 0)
			*ret_value = a % b;
		return b != 0;
	case OP_SHL:
		if (b >= 0 && b < 63)
			*ret_value = (gint64)((guint64)a << b);
		return b >= 0 && b < 63;
	case OP_SHR:
		if (b >= 0 && b < 63)
			*ret_value = a >> b;
		return b >= 0 && b < 63;
	case OP_AND:
		*ret_value = a & b;
		return true;
	case OP_OR:
		*ret_value = a | b;
		return true;
	default:
		return compare(op, a, b, ret_value);
	}
}

/* One side may decide, whatever the other one is. */
static bool logical(const struct unit_facts *facts, guint32 index,
		    gint64 *ret_value)
{
	const struct node *node = facts_node(facts, index);
	bool is_or = node->op == OP_LOGICAL_OR;
	gint64 a = 0, b = 0;
	bool knows_a = facts_constant(facts, node->first, &a);
	bool knows_b = facts_constant(facts, node_child(facts, index, 1), &b);

	if ((knows_a && !a == !is_or) || (knows_b && !b == !is_or)) {
		*ret_value = is_or;
		return true;
	}
	*ret_value = !is_or;
	return knows_a && knows_b;
}

static bool binary(const struct unit_facts *facts, guint32 index,
		   gint64 *ret_value)
{
	const struct node *node = facts_node(facts, index);
	gint64 a, b;

	if (node->op == OP_LOGICAL_AND || node->op == OP_LOGICAL_OR)
		return logical(facts, index, ret_value);
	return facts_constant(facts, node->first, &a) &&
	       facts_constant(facts, node_child(facts, index, 1), &b) &&
	       calculate(node->op, a, b, ret_value);
}

static bool unary(const struct unit_facts *facts, const struct node *node,
		  gint64 *ret_value)
{
	if (!facts_constant(facts, node->first, ret_value))
		return false;
	switch (node->op) {
	case OP_LOGICAL_NOT:
		*ret_value = !*ret_value;
		return true;
	case OP_MINUS:
		*ret_value = -*ret_value;
		return true;
	case OP_PLUS:
		return true;
	default:
		return false;
	}
}

static bool value_of(const struct unit_facts *facts, guint32 index,
		     gint64 *ret_value)
{
	const struct node *node = facts_node(facts, index);
	const struct symbol *symbol = facts_symbol(facts, node->symbol);
	gint64 chosen;

	switch (node->kind) {
	case NODE_CONSTANT:
		*ret_value = node->value;
		return true;
	case NODE_SIZE:
		*ret_value = node->value;
		return node->value > 0;
	case NODE_NAME:
		*ret_value = symbol->value;
		return symbol->kind == SYMBOL_ENUMERATOR;
	case NODE_CAST:
		return facts_constant(facts, node->first, ret_value);
	case NODE_UNARY:
		return unary(facts, node, ret_value);
	case NODE_BINARY:
		return binary(facts, index, ret_value);
	case NODE_CONDITION:
		return facts_constant(facts, node->first, &chosen) &&
		       facts_constant(facts,
				      node_child(facts, index, chosen ? 1 : 2),
				      ret_value);
	default:
		return false;
	}
}

bool facts_constant(const struct unit_facts *facts, guint32 index,
		    gint64 *ret_value)
{
	const struct node *node = facts_node(facts, index);

	if (!value_of(facts, index, ret_value))
		return false;
	if (node->kind != NODE_CAST && is_bitmap_size(facts, node) &&
	    !is_part_of_macro(facts, index))
		*ret_value = grow(facts, *ret_value);
	return true;
}
