// SPDX-License-Identifier: GPL-2.0-only
/* Reads the expressions of options and if blocks from their tokens. */
#include "expression.h"
#include "parser.h"

/* Deepest nesting of parentheses and ! in one expression. */
#define NESTING_LIMIT 200

static struct kconfig_expression *parse_or(struct kconfig_parser *parser,
					   enum kconfig_expression_use use,
					   unsigned int nesting);

struct kconfig_symbol *kconfig_parse_symbol(struct kconfig_parser *parser)
{
	const struct kconfig_token *token = kconfig_parser_take(parser);

	if (token->kind == TOKEN_WORD || token->kind == TOKEN_EXPANDED)
		return kconfig_tree_symbol(parser->tree, token->text);
	if (token->kind == TOKEN_QUOTED)
		return kconfig_tree_constant(parser->tree, token->text);
	kconfig_parser_notice(parser, "expected a symbol");
	return NULL;
}

static bool is_comparison(enum kconfig_token_kind kind,
			  enum kconfig_expression_kind *ret_kind)
{
	switch (kind) {
	case TOKEN_EQUAL:
		*ret_kind = EXPRESSION_EQUAL;
		return true;
	case TOKEN_UNEQUAL:
		*ret_kind = EXPRESSION_UNEQUAL;
		return true;
	case TOKEN_LESS:
		*ret_kind = EXPRESSION_LESS;
		return true;
	case TOKEN_LESS_EQUAL:
		*ret_kind = EXPRESSION_LESS_EQUAL;
		return true;
	case TOKEN_GREATER:
		*ret_kind = EXPRESSION_GREATER;
		return true;
	case TOKEN_GREATER_EQUAL:
		*ret_kind = EXPRESSION_GREATER_EQUAL;
		return true;
	default:
		return false;
	}
}

static struct kconfig_expression *parse_comparison(
	struct kconfig_parser *parser, enum kconfig_expression_use use)
{
	struct kconfig_symbol *first = kconfig_parse_symbol(parser);
	struct kconfig_expression *expression;
	enum kconfig_expression_kind kind;
	struct kconfig_symbol *second;

	if (!first)
		return NULL;
	if (is_comparison(kconfig_parser_peek(parser)->kind, &kind)) {
		kconfig_parser_take(parser);
		second = kconfig_parse_symbol(parser);
		return second ? kconfig_expression_compare(parser->tree, kind,
							   first, second) :
				NULL;
	}
	expression = kconfig_expression_symbol(parser->tree, first);
	if (use == USE_CONDITION && first == parser->tree->module)
		expression->kind = EXPRESSION_MODULES;
	return expression;
}

static struct kconfig_expression *parse_unary(struct kconfig_parser *parser,
					      enum kconfig_expression_use use,
					      unsigned int nesting)
{
	enum kconfig_token_kind kind = kconfig_parser_peek(parser)->kind;
	struct kconfig_expression *inner;

	if (kind != TOKEN_NOT && kind != TOKEN_OPEN)
		return parse_comparison(parser, use);
	if (nesting >= NESTING_LIMIT) {
		kconfig_parser_notice(parser,
				      "expression is nested too deeply");
		return NULL;
	}
	kconfig_parser_take(parser);
	if (kind == TOKEN_NOT) {
		inner = parse_unary(parser, use, nesting + 1);
		return inner ? kconfig_expression_not(parser->tree, inner) :
			       NULL;
	}
	inner = parse_or(parser, use, nesting + 1);
	if (inner && kconfig_parser_take(parser)->kind != TOKEN_CLOSE) {
		kconfig_parser_notice(parser, "expected ')'");
		return NULL;
	}
	return inner;
}

static struct kconfig_expression *parse_and(struct kconfig_parser *parser,
					    enum kconfig_expression_use use,
					    unsigned int nesting)
{
	struct kconfig_expression *left = parse_unary(parser, use, nesting);

	while (left && kconfig_parser_peek(parser)->kind == TOKEN_AND) {
		struct kconfig_expression *right;

		kconfig_parser_take(parser);
		right = parse_unary(parser, use, nesting);
		left = right ? kconfig_expression_and(parser->tree, left,
						      right) :
			       NULL;
	}
	return left;
}

static struct kconfig_expression *parse_or(struct kconfig_parser *parser,
					   enum kconfig_expression_use use,
					   unsigned int nesting)
{
	struct kconfig_expression *left = parse_and(parser, use, nesting);

	while (left && kconfig_parser_peek(parser)->kind == TOKEN_OR) {
		struct kconfig_expression *right;

		kconfig_parser_take(parser);
		right = parse_and(parser, use, nesting);
		left = right ? kconfig_expression_or(parser->tree, left,
						     right) :
			       NULL;
	}
	return left;
}

struct kconfig_expression *kconfig_parse_expression(
	struct kconfig_parser *parser, enum kconfig_expression_use use)
{
	return parse_or(parser, use, 0);
}
