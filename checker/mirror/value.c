// SPDX-License-Identifier: GPL-2.0-only
/* Calculates in 64 bits: masks are written so that width does not matter. */
#include "value.h"

#include <stdlib.h>
#include <string.h>

#include "term.h"

struct valuing {
	value_lookup *lookup;
	void *context;
};

static bool value_in(const struct valuing *valuing, const struct term *term,
		     gint64 *ret_value);

static bool is(const char *op, const char *text)
{
	return strcmp(op, text) == 0;
}

static bool number_value(const char *text, gint64 *ret_value)
{
	char *end;

	*ret_value = (gint64)strtoull(text, &end, 0);
	return end > text && strspn(end, "uUlL") == strlen(end);
}

static bool unary_value(const char *op, gint64 value, gint64 *ret_value)
{
	if (is(op, "~"))
		*ret_value = ~value;
	else if (is(op, "-"))
		*ret_value = (gint64)(0 - (guint64)value);
	else if (is(op, "!"))
		*ret_value = !value;
	else if (is(op, "+"))
		*ret_value = value;
	else
		return false;
	return true;
}

static bool compared(const char *op, gint64 left, gint64 right,
		     gint64 *ret_value)
{
	if (is(op, "=="))
		*ret_value = left == right;
	else if (is(op, "!="))
		*ret_value = left != right;
	else if (is(op, "<"))
		*ret_value = left < right;
	else if (is(op, ">"))
		*ret_value = left > right;
	else if (is(op, "<="))
		*ret_value = left <= right;
	else if (is(op, ">="))
		*ret_value = left >= right;
	else if (is(op, "&&"))
		*ret_value = left && right;
	else if (is(op, "||"))
		*ret_value = left || right;
	else
		return false;
	return true;
}

static bool binary_value(const char *op, gint64 left, gint64 right,
			 gint64 *ret_value)
{
	const guint64 a = (guint64)left, b = (guint64)right;

	if (is(op, "|"))
		*ret_value = (gint64)(a | b);
	else if (is(op, "&"))
		*ret_value = (gint64)(a & b);
	else if (is(op, "^"))
		*ret_value = (gint64)(a ^ b);
	else if (is(op, "+"))
		*ret_value = (gint64)(a + b);
	else if (is(op, "-"))
		*ret_value = (gint64)(a - b);
	else if (is(op, "*"))
		*ret_value = (gint64)(a * b);
	else if (is(op, "<<") && b < 64)
		*ret_value = (gint64)(a << b);
	else if (is(op, ">>") && b < 64)
		*ret_value = (gint64)(a >> b);
	else
		return compared(op, left, right, ret_value);
	return true;
}

/* What decides is enough: the other side may have no value. */
static bool logical_value(const struct valuing *valuing,
			  const struct term *term, gint64 *ret_value)
{
	const bool is_and = is(term->text, "&&");
	gint64 left = 0, right = 0;
	const bool has_left = value_in(valuing, term_child(term, 0), &left);
	const bool has_right = value_in(valuing, term_child(term, 1), &right);

	if ((has_left && !left == is_and) || (has_right && !right == is_and))
		*ret_value = !is_and;
	else if (has_left && has_right)
		*ret_value = is_and;
	else
		return false;
	return true;
}

static bool operator_value(const struct valuing *valuing,
			   const struct term *term, gint64 *ret_value)
{
	gint64 left, right;

	if (term->kind == TERM_UNARY)
		return value_in(valuing, term_child(term, 0), &left) &&
		       unary_value(term->text, left, ret_value);
	if (is(term->text, "&&") || is(term->text, "||"))
		return logical_value(valuing, term, ret_value);
	if (!value_in(valuing, term_child(term, 0), ret_value))
		return false;
	/* Of what is or-ed there may be more than two. */
	for (guint i = 1; i < term->children->len; i++) {
		left = *ret_value;
		if (!value_in(valuing, term_child(term, i), &right) ||
		    !binary_value(term->text, left, right, ret_value))
			return false;
	}
	return true;
}

static bool value_in(const struct valuing *valuing, const struct term *term,
		     gint64 *ret_value)
{
	gint64 value;

	switch (term->kind) {
	case TERM_NUMBER:
		return number_value(term->text, ret_value);
	case TERM_NAME:
	case TERM_CALL:
		return valuing->lookup(valuing->context, term, ret_value);
	case TERM_UNARY:
	case TERM_BINARY:
		return operator_value(valuing, term, ret_value);
	case TERM_CONDITION:
		return value_in(valuing, term_child(term, 0), &value) &&
		       value_in(valuing, term_child(term, value ? 1 : 2),
				ret_value);
	case TERM_CAST:
		return value_in(valuing, term_child(term, 0), ret_value);
	default:
		return false;
	}
}

bool term_value(const struct term *term, value_lookup *lookup, void *context,
		gint64 *ret_value)
{
	const struct valuing valuing = { .lookup = lookup, .context = context };

	return value_in(&valuing, term, ret_value);
}
