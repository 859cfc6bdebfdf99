// SPDX-License-Identifier: GPL-2.0-only
/*
 * What the body of a helper does to the flags of its first parameter: stores,
 * calls of what changes bitmaps, calls of other helpers. A local that is
 * declared with a parameter in its value stands for that parameter.
 */
#include "helper_body.h"

#include <string.h>

#include "helper_reading.h"

static const char *const role_words[] = { "", "sets", "clears", "becomes" };

static bool has_mark(const struct helper_reading *reading,
		     const struct lex_token *name, const char *mark)
{
	g_autofree char *text = lex_token_text(name);
	g_autofree char *key = g_strconcat(text, mark, NULL);

	return g_hash_table_contains(reading->helper->names, key);
}

/* The flags of an expression do to the owner's what the role says. */
static void give_roles(struct helper_reading *reading, struct token_range range,
		       enum helper_role role)
{
	const bool is_own = role == HELPER_BECOMES &&
			    reading_names_flags(reading, range);

	reading->reads_own |= is_own;
	for (guint i = range.from; i < range.to; i++) {
		guint nr = reading_parameter(reading, i);
		enum helper_role given = role;

		if (nr == 0 || nr == NO_PARAMETER)
			continue;
		if (is_own)
			given = reading_is_complement(reading, range, i) ?
					HELPER_CLEARS :
					HELPER_SETS;
		if (reading->roles[nr] == HELPER_NOTHING)
			reading->roles[nr] = given;
	}
}

/* A store: what is left of its operator, that, and what is right of it. */
static void read_store(struct helper_reading *reading, struct token_range left,
		       char op, struct token_range right)
{
	if (!reading_names_flags(reading, left))
		return;
	reading->writes = true;
	reading->writes_rest |= reading_is_behind_first(reading, left) ||
				reading_is_whole(reading, left);
	if (op == '|')
		give_roles(reading, right, HELPER_SETS);
	else if (op == '&' && reading_is(reading, right.from, "~"))
		give_roles(reading, right, HELPER_CLEARS);
	else if (!op)
		give_roles(reading, right, HELPER_BECOMES);
}

/* Functions that change the words that they are given; 6.1 to 7.1. */
static const struct word_primitive {
	const char *name;
	guint8 target; /* argument that is changed, from 0 */
	enum helper_role role;
	bool is_one_bit, empties;
} primitives[] = {
	{ "bitmap_or", 0, HELPER_SETS, false, false },
	{ "bitmap_andnot", 0, HELPER_CLEARS, false, false },
	{ "bitmap_copy", 0, HELPER_BECOMES, false, false },
	{ "bitmap_and", 0, HELPER_NOTHING, false, false },
	{ "bitmap_xor", 0, HELPER_NOTHING, false, false },
	{ "bitmap_zero", 0, HELPER_NOTHING, false, true },
	{ "memset", 0, HELPER_NOTHING, false, true },
	{ "set_bit", 1, HELPER_SETS, true, false },
	{ "clear_bit", 1, HELPER_CLEARS, true, false },
	{ "assign_bit", 1, HELPER_NOTHING, true, false },
};

static const struct word_primitive *find_primitive(const struct lex_token *name)
{
	g_autofree char *text = lex_token_text(name);
	const char *stem = text;

	while (*stem == '_')
		stem++;
	for (gsize i = 0; i < G_N_ELEMENTS(primitives); i++) {
		if (strcmp(primitives[i].name, stem) == 0)
			return &primitives[i];
	}
	return NULL;
}

static void read_primitive(struct helper_reading *reading,
			   const struct word_primitive *primitive,
			   const struct token_range *arguments, guint nr)
{
	struct token_range target = arguments[primitive->target];

	if (nr <= primitive->target || !reading_names_flags(reading, target))
		return;
	reading->writes = true;
	reading->sets_bit |= primitive->is_one_bit;
	/* A bit may be in any word. */
	reading->writes_rest = true;
	reading->empties |= primitive->empties &&
			    !reading_is_behind_first(reading, target);
	for (guint i = 0; i < nr && primitive->role != HELPER_NOTHING; i++) {
		if (i != primitive->target &&
		    !reading_names_flags(reading, arguments[i]))
			give_roles(reading, arguments[i], primitive->role);
	}
}

/* Another helper is given the owner, or its bitmap. */
static void read_helper(struct helper_reading *reading,
			const struct lex_token *name,
			const struct token_range *arguments, guint nr)
{
	guint at;

	if (!reading_names_owner(reading, arguments[0], &at))
		return;
	reading->tests_all |= has_mark(reading, name, ":tests-all");
	if (!has_mark(reading, name, ":helper:vma") &&
	    !has_mark(reading, name, ":helper:bitmap"))
		return;
	reading->writes = true;
	reading->locks |= has_mark(reading, name, ":locks");
	reading->asserts |= has_mark(reading, name, ":asserts-lock");
	reading->is_once |= has_mark(reading, name, ":once");
	reading->empties |= has_mark(reading, name, ":empties");
	reading->writes_rest |= !has_mark(reading, name, ":first-word");
	reading->reads_own |= has_mark(reading, name, ":own");
	for (guint i = 1; i < nr; i++) {
		for (guint role = HELPER_SETS; role <= HELPER_BECOMES; role++) {
			g_autofree char *mark = g_strdup_printf(
				":%s:%u", role_words[role], i + 1);

			if (has_mark(reading, name, mark))
				give_roles(reading, arguments[i],
					   (enum helper_role)role);
		}
	}
}

static bool is_lock(const struct lex_token *name)
{
	return lex_token_is(name, "vma_start_write") ||
	       lex_token_is(name, "vma_start_write_killable");
}

/* The call of the function whose name is at i. */
static void read_call(struct helper_reading *reading, guint i)
{
	const struct lex_token *name = reading_token(reading, i);
	const struct word_primitive *primitive = find_primitive(name);
	struct token_range arguments[HELPER_PARAMETERS] = { 0 };
	guint nr = reading_arguments(reading, i + 1, arguments);
	guint at;

	if (lex_token_is(name, "WRITE_ONCE")) {
		reading->is_once |= reading_names_flags(reading, arguments[0]);
		read_store(reading, arguments[0], '\0', arguments[1]);
	} else if (primitive) {
		read_primitive(reading, primitive, arguments, nr);
	} else if (is_lock(name)) {
		reading->locks |=
			reading_names_owner(reading, arguments[0], &at);
	} else if (lex_token_is(name, "vma_assert_write_locked")) {
		reading->asserts |=
			reading_names_owner(reading, arguments[0], &at);
	} else {
		read_helper(reading, name, arguments, nr);
	}
	reading->tests_all |= lex_token_is(name, "bitmap_subset");
	reading->tests_bit |= lex_token_is(name, "test_bit");
	reading->checks_atomic |= has_mark(reading, name, ":atomic-checks");
}

/* `unsigned long *bitmap = flags->__vma_flags' from its first token on. */
static bool read_declaration(struct helper_reading *reading,
			     struct token_range left, struct token_range right)
{
	struct body_alias alias = { .parameter = NO_PARAMETER };

	if (!reading_is_name(reading, left.from) || left.to - left.from < 2 ||
	    (!reading_is_name(reading, left.from + 1) &&
	     !reading_is(reading, left.from + 1, "*")))
		return false;
	alias.name = reading_token(reading, left.to - 1);
	alias.is_pointer = reading_is(reading, left.to - 2, "*");
	for (guint i = right.from;
	     i < right.to && alias.parameter == NO_PARAMETER; i++)
		alias.parameter = reading_parameter(reading, i);
	/* A copy of the owner's flags is not these, nor are its other fields.
	 */
	if (alias.parameter == 0 &&
	    (!alias.is_pointer || !reading_names_flags(reading, right)))
		alias.parameter = NO_PARAMETER;
	if (alias.parameter != NO_PARAMETER)
		g_array_append_val(reading->aliases, alias);
	return true;
}

/* The operator of a store in a statement: its '=', or 0. */
static guint find_store(const struct helper_reading *reading,
			struct token_range range)
{
	for (guint i = range.from + 1; i < range.to; i++) {
		if (reading_is(reading, i, "(") || reading_is(reading, i, "["))
			i = reading_behind(reading, i) - 1;
		else if (reading_is(reading, i, "=") &&
			 !reading_is(reading, i + 1, "=") &&
			 !strchr("=!<>", *reading_token(reading, i - 1)->start))
			return i;
	}
	return 0;
}

/* Behind `if (..)', `else', `for (..)' and the like at the front. */
static guint behind_keywords(const struct helper_reading *reading,
			     struct token_range range)
{
	static const char *const keywords[] = { "if",	 "else", "for",
						"while", "do",	 "return" };
	guint i = range.from;

	for (gsize nr = 0; nr < G_N_ELEMENTS(keywords) && i < range.to;) {
		if (!reading_is(reading, i, keywords[nr])) {
			nr++;
			continue;
		}
		i++;
		if (reading_is(reading, i, "(") &&
		    strcmp(keywords[nr], "return") != 0)
			i = reading_behind(reading, i);
		nr = 0;
	}
	return i;
}

static void read_statement(struct helper_reading *reading,
			   struct token_range range)
{
	guint start = behind_keywords(reading, range);
	struct token_range whole = { start, range.to };
	guint at = find_store(reading, whole);
	struct token_range left = { start, at }, right = { at + 1, range.to };
	char op = '\0';

	if (at && strchr("|&^+-", *reading_token(reading, at - 1)->start)) {
		op = *reading_token(reading, at - 1)->start;
		left.to--;
	}
	if (at && !(op == '\0' && read_declaration(reading, left, right)))
		read_store(reading, left, op, right);
	for (guint i = range.from; i < range.to; i++) {
		reading->checks_atomic |=
			reading_is(reading, i, "VM_ATOMIC_SET_ALLOWED");
		if (reading_is_name(reading, i) &&
		    reading_is(reading, i + 1, "("))
			read_call(reading, i);
	}
}

static void read_statements(struct helper_reading *reading)
{
	struct token_range range = { 0 };
	guint nr = reading->helper->body->len;

	for (guint i = 0; i < nr; i++) {
		if (reading_is(reading, i, "(")) {
			i = reading_behind(reading, i) - 1;
		} else if (reading_is(reading, i, ";") ||
			   reading_is(reading, i, "{") ||
			   reading_is(reading, i, "}")) {
			range.to = i;
			read_statement(reading, range);
			range.from = i + 1;
		}
	}
}

static void add(const struct helper_reading *reading, const char *mark)
{
	g_autofree char *name = lex_token_text(&reading->helper->name);

	g_hash_table_add(reading->helper->names, g_strconcat(name, mark, NULL));
}

/* All but `:helper:' of a helper that writes. */
static void add_effects(const struct helper_reading *reading)
{
	const struct helper *helper = reading->helper;

	if (reading->locks)
		add(reading, ":locks");
	else if (reading->asserts)
		add(reading, ":asserts-lock");
	if (reading->reads_own)
		add(reading, ":own");
	if (!reading->writes_rest)
		add(reading, ":first-word");
	if (reading->is_once)
		add(reading, ":once");
	if (reading->empties)
		add(reading, ":empties");
	for (guint nr = 1; nr < helper->nr_parameters; nr++) {
		g_autofree char *mark = g_strdup_printf(
			":%s:%u", role_words[reading->roles[nr]], nr + 1);

		if (reading->roles[nr] != HELPER_NOTHING)
			add(reading, mark);
		if (helper->parameters[nr].type == HELPER_WORD)
			add(reading, ":takes-word");
	}
}

/* A helper of which the tree allows only some flags; that there is a setter. */
static void add_atomic(const struct helper_reading *reading)
{
	add(reading, reading->sets_bit	? ":atomic-sets" :
		     reading->tests_bit ? ":atomic-tests" :
					  ":atomic-checks");
	if (reading->sets_bit)
		g_hash_table_add(reading->helper->names,
				 g_strdup("vma_flag_t:atomic"));
}

static void add_marks(const struct helper_reading *reading)
{
	const struct helper_parameter *owner = &reading->helper->parameters[0];
	const bool is_of_bit = owner->type == HELPER_VMA &&
			       reading->helper->nr_parameters > 1 &&
			       reading->helper->parameters[1].type ==
				       HELPER_BIT;

	if (is_of_bit && reading->checks_atomic)
		add_atomic(reading);
	else if (reading->tests_all)
		add(reading, ":tests-all");
	else if (is_of_bit && owner->is_const)
		add(reading, ":tests-bit");
	if (owner->is_const || !reading->writes ||
	    (is_of_bit && reading->checks_atomic))
		return;
	add(reading, owner->type == HELPER_VMA	  ? ":helper:vma" :
		     owner->type == HELPER_BITMAP ? ":helper:bitmap" :
						    ":helper:descriptor");
	add_effects(reading);
}

void helper_learn(const struct helper *helper)
{
	struct helper_reading reading = { .helper = helper };
	const enum helper_type type = helper->parameters[0].type;

	if (type != HELPER_VMA && type != HELPER_BITMAP &&
	    type != HELPER_DESCRIPTOR)
		return;
	reading.aliases = g_array_new(FALSE, FALSE, sizeof(struct body_alias));
	read_statements(&reading);
	add_marks(&reading);
	g_array_unref(reading.aliases);
}
