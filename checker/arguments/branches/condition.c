// SPDX-License-Identifier: GPL-2.0-only
/* Recursive descent over && || ! ( ); all else is part of an atom. */
#include "condition.h"

#include <stdlib.h>
#include <string.h>

/* Nested deeper than this is an atom that nothing is known of. */
enum { DEPTH_LIMIT = 64 };

/* Choices that are tried to satisfy the conditions around one line. */
enum { STEPS_LIMIT = 5000 };

enum logic { LOGIC_ATOM, LOGIC_NOT, LOGIC_AND, LOGIC_OR };

/* One piece of a condition: text from start to end, as operator and parts. */
struct piece {
	enum logic logic;
	const char *start, *end; /* of an atom, or the operand of ! */
	const char *split;	 /* where the operator of && or || begins */
};

struct decisions *decisions_new(void)
{
	struct decisions *decisions = g_new0(struct decisions, 1);

	decisions->values =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	decisions->atoms = g_ptr_array_new();
	return decisions;
}

void decisions_free(struct decisions *decisions)
{
	g_hash_table_destroy(decisions->values);
	g_ptr_array_free(decisions->atoms, TRUE);
	g_free(decisions);
}

/* Takes back all but the first so many. */
static void decisions_undo(struct decisions *decisions, guint nr_kept)
{
	GPtrArray *atoms = decisions->atoms;

	for (guint i = nr_kept; i < atoms->len; i++)
		g_hash_table_remove(decisions->values, atoms->pdata[i]);
	g_ptr_array_set_size(atoms, (gint)nr_kept);
}

static void add_decision(struct decisions *decisions, const char *atom,
			 enum condition_value value)
{
	char *copy = g_strdup(atom);

	g_hash_table_insert(decisions->values, copy,
			    GINT_TO_POINTER((int)value));
	g_ptr_array_add(decisions->atoms, copy);
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

/* True if one of these characters stands outside parentheses. */
static bool has_any(const char *start, const char *end, const char *characters)
{
	for (const char *p = start; p < end; p++) {
		if (*p == '(')
			p = closing(p, end);
		else if (strchr(characters, *p))
			return true;
	}
	return false;
}

/* Takes one layer off a condition: its outermost operator. */
static struct piece take_apart(const char *start, const char *end)
{
	struct piece piece = { 0 };

	trim(&start, &end);
	while (start < end && *start == '(' && closing(start, end) == end - 1) {
		start++;
		end--;
		trim(&start, &end);
	}
	piece.start = start;
	piece.end = end;
	piece.logic = LOGIC_ATOM;
	if (has_any(start, end, "?"))
		return piece;
	piece.logic = LOGIC_OR;
	piece.split = find_operator(start, end, "||");
	if (piece.split)
		return piece;
	piece.logic = LOGIC_AND;
	piece.split = find_operator(start, end, "&&");
	if (piece.split)
		return piece;
	piece.logic = LOGIC_ATOM;
	/* !X compared with something is an atom of its own. */
	if (start < end && *start == '!' && !has_any(start, end, "=<>")) {
		piece.logic = LOGIC_NOT;
		piece.start = start + 1;
	}
	return piece;
}

/* Strips `word(` .. `)` or `word ` from an atom, if it is that. */
static bool strip_word(const char **start, const char **end, const char *word)
{
	size_t length = strlen(word);
	const char *p = *start + length;

	if ((size_t)(*end - *start) <= length ||
	    strncmp(*start, word, length) != 0 || g_ascii_isalnum(*p) ||
	    *p == '_')
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
		"defined",	"IS_ENABLED", "IS_BUILTIN",
		"IS_REACHABLE", "IS_MODULE",
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

/* A constant as a whole; `4 < X` begins with one and is none. */
static bool is_number(const char *atom)
{
	char *end = NULL;

	if (!g_ascii_isdigit(*atom))
		return false;
	strtoul(atom, &end, 0);
	return end[strspn(end, "uUlL")] == '\0';
}

static enum condition_value atom_value(const char *atom,
				       const struct decisions *decisions)
{
	gpointer value = g_hash_table_lookup(decisions->values, atom);

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
				     const struct decisions *decisions,
				     guint depth)
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
		return opposite(
			value_of(piece.start, piece.end, decisions, depth + 1));
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

enum condition_value condition_value(const char *text,
				     const struct decisions *decisions)
{
	return value_of(text, text + strlen(text), decisions, 0);
}

static void add_atoms(GPtrArray *atoms, const char *start, const char *end,
		      guint depth)
{
	const struct piece piece = take_apart(start, end);

	if (depth > DEPTH_LIMIT)
		return;
	switch (piece.logic) {
	case LOGIC_ATOM:
		g_ptr_array_add(atoms, atom_text(piece.start, piece.end));
		break;
	case LOGIC_NOT:
		add_atoms(atoms, piece.start, piece.end, depth + 1);
		break;
	case LOGIC_AND:
	case LOGIC_OR:
		add_atoms(atoms, piece.start, piece.split, depth + 1);
		add_atoms(atoms, piece.split + 2, piece.end, depth + 1);
		break;
	}
}

GPtrArray *condition_atoms(const char *text)
{
	GPtrArray *atoms = g_ptr_array_new_with_free_func(g_free);

	add_atoms(atoms, text, text + strlen(text), 0);
	return atoms;
}

/* Why an atom must not be given a value; or NULL. */
static const char *refusal(const char *atom, enum condition_value wanted)
{
	bool is_on = wanted == CONDITION_TRUE;

	if (strstr(atom, "LINUX_VERSION_CODE") ||
	    strstr(atom, "KERNEL_VERSION"))
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
			struct decisions *decisions, const char **ret_reason)
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
	add_decision(decisions, atom, wanted);
	return true;
}

/* A piece of a condition that is to get a value, and what comes after it. */
struct goal {
	const char *start, *end;
	enum condition_value wanted;
	guint depth;
	const struct goal *next;
};

/* The search for decisions: where it stands, and why it failed last. */
struct decision_search {
	guint nr_steps;
	const char *reason;
};

static bool search_goals(struct decision_search *search,
			 const struct goal *goal, struct decisions *decisions);

/* `a || b` true, or `a && b` false: one side is enough, if the rest agrees. */
static bool search_either(struct decision_search *search,
			  const struct goal *left, const struct goal *right,
			  struct decisions *decisions)
{
	guint nr_before = decisions->atoms->len;

	if (search_goals(search, left, decisions))
		return true;
	decisions_undo(decisions, nr_before);
	return search_goals(search, right, decisions);
}

/* Both sides of && or ||, and all goals behind them. */
static bool search_sides(struct decision_search *search,
			 const struct goal *goal, const struct piece *piece,
			 struct decisions *decisions)
{
	bool is_either = (piece->logic == LOGIC_OR) ==
			 (goal->wanted == CONDITION_TRUE);
	struct goal right = {
		.start = piece->split + 2,
		.end = piece->end,
		.wanted = goal->wanted,
		.depth = goal->depth + 1,
		.next = goal->next,
	};
	struct goal left = right;

	left.start = piece->start;
	left.end = piece->split;
	if (is_either)
		return search_either(search, &left, &right, decisions);
	left.next = &right;
	return search_goals(search, &left, decisions);
}

static bool is_beyond_limits(struct decision_search *search,
			     const struct goal *goal)
{
	if (goal->depth <= DEPTH_LIMIT && search->nr_steps++ < STEPS_LIMIT)
		return false;
	search->reason = "its conditions nest too deeply";
	return true;
}

/* Decides a goal and all behind it, or nothing: see conditions_decide(). */
static bool search_goals(struct decision_search *search,
			 const struct goal *goal, struct decisions *decisions)
{
	struct goal operand;

	while (goal) {
		struct piece piece = take_apart(goal->start, goal->end);
		g_autofree char *atom = NULL;

		if (is_beyond_limits(search, goal))
			return false;
		if (piece.logic == LOGIC_NOT) {
			operand = *goal;
			operand.start = piece.start;
			operand.end = piece.end;
			operand.wanted = opposite(goal->wanted);
			operand.depth++;
			goal = &operand;
			continue;
		}
		if (piece.logic != LOGIC_ATOM &&
		    value_of(goal->start, goal->end, decisions, 0) !=
			    goal->wanted)
			return search_sides(search, goal, &piece, decisions);
		atom = piece.logic == LOGIC_ATOM ?
			       atom_text(piece.start, piece.end) :
			       NULL;
		if (atom && !decide_atom(atom, goal->wanted, decisions,
					 &search->reason))
			return false;
		goal = goal->next;
	}
	return true;
}

bool conditions_decide(const GArray *wishes, struct decisions *decisions,
		       const char **ret_reason)
{
	g_autofree struct goal *goals = g_new0(struct goal, wishes->len + 1);
	struct decision_search search = {
		.reason = "its conditions nest too deeply"
	};
	guint nr_before = decisions->atoms->len;

	for (guint i = 0; i < wishes->len; i++) {
		const struct condition_wish *wish =
			&g_array_index(wishes, struct condition_wish, i);

		goals[i].start = wish->condition;
		goals[i].end = wish->condition + strlen(wish->condition);
		goals[i].wanted = wish->wanted;
		goals[i].next = i + 1 < wishes->len ? &goals[i + 1] : NULL;
	}
	if (wishes->len == 0)
		return true;
	if (wishes->len <= WISHES_LIMIT &&
	    search_goals(&search, goals, decisions))
		return true;
	decisions_undo(decisions, nr_before);
	*ret_reason = search.reason;
	return false;
}
