// SPDX-License-Identifier: GPL-2.0-only
/* Recursive descent over && || ! ( ); all else is part of an atom. */
#include "condition.h"

#include <stdlib.h>
#include <string.h>

/* Nested deeper than this is an atom that nothing is known of. */
enum { DEPTH_LIMIT = 64 };

enum logic { LOGIC_ATOM, LOGIC_NOT, LOGIC_AND, LOGIC_OR };

/* One piece of a condition: text from start to end, as operator and parts. */
struct piece {
	enum logic logic;
	const char *start, *end;   /* of an atom, or the operand of ! */
	const char *split;	   /* where the operator of && or || begins */
};

GHashTable *decisions_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

GHashTable *decisions_copy(GHashTable *decisions)
{
	GHashTable *copy = decisions_new();
	GHashTableIter iter;
	gpointer key, value;

	g_hash_table_iter_init(&iter, decisions);
	while (g_hash_table_iter_next(&iter, &key, &value))
		g_hash_table_insert(copy, g_strdup(key), value);
	return copy;
}

static void trim(const char **start, const char **end)
{
	while (*start < *end && g_ascii_isspace(**start))
		(*start)++;
	while (*end > *start && g_ascii_isspace((*end)[-1]))
		(*end)--;
}

/* The parenthesis that closes the one at start, or end. */
static const char *closing(const char *start, const char *end)
{
	guint depth = 0;

	for (; start < end; start++) {
		if (*start == '(')
			depth++;
		else if (*start == ')' && --depth == 0)
			return start;
	}
	return end;
}

/* The last `operator` outside parentheses, so that the rest is its right. */
static const char *find_operator(const char *start, const char *end,
				 const char *operator)
{
	const char *found = NULL;

	for (const char *p = start; p + 1 < end; p++) {
		if (*p == '(') {
			p = closing(p, end);
			continue;
		}
		if (p[0] == operator[0] && p[1] == operator[1]) {
			found = p;
			p++;
		}
	}
	return found;
}

/* Takes one layer off a condition: its outermost operator. */
static struct piece take_apart(const char *start, const char *end)
{
	struct piece piece = {.logic = LOGIC_OR};

	trim(&start, &end);
	while (start < end && *start == '(' && closing(start, end) == end - 1) {
		start++;
		end--;
		trim(&start, &end);
	}
	piece.start = start;
	piece.end = end;
	piece.split = find_operator(start, end, "||");
	if (piece.split)
		return piece;
	piece.logic = LOGIC_AND;
	piece.split = find_operator(start, end, "&&");
	if (piece.split)
		return piece;
	piece.logic = LOGIC_ATOM;
	if (start < end && *start == '!' && start[1] != '=') {
		const char *operand = start + 1;

		trim(&operand, &end);
		/* !X compared with something is an atom of its own. */
		if (!memchr(operand, '=', (size_t)(end - operand)) &&
		    !memchr(operand, '<', (size_t)(end - operand)) &&
		    !memchr(operand, '>', (size_t)(end - operand))) {
			piece.logic = LOGIC_NOT;
			piece.start = operand;
		}
	}
	return piece;
}

/* Strips `word(` .. `)` or `word ` from an atom, if it is that. */
static bool strip_word(const char **start, const char **end, const char *word)
{
	size_t length = strlen(word);
	const char *p = *start + length;

	if ((size_t)(*end - *start) <= length ||
	    strncmp(*start, word, length) != 0 ||
	    g_ascii_isalnum(*p) || *p == '_')
		return false;
	trim(&p, end);
	if (*p == '(' && closing(p, *end) == *end - 1) {
		p++;
		(*end)--;
	}
	*start = p;
	trim(start, end);
	return true;
}

/* One spelling for the ways to ask whether a symbol is on; owned. */
static char *atom_text(const char *start, const char *end)
{
	static const char *const words[] = {
		"defined", "IS_ENABLED", "IS_BUILTIN", "IS_REACHABLE",
		"IS_MODULE",
	};
	GString *text = g_string_new(NULL);

	trim(&start, &end);
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
		if (strip_word(&start, &end, words[i]))
			break;
	}
	for (; start < end; start++) {
		if (!g_ascii_isspace(*start))
			g_string_append_c(text, *start);
	}
	return g_string_free(text, FALSE);
}

static bool is_number(const char *atom)
{
	return g_ascii_isdigit(*atom);
}

static enum condition_value atom_value(const char *atom, GHashTable *decisions)
{
	gpointer value = g_hash_table_lookup(decisions, atom);

	if (is_number(atom))
		return strtoul(atom, NULL, 0) ? CONDITION_TRUE :
						CONDITION_FALSE;
	return (enum condition_value)GPOINTER_TO_INT(value);
}

static enum condition_value opposite(enum condition_value value)
{
	switch (value) {
	case CONDITION_TRUE:
		return CONDITION_FALSE;
	case CONDITION_FALSE:
		return CONDITION_TRUE;
	case CONDITION_UNKNOWN:
		break;
	}
	return CONDITION_UNKNOWN;
}

static enum condition_value value_of(const char *start, const char *end,
				     GHashTable *decisions, guint depth)
{
	struct piece piece = take_apart(start, end);
	/* What one side must be for the operator to be sure. */
	enum condition_value decisive =
		piece.logic == LOGIC_OR ? CONDITION_TRUE : CONDITION_FALSE;
	enum condition_value left, right;
	g_autofree char *atom = NULL;

	if (depth > DEPTH_LIMIT)
		return CONDITION_UNKNOWN;
	switch (piece.logic) {
	case LOGIC_ATOM:
		atom = atom_text(piece.start, piece.end);
		return atom_value(atom, decisions);
	case LOGIC_NOT:
		return opposite(value_of(piece.start, piece.end, decisions,
					 depth + 1));
	case LOGIC_AND:
	case LOGIC_OR:
		break;
	}
	left = value_of(piece.start, piece.split, decisions, depth + 1);
	right = value_of(piece.split + 2, piece.end, decisions, depth + 1);
	if (left == decisive || right == decisive)
		return decisive;
	return left == right ? left : CONDITION_UNKNOWN;
}

enum condition_value condition_value(const char *text, GHashTable *decisions)
{
	return value_of(text, text + strlen(text), decisions, 0);
}

/* Why an atom must not be given a value; or NULL. */
static const char *refusal(const char *atom, enum condition_value wanted)
{
	bool is_on = wanted == CONDITION_TRUE;

	if (strstr(atom, "LINUX_VERSION_CODE") || strstr(atom, "KERNEL_VERSION"))
		return "for another kernel version";
	if (is_on && g_str_has_prefix(atom, "__ASSEMBL"))
		return "for assembly";
	if (is_on && strcmp(atom, "__cplusplus") == 0)
		return "for C++";
	if (!is_on && strcmp(atom, "__KERNEL__") == 0)
		return "for user space";
	return NULL;
}

static bool decide_atom(const char *atom, enum condition_value wanted,
			GHashTable *decisions, const char **ret_reason)
{
	enum condition_value known = atom_value(atom, decisions);

	if (known == wanted)
		return true;
	*ret_reason = is_number(atom) ? "under #if 0" :
					"its conditions contradict each other";
	if (known != CONDITION_UNKNOWN)
		return false;
	*ret_reason = refusal(atom, wanted);
	if (*ret_reason)
		return false;
	g_hash_table_insert(decisions, g_strdup(atom),
			    GINT_TO_POINTER((int)wanted));
	return true;
}

static void adopt(GHashTable *decisions, GHashTable *more)
{
	GHashTableIter iter;
	gpointer key, value;

	g_hash_table_iter_init(&iter, more);
	while (g_hash_table_iter_next(&iter, &key, &value))
		g_hash_table_insert(decisions, g_strdup(key), value);
}

static bool decide(const char *start, const char *end,
		   enum condition_value wanted, GHashTable *decisions,
		   const char **ret_reason, guint depth);

/* `a || b` true, or `a && b` false: one side is enough. */
static bool decide_either(const struct piece *piece,
			  enum condition_value wanted, GHashTable *decisions,
			  const char **ret_reason, guint depth)
{
	g_autoptr(GHashTable) tried = decisions_copy(decisions);

	if (decide(piece->start, piece->split, wanted, tried, ret_reason,
		   depth + 1)) {
		adopt(decisions, tried);
		return true;
	}
	return decide(piece->split + 2, piece->end, wanted, decisions,
		      ret_reason, depth + 1);
}

static bool decide(const char *start, const char *end,
		   enum condition_value wanted, GHashTable *decisions,
		   const char **ret_reason, guint depth)
{
	struct piece piece = take_apart(start, end);
	bool is_or = piece.logic == LOGIC_OR;
	g_autofree char *atom = NULL;

	if (depth > DEPTH_LIMIT) {
		*ret_reason = "its conditions nest too deeply";
		return false;
	}
	if (value_of(start, end, decisions, depth) == wanted)
		return true;
	switch (piece.logic) {
	case LOGIC_ATOM:
		atom = atom_text(piece.start, piece.end);
		return decide_atom(atom, wanted, decisions, ret_reason);
	case LOGIC_NOT:
		return decide(piece.start, piece.end, opposite(wanted),
			      decisions, ret_reason, depth + 1);
	case LOGIC_AND:
	case LOGIC_OR:
		break;
	}
	if (is_or == (wanted == CONDITION_TRUE))
		return decide_either(&piece, wanted, decisions, ret_reason,
				     depth);
	return decide(piece.start, piece.split, wanted, decisions, ret_reason,
		      depth + 1) &&
	       decide(piece.split + 2, piece.end, wanted, decisions, ret_reason,
		      depth + 1);
}

bool condition_decide(const char *text, enum condition_value wanted,
		      GHashTable *decisions, const char **ret_reason)
{
	return decide(text, text + strlen(text), wanted, decisions, ret_reason,
		      0);
}
