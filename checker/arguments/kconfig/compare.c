// SPDX-License-Identifier: GPL-2.0-only
/* Comparisons of Kconfig files, by the rules of scripts/kconfig/expr.c. */
#include "compare.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum number_kind { NUMBER_NONE, NUMBER_SIGNED, NUMBER_UNSIGNED };

struct number {
	enum number_kind kind;
	long long value;
};

bool kconfig_symbol_is_logical(const struct kconfig_symbol *symbol)
{
	return symbol->type == KCONFIG_BOOL || symbol->type == KCONFIG_TRISTATE;
}

const char *kconfig_symbol_text(const struct kconfig_symbol *symbol)
{
	static const char *const names[] = { "n", "m", "y" };

	if (symbol->is_typed && kconfig_symbol_is_logical(symbol))
		return names[symbol->value];
	return symbol->text;
}

static struct number read_number(const struct kconfig_symbol *symbol,
				 const char *text)
{
	struct number number = { .kind = NUMBER_SIGNED };
	bool is_hex = symbol->is_typed && symbol->type == KCONFIG_HEX;
	bool is_int = symbol->is_typed && symbol->type == KCONFIG_INT;
	char *end = NULL;

	if (symbol->is_typed && symbol->type <= KCONFIG_TRISTATE) {
		number.value = symbol->value;
		return number;
	}
	errno = 0;
	if (is_hex) {
		number.kind = NUMBER_UNSIGNED;
		number.value = (long long)strtoull(text, &end, 16);
	} else {
		number.value = strtoll(text, &end, is_int ? 10 : 0);
	}
	if (errno || *end || end == text || !g_ascii_isxdigit(end[-1]))
		number.kind = NUMBER_NONE;
	return number;
}

static bool is_string(const struct kconfig_symbol *symbol)
{
	return symbol->is_typed && symbol->type == KCONFIG_STRING;
}

/* Below, at or above zero, as strcmp() says it. */
static int compare_symbols(const struct kconfig_symbol *first,
			   const struct kconfig_symbol *second)
{
	const char *text = kconfig_symbol_text(first);
	const char *other_text = kconfig_symbol_text(second);
	struct number number, other;

	if (is_string(first) && is_string(second))
		return strcmp(text, other_text);
	number = read_number(first, text);
	other = read_number(second, other_text);
	if (number.kind == NUMBER_NONE || other.kind == NUMBER_NONE)
		return strcmp(text, other_text);
	if (number.kind == NUMBER_UNSIGNED || other.kind == NUMBER_UNSIGNED) {
		unsigned long long left = (unsigned long long)number.value;
		unsigned long long right = (unsigned long long)other.value;

		return (left > right) - (left < right);
	}
	return (number.value > other.value) - (number.value < other.value);
}

static bool comparison_holds(enum kconfig_expression_kind kind, int order)
{
	switch (kind) {
	case EXPRESSION_EQUAL:
		return order == 0;
	case EXPRESSION_UNEQUAL:
		return order != 0;
	case EXPRESSION_LESS:
		return order < 0;
	case EXPRESSION_LESS_EQUAL:
		return order <= 0;
	case EXPRESSION_GREATER:
		return order > 0;
	default:
		return order >= 0;
	}
}

bool kconfig_comparison_holds(const struct kconfig_expression *expression)
{
	int order = compare_symbols(expression->first, expression->second);

	return comparison_holds(expression->kind, order);
}
