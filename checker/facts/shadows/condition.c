// SPDX-License-Identifier: GPL-2.0-only
/*
 * A condition is read into a tree of at most NODE_LIMIT nodes over atoms, the
 * symbols and comparisons that it asks for, and all values of the atoms are
 * tried out.
 */
#include "condition.h"

#include <string.h>

#include "symbols.h"
#include "text/lexer.h"

/* All values of so many atoms are tried: 1,024. */
enum { ATOM_LIMIT = 10, NODE_LIMIT = 300, TEXT_LIMIT = 4000, DEPTH_LIMIT = 60 };

enum operation { OF_CONSTANT, OF_ATOM, OF_NOT, OF_AND, OF_OR };

struct condition_node {
	enum operation operation;
	guint left, right; /* nodes; of an atom its index, of a constant 0, 1 */
};

struct condition_tree {
	GArray *nodes;	  /* struct condition_node; the root is the last */
	GPtrArray *atoms; /* char *, owned */
	struct lexer lexer;
	struct lex_token token; /* the next one; of kind LEX_END at the end */
	guint depth;
	bool is_broken; /* not understood, or too large */
};

bool condition_is_lost(const char *condition)
{
	return strcmp(condition, "(") == 0;
}

/* What is too long to be tried out is a text that nobody understands. */
static char *join(const char *a, const char *sign, const char *b)
{
	if (condition_is_lost(a) || condition_is_lost(b) ||
	    strlen(a) + strlen(b) > TEXT_LIMIT)
		return g_strdup("(");
	return g_strdup_printf("(%s) %s (%s)", a, sign, b);
}

char *condition_and(const char *a, const char *b)
{
	if (!*a || !*b || strcmp(a, b) == 0)
		return g_strdup(*a ? a : b);
	return join(a, "&&", b);
}

char *condition_or(const char *a, const char *b)
{
	if (!*a || !*b)
		return g_strdup("");
	return join(a, "||", b);
}

char *condition_not(const char *condition)
{
	return *condition ? g_strdup_printf("!(%s)", condition) : g_strdup("0");
}

static void advance(struct condition_tree *tree)
{
	if (!lexer_next(&tree->lexer, &tree->token))
		tree->token = (struct lex_token){ .kind = LEX_END };
}

static bool take(struct condition_tree *tree, const char *sign)
{
	if (tree->token.kind == LEX_END || !lex_token_is(&tree->token, sign))
		return false;
	advance(tree);
	return true;
}

/* Both characters of && and ||. */
static bool take_twice(struct condition_tree *tree, const char *sign)
{
	struct lexer ahead = tree->lexer;
	struct lex_token next;

	if (tree->token.kind == LEX_END || !lex_token_is(&tree->token, sign) ||
	    !lexer_next(&ahead, &next) || !lex_token_is(&next, sign))
		return false;
	advance(tree);
	advance(tree);
	return true;
}

static guint add_node(struct condition_tree *tree, enum operation operation,
		      guint left, guint right)
{
	struct condition_node node = { operation, left, right };

	if (tree->nodes->len >= NODE_LIMIT)
		tree->is_broken = true;
	else
		g_array_append_val(tree->nodes, node);
	return tree->nodes->len - 1;
}

static guint add_atom(struct condition_tree *tree, const char *text)
{
	guint index;

	if (!g_ptr_array_find_with_equal_func(tree->atoms, text, g_str_equal,
					      &index)) {
		index = tree->atoms->len;
		g_ptr_array_add(tree->atoms, g_strdup(text));
	}
	return add_node(tree, OF_ATOM, index, 0);
}

static bool asks_for_symbol(const struct lex_token *token)
{
	static const char *const words[] = { "defined", "IS_ENABLED",
					     "IS_BUILTIN", "IS_MODULE",
					     "IS_REACHABLE" };

	for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
		if (lex_token_is(token, words[i]))
			return true;
	}
	return false;
}

/* `defined(X)', `defined X': of a CONFIG_ symbol the same as its value. */
static guint parse_question(struct condition_tree *tree)
{
	const bool has_parentheses = take(tree, "(");
	g_autofree char *name = NULL;
	g_autofree char *atom = NULL;

	if (tree->token.kind != LEX_IDENTIFIER) {
		tree->is_broken = true;
		return add_node(tree, OF_CONSTANT, 0, 0);
	}
	name = lex_token_text(&tree->token);
	atom = g_str_has_prefix(name, "CONFIG_") ?
		       g_strdup(name) :
		       g_strdup_printf("defined(%s)", name);
	advance(tree);
	if (has_parentheses && !take(tree, ")"))
		tree->is_broken = true;
	return add_atom(tree, atom);
}

/* A value or comparison, whatever it says: up to the next && or ||. */
static guint parse_atom(struct condition_tree *tree)
{
	g_autoptr(GString) text = g_string_new(NULL);
	guint depth = 0;

	while (tree->token.kind != LEX_END) {
		g_autofree char *word = NULL;
		struct condition_tree ahead = *tree;

		if (depth == 0 &&
		    (lex_token_is(&tree->token, ")") ||
		     take_twice(&ahead, "&") || take_twice(&ahead, "|")))
			break;
		depth += lex_token_is(&tree->token, "(");
		depth -= lex_token_is(&tree->token, ")");
		word = lex_token_text(&tree->token);
		g_string_append(text, word);
		advance(tree);
	}
	if (strcmp(text->str, "0") == 0 || strcmp(text->str, "1") == 0)
		return add_node(tree, OF_CONSTANT, *text->str == '1', 0);
	if (text->len == 0)
		tree->is_broken = true;
	return add_atom(tree, text->str);
}

static guint parse_or(struct condition_tree *tree);

static guint parse_unary(struct condition_tree *tree)
{
	guint inner;

	if (tree->is_broken || tree->depth >= DEPTH_LIMIT) {
		tree->is_broken = true;
		return 0;
	}
	tree->depth++;
	if (take(tree, "!")) {
		inner = parse_unary(tree);
		inner = add_node(tree, OF_NOT, inner, 0);
	} else if (tree->token.kind != LEX_END &&
		   asks_for_symbol(&tree->token)) {
		advance(tree);
		inner = parse_question(tree);
	} else if (take(tree, "(")) {
		inner = parse_or(tree);
		if (!take(tree, ")"))
			tree->is_broken = true;
	} else {
		inner = parse_atom(tree);
	}
	tree->depth--;
	return inner;
}

static guint parse_and(struct condition_tree *tree)
{
	guint left = parse_unary(tree);

	while (!tree->is_broken && take_twice(tree, "&")) {
		guint right = parse_unary(tree);

		left = add_node(tree, OF_AND, left, right);
	}
	return left;
}

static guint parse_or(struct condition_tree *tree)
{
	guint left = parse_and(tree);

	while (!tree->is_broken && take_twice(tree, "|")) {
		guint right = parse_and(tree);

		left = add_node(tree, OF_OR, left, right);
	}
	return left;
}

/* Reads a condition; the atoms of several may be in one list. */
static void tree_parse(struct condition_tree *tree, const char *condition,
		       GPtrArray *atoms)
{
	*tree = (struct condition_tree){
		.nodes = g_array_new(FALSE, FALSE,
				     sizeof(struct condition_node)),
		.atoms = atoms,
		.is_broken = strlen(condition) > TEXT_LIMIT,
	};
	if (tree->is_broken)
		return;
	lexer_init(&tree->lexer, *condition ? condition : "1",
		   *condition ? strlen(condition) : 1);
	advance(tree);
	parse_or(tree);
	if (tree->token.kind != LEX_END)
		tree->is_broken = true;
}

static bool node_holds(const struct condition_tree *tree, guint index,
		       guint values)
{
	const struct condition_node *node =
		&g_array_index(tree->nodes, struct condition_node, index);

	switch (node->operation) {
	case OF_CONSTANT:
		return node->left != 0;
	case OF_ATOM:
		return values >> node->left & 1;
	case OF_NOT:
		return !node_holds(tree, node->left, values);
	case OF_AND:
		return node_holds(tree, node->left, values) &&
		       node_holds(tree, node->right, values);
	case OF_OR:
		return node_holds(tree, node->left, values) ||
		       node_holds(tree, node->right, values);
	}
	return false;
}

bool condition_can_hold(const char *condition)
{
	g_autoptr(GPtrArray) atoms = g_ptr_array_new_with_free_func(g_free);
	struct condition_tree tree;
	bool can_hold = false;

	if (!*condition)
		return true;
	tree_parse(&tree, condition, atoms);
	if (!tree.is_broken && atoms->len <= ATOM_LIMIT) {
		for (guint values = 0; !can_hold && values < 1U << atoms->len;
		     values++)
			can_hold = node_holds(&tree, tree.nodes->len - 1,
					      values) &&
				   symbols_agree(atoms, values);
	}
	g_array_unref(tree.nodes);
	return can_hold;
}

static GPtrArray *atoms_of(const char *condition)
{
	GPtrArray *atoms = g_ptr_array_new_with_free_func(g_free);
	struct condition_tree tree;

	tree_parse(&tree, condition, atoms);
	g_array_unref(tree.nodes);
	return atoms;
}

static bool has_atom(const GPtrArray *atoms, const char *atom)
{
	return g_ptr_array_find_with_equal_func((GPtrArray *)atoms, atom,
						g_str_equal, NULL);
}

bool condition_may_lack(const char *given, const char *wanted,
			const char *around)
{
	g_autoptr(GPtrArray) asked = atoms_of(given);
	g_autoptr(GPtrArray) known = atoms_of(wanted);
	g_autoptr(GPtrArray) shared = atoms_of(around);
	g_autofree char *opposite = condition_not(wanted);
	g_autofree char *both = condition_and(given, opposite);

	for (guint i = 0; i < asked->len; i++) {
		const char *atom = g_ptr_array_index(asked, i);

		if (!symbol_is_basic(atom) && !has_atom(known, atom) &&
		    !has_atom(shared, atom))
			return false;
	}
	return condition_can_hold(both);
}

bool condition_share_arch(const char *a, const char *b)
{
	g_autoptr(GPtrArray) left = atoms_of(a);
	g_autoptr(GPtrArray) right = atoms_of(b);
	g_autofree char *both = condition_and(a, b);

	for (guint i = 0; i < left->len; i++) {
		const char *arch = symbol_arch(g_ptr_array_index(left, i));

		for (guint k = 0; arch && k < right->len; k++) {
			if (symbol_arch(g_ptr_array_index(right, k)) == arch)
				return condition_can_hold(both);
		}
	}
	return false;
}

char *condition_replace(const char *condition, condition_expand expand,
			void *context)
{
	GString *out = g_string_new(NULL);
	struct lexer lexer;
	struct lex_token token;
	const char *done = condition;

	lexer_init(&lexer, condition, strlen(condition));
	while (lexer_next(&lexer, &token)) {
		const bool is_question = lex_token_is(&token, "defined");
		const char *start = token.start;
		g_autofree char *name = NULL;
		g_autofree char *instead = NULL;
		bool has_parentheses;

		if (token.kind != LEX_IDENTIFIER)
			continue;
		if (is_question) {
			has_parentheses = lexer_next(&lexer, &token) &&
					  lex_token_is(&token, "(");
			if (has_parentheses)
				lexer_next(&lexer, &token);
		}
		name = lex_token_text(&token);
		if (is_question && has_parentheses)
			lexer_next(&lexer, &token);
		instead = expand(context, name, is_question);
		if (!instead)
			continue;
		g_string_append_len(out, done, start - done);
		g_string_append_printf(out, "(%s)", *instead ? instead : "1");
		done = lexer.next;
	}
	g_string_append(out, done);
	return g_string_free(out, FALSE);
}
