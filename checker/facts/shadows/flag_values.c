// SPDX-License-Identifier: GPL-2.0-only
/*
 * What definitions come to: constant expressions over other flags, tried with
 * each definition that those may have.
 */
#include <string.h>

#include "condition.h"
#include "flag_macros.h"
#include "flags.h"
#include "text/lexer.h"

/* Longer bodies, deeper names and more ways to read them are left unknown. */
enum { BODY_LIMIT = 1000, DEPTH_LIMIT = 10, WAYS_LIMIT = 24, NAMES_LIMIT = 4 };

/* A calculation with what names come to. */
struct calculation {
	struct lexer lexer;
	struct lex_token token;
	const GPtrArray *names; /* char * */
	const guint64 *values;	/* of each */
	guint depth;
	bool is_unknown;
};

static void advance(struct calculation *sum)
{
	if (!lexer_next(&sum->lexer, &sum->token))
		sum->token = (struct lex_token){ .kind = LEX_END };
}

static bool take(struct calculation *sum, const char *sign)
{
	if (sum->token.kind == LEX_END || !lex_token_is(&sum->token, sign))
		return false;
	advance(sum);
	return true;
}

static guint64 calculate(struct calculation *sum, guint level);

/* Words that are a type, or say nothing of a value. */
static bool is_type_word(const struct lex_token *token)
{
	static const char *const words[] = { "unsigned",   "long",	"int",
					     "__force",	   "u64",	"u32",
					     "vm_flags_t", "vma_flag_t" };

	for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
		if (lex_token_is(token, words[i]))
			return true;
	}
	return false;
}

/* BIT(n) and its relatives; UL(n) and a plain parenthesis. */
static guint64 call_value(const char *name, guint64 argument,
			  struct calculation *sum)
{
	static const char *const bits[] = { "BIT", "BIT_ULL", "_BITUL",
					    "_BITULL" };
	static const char *const same[] = { "UL", "ULL", "_UL", "_ULL", "_AC" };

	for (gsize i = 0; i < G_N_ELEMENTS(bits); i++) {
		if (strcmp(name, bits[i]) == 0 && argument < 64)
			return (guint64)1 << argument;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(same); i++) {
		if (strcmp(name, same[i]) == 0)
			return argument;
	}
	sum->is_unknown = true;
	return 0;
}

static guint64 name_value(struct calculation *sum)
{
	g_autofree char *name = lex_token_text(&sum->token);
	guint64 argument;

	advance(sum);
	if (take(sum, "(")) {
		argument = calculate(sum, 0);
		/* _AC(1, UL) */
		if (take(sum, ","))
			advance(sum);
		sum->is_unknown |= !take(sum, ")");
		return call_value(name, argument, sum);
	}
	for (guint i = 0; i < sum->names->len; i++) {
		if (strcmp(g_ptr_array_index(sum->names, i), name) == 0)
			return sum->values[i];
	}
	sum->is_unknown = true;
	return 0;
}

static guint64 number_value(struct calculation *sum)
{
	g_autofree char *text = lex_token_text(&sum->token);
	char *end = NULL;
	guint64 value = g_ascii_strtoull(text, &end, 0);

	sum->is_unknown |= end[strspn(end, "uUlL")] != '\0';
	advance(sum);
	return value;
}

static guint64 unary_value(struct calculation *sum)
{
	guint64 value = 0;

	if (sum->is_unknown || sum->depth >= NAMES_LIMIT * DEPTH_LIMIT) {
		sum->is_unknown = true;
		return 0;
	}
	sum->depth++;
	if (take(sum, "~")) {
		value = ~unary_value(sum);
	} else if (take(sum, "(")) {
		if (sum->token.kind != LEX_END && is_type_word(&sum->token)) {
			while (sum->token.kind != LEX_END &&
			       !lex_token_is(&sum->token, ")"))
				advance(sum);
			advance(sum);
			value = unary_value(sum);
		} else {
			value = calculate(sum, 0);
			sum->is_unknown |= !take(sum, ")");
		}
	} else if (sum->token.kind == LEX_NUMBER) {
		value = number_value(sum);
	} else if (sum->token.kind == LEX_IDENTIFIER) {
		value = name_value(sum);
	} else {
		sum->is_unknown = true;
	}
	sum->depth--;
	return value;
}

/* `<<' or `>>', of which the lexer has two tokens. */
static bool take_shift(struct calculation *sum, const char *sign)
{
	struct lexer ahead = sum->lexer;
	struct lex_token next;

	if (sum->token.kind == LEX_END || !lex_token_is(&sum->token, sign) ||
	    !lexer_next(&ahead, &next) || !lex_token_is(&next, sign))
		return false;
	advance(sum);
	advance(sum);
	return true;
}

static guint64 shifted(struct calculation *sum)
{
	guint64 value = unary_value(sum);

	while (!sum->is_unknown) {
		const bool is_left = take_shift(sum, "<");
		guint64 by;

		if (!is_left && !take_shift(sum, ">"))
			break;
		by = unary_value(sum);
		if (by >= 64)
			sum->is_unknown = true;
		else
			value = is_left ? value << by : value >> by;
	}
	return value;
}

/* Levels: | binds least, then ^, then &. */
static guint64 calculate(struct calculation *sum, guint level)
{
	static const char *const signs[] = { "|", "^", "&" };
	guint64 value, other;

	if (level == G_N_ELEMENTS(signs))
		return shifted(sum);
	value = calculate(sum, level + 1);
	while (!sum->is_unknown && take(sum, signs[level])) {
		other = calculate(sum, level + 1);
		value = level == 0 ? value | other :
			level == 1 ? value ^ other :
				     value & other;
	}
	return value;
}

static bool evaluate(const char *body, const GPtrArray *names,
		     const guint64 *values, guint64 *ret_value)
{
	struct calculation sum = { .names = names, .values = values };

	lexer_init(&sum.lexer, body, strlen(body));
	advance(&sum);
	*ret_value = calculate(&sum, 0);
	return !sum.is_unknown && sum.token.kind == LEX_END;
}

/* The names of flags in a body, each once; owned strings. */
static GPtrArray *names_in(const struct flags *flags, const char *body)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	g_auto(GStrv) words = g_strsplit(body, " ", -1);

	for (char **word = words; *word; word++) {
		if (flags_defined(flags, *word) &&
		    !g_ptr_array_find_with_equal_func(names, *word, g_str_equal,
						      NULL))
			g_ptr_array_add(names, g_strdup(*word));
	}
	return names;
}

static void free_value(gpointer data)
{
	struct flag_value *value = data;

	g_free(value->condition);
	g_ptr_array_unref(value->via);
	g_free(value);
}

/* One way to read a definition: which value each of its names has. */
struct way {
	const struct flag_definition *definition;
	const char *body;
	const GPtrArray *names;
	const struct flag_value *chosen[NAMES_LIMIT];
};

static void add_value(const struct way *way, char *condition,
		      GPtrArray *ret_values)
{
	struct flag_value *value;
	guint64 numbers[NAMES_LIMIT] = { 0 };
	bool is_known = true;

	if (!condition_can_hold(condition)) {
		g_free(condition);
		return;
	}
	for (guint i = 0; i < way->names->len; i++) {
		is_known &= way->chosen[i]->is_known;
		numbers[i] = way->chosen[i]->value;
	}
	value = g_new0(struct flag_value, 1);
	value->condition = condition;
	value->definition = way->definition;
	value->via = g_ptr_array_new();
	value->is_known = is_known && evaluate(way->body, way->names, numbers,
					       &value->value);
	if (way->names->len == 1) {
		g_ptr_array_add(value->via, way->chosen[0]->definition->name);
		g_ptr_array_extend(value->via, way->chosen[0]->via, NULL, NULL);
	}
	g_ptr_array_add(ret_values, value);
}

/* All ways from the nr-th name on; the condition is taken. */
static void follow(struct flags *flags, struct way *way, guint nr,
		   char *condition, GPtrArray *ret_values)
{
	g_autofree char *known = condition;
	const GPtrArray *choices;

	if (ret_values->len >= WAYS_LIMIT)
		return;
	if (nr == way->names->len) {
		add_value(way, g_steal_pointer(&known), ret_values);
		return;
	}
	choices = flags_values(flags, g_ptr_array_index(way->names, nr));
	for (guint i = 0; i < choices->len; i++) {
		const struct flag_value *choice = g_ptr_array_index(choices, i);

		way->chosen[nr] = choice;
		follow(flags, way, nr + 1,
		       condition_and(known, choice->condition), ret_values);
	}
}

static void add_definition(struct flags *flags,
			   const struct flag_definition *definition,
			   GPtrArray *ret_values)
{
	g_autofree char *body =
		flag_macros_expand(flags->macros, definition->body);
	g_autoptr(GPtrArray) names =
		names_in(flags, strlen(body) > BODY_LIMIT ? "" : body);
	struct way way = {
		.definition = definition,
		.body = body,
		.names = names,
	};

	/* A mask of many flags is known to be one by that alone. */
	if (names->len > NAMES_LIMIT || strlen(body) > BODY_LIMIT) {
		g_ptr_array_set_size(names, 0);
		way.body = "";
	}
	follow(flags, &way, 0, g_strdup(definition->guard), ret_values);
}

const GPtrArray *flags_values(struct flags *flags, const char *name)
{
	GPtrArray *values = g_hash_table_lookup(flags->values, name);
	const GPtrArray *all = flags_defined(flags, name);

	if (values)
		return values;
	values = g_ptr_array_new_with_free_func(free_value);
	/* Until it is known, who asks is in a circle and gets nothing. */
	g_hash_table_insert(flags->values, g_strdup(name), values);
	if (flags->depth >= DEPTH_LIMIT)
		return values;
	flags->depth++;
	for (guint i = 0; all && i < all->len; i++)
		add_definition(flags, g_ptr_array_index(all, i), values);
	flags->depth--;
	return values;
}

char *flags_nonzero(struct flags *flags, const char *name)
{
	const GPtrArray *values = flags_values(flags, name);
	char *any = g_strdup("0");

	for (guint i = 0; i < values->len; i++) {
		const struct flag_value *value = g_ptr_array_index(values, i);
		g_autofree char *known = NULL;

		if (value->is_known && value->value == 0)
			continue;
		known = any;
		any = condition_or(known, value->condition);
	}
	return any;
}

static char *expand_flag(void *context, const char *name, bool is_defined)
{
	struct flags *flags = context;

	if (!flags_defined(flags, name))
		return NULL;
	return is_defined ? flags_expand_defined(flags, name, true) :
			    flags_nonzero(flags, name);
}

char *flags_settle(struct flags *flags, const char *condition)
{
	return condition_replace(condition, expand_flag, flags);
}
