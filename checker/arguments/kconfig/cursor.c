// SPDX-License-Identifier: GPL-2.0-only
/* The tokens of a statement, one after the other. */
#include <string.h>

#include "parser.h"
#include "tree.h"

const struct kconfig_token *kconfig_parser_peek(struct kconfig_parser *parser)
{
	return &g_array_index(parser->tokens, struct kconfig_token, parser->at);
}

const struct kconfig_token *kconfig_parser_take(struct kconfig_parser *parser)
{
	const struct kconfig_token *token = kconfig_parser_peek(parser);

	if (token->kind != TOKEN_END)
		parser->at++;
	return token;
}

bool kconfig_parser_take_word(struct kconfig_parser *parser, const char *word)
{
	const struct kconfig_token *token = kconfig_parser_peek(parser);

	if (token->kind != TOKEN_WORD || strcmp(token->text, word) != 0)
		return false;
	parser->at++;
	return true;
}

bool kconfig_parser_notice(struct kconfig_parser *parser, const char *text)
{
	kconfig_tree_notice(parser->tree, parser->lexer->path, parser->line,
			    "%s", text);
	return false;
}
