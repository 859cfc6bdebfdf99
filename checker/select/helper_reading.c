// SPDX-License-Identifier: GPL-2.0-only
/* Questions about the tokens of a helper's body. */
#include "helper_reading.h"

#include <string.h>

const struct lex_token *reading_token(const struct helper_reading *reading,
				      guint i)
{
	return &g_array_index(reading->helper->body, struct lex_token, i);
}

bool reading_is(const struct helper_reading *reading, guint i, const char *text)
{
	return i < reading->helper->body->len &&
	       lex_token_is(reading_token(reading, i), text);
}

bool reading_is_name(const struct helper_reading *reading, guint i)
{
	return i < reading->helper->body->len &&
	       reading_token(reading, i)->kind == LEX_IDENTIFIER;
}

static bool is_same(const struct lex_token *a, const struct lex_token *b)
{
	return a->length == b->length &&
	       strncmp(a->start, b->start, a->length) == 0;
}

/* The parameter that a token names or stands for; behind "->" it is a field. */
guint reading_parameter(const struct helper_reading *reading, guint i)
{
	const struct helper *helper = reading->helper;
	const struct lex_token *token = reading_token(reading, i);

	if (token->kind != LEX_IDENTIFIER ||
	    (i > 0 && (reading_is(reading, i - 1, ".") ||
		       reading_is(reading, i - 1, ">"))))
		return NO_PARAMETER;
	for (guint nr = 0; nr < helper->nr_parameters; nr++) {
		if (is_same(&helper->parameters[nr].name, token))
			return nr;
	}
	for (guint nr = 0; nr < reading->aliases->len; nr++) {
		const struct body_alias *alias =
			&g_array_index(reading->aliases, struct body_alias, nr);

		if (is_same(alias->name, token))
			return alias->parameter;
	}
	return NO_PARAMETER;
}

static bool is_flag_member(const struct helper_reading *reading, guint i)
{
	return reading_is(reading, i, "vm_flags") ||
	       reading_is(reading, i, "__vm_flags") ||
	       reading_is(reading, i, "flags") ||
	       reading_is(reading, i, "vma_flags") ||
	       reading_is(reading, i, "__vma_flags");
}

/* The first parameter is named in the range; *ret_at is where. */
bool reading_names_owner(const struct helper_reading *reading,
			 struct token_range range, guint *ret_at)
{
	for (guint i = range.from; i < range.to; i++) {
		if (reading_parameter(reading, i) == 0) {
			*ret_at = i;
			return true;
		}
	}
	return false;
}

/* `vma->flags.__vma_flags', `*bitmap', or the bitmap that is the parameter. */
bool reading_names_flags(const struct helper_reading *reading,
			 struct token_range range)
{
	const struct helper_parameter *owner = &reading->helper->parameters[0];
	guint at;

	if (!reading_names_owner(reading, range, &at))
		return false;
	if (owner->type == HELPER_BITMAP ||
	    !is_same(&owner->name, reading_token(reading, at)))
		return true;
	/* "->flags", or the member as an argument. */
	for (at++; at < range.to && !reading_is_name(reading, at);)
		at++;
	return at < range.to && is_flag_member(reading, at);
}

bool reading_is_complement(const struct helper_reading *reading,
			   struct token_range range, guint i)
{
	while (i > range.from && reading_is(reading, i - 1, "("))
		i--;
	return i > range.from && reading_is(reading, i - 1, "~");
}

/* Behind the parenthesis or bracket that closes the one at i. */
guint reading_behind(const struct helper_reading *reading, guint i)
{
	guint depth = 0;

	for (; i < reading->helper->body->len; i++) {
		if (reading_is(reading, i, "(") || reading_is(reading, i, "["))
			depth++;
		else if ((reading_is(reading, i, ")") ||
			  reading_is(reading, i, "]")) &&
			 --depth == 0)
			return i + 1;
	}
	return i;
}

/* The arguments of a call whose parenthesis opens at i; how many there are. */
guint reading_arguments(const struct helper_reading *reading, guint i,
			struct token_range *arguments)
{
	guint end = reading_behind(reading, i) - 1, nr = 0;
	struct token_range argument = { .from = i + 1 };

	for (i++; i <= end; i++) {
		if (i < end && (reading_is(reading, i, "(") ||
				reading_is(reading, i, "["))) {
			i = reading_behind(reading, i) - 1;
			continue;
		}
		if (i < end && !reading_is(reading, i, ","))
			continue;
		argument.to = i;
		if (nr < HELPER_PARAMETERS)
			arguments[nr++] = argument;
		argument.from = i + 1;
	}
	return nr;
}

/* `[1]', `[i]': behind the first word. */
bool reading_is_behind_first(const struct helper_reading *reading,
			     struct token_range range)
{
	for (guint i = range.from; i + 1 < range.to; i++) {
		if (reading_is(reading, i, "[") &&
		    !reading_is(reading, i + 1, "0"))
			return true;
	}
	return false;
}

/* `*flags = other', `vma->flags = other': all words at once. */
bool reading_is_whole(const struct helper_reading *reading,
		      struct token_range range)
{
	guint at;

	if (!reading_names_owner(reading, range, &at) ||
	    !is_same(&reading->helper->parameters[0].name,
		     reading_token(reading, at)))
		return false;
	for (guint i = at; i < range.to; i++) {
		if (reading_is(reading, i, "__vma_flags") ||
		    reading_is(reading, i, "vm_flags") ||
		    reading_is(reading, i, "__vm_flags"))
			return false;
	}
	return true;
}
