// SPDX-License-Identifier: GPL-2.0-only
/*
 * Statements of Kconfig files: entries, blocks and assignments. Options of
 * entries are in option.c, the opening of files in source.c.
 */
#include "parser.h"

#include <string.h>

#include "expression.h"

/* The kernel nests its blocks less than twenty deep. */
#define BLOCKS_LIMIT 500

enum statement_kind {
	STATEMENT_CONFIG,
	STATEMENT_IF,
	STATEMENT_MENU,
	STATEMENT_CHOICE,
	STATEMENT_END,
	STATEMENT_COMMENT,
	STATEMENT_MAINMENU,
	STATEMENT_SOURCE,
};

struct statement {
	const char *word;
	enum statement_kind kind;
	enum kconfig_entry_kind closes; /* of STATEMENT_END */
	enum kconfig_source_base base;	/* of STATEMENT_SOURCE */
	enum kconfig_source_need need;
};

static void open_entry(struct kconfig_parser *parser,
		       enum kconfig_entry_kind kind,
		       struct kconfig_symbol *symbol)
{
	parser->entry = kconfig_tree_add_entry(parser->tree, kind,
					       parser->block, symbol);
	parser->entry->path = parser->lexer->path;
	parser->entry->line = parser->line;
	parser->entry->visibility = parser->block->visibility;
}

static void open_block(struct kconfig_parser *parser,
		       enum kconfig_entry_kind kind,
		       struct kconfig_symbol *symbol)
{
	open_entry(parser, kind, symbol);
	parser->entry->depth = parser->block->depth + 1;
	parser->block = parser->entry;
	if (parser->block->depth < BLOCKS_LIMIT)
		return;
	kconfig_parser_notice(parser, "blocks are nested too deeply; "
				      "the rest of the file is left out");
	parser->lexer->at = parser->lexer->end;
}

static void parse_config(struct kconfig_parser *parser)
{
	const struct kconfig_token *name = kconfig_parser_take(parser);
	struct kconfig_symbol *symbol = NULL;

	parser->entry = NULL;
	if (name->kind == TOKEN_WORD || name->kind == TOKEN_EXPANDED)
		symbol = kconfig_tree_symbol(parser->tree, name->text);
	if (!symbol || symbol->is_fixed)
		kconfig_parser_notice(parser, "config has no name of its own");
	else
		open_entry(parser, ENTRY_CONFIG, symbol);
}

static void parse_choice(struct kconfig_parser *parser)
{
	const struct kconfig_token *name = kconfig_parser_take(parser);

	open_block(parser, ENTRY_CHOICE,
		   kconfig_tree_choice(parser->tree, name->text));
}

/* A condition with a fault guards nothing: the entries still count. */
static void parse_if_block(struct kconfig_parser *parser)
{
	struct kconfig_expression *condition =
		kconfig_parse_expression(parser, USE_CONDITION);

	open_block(parser, ENTRY_IF, NULL);
	parser->block->dependency = condition;
	parser->entry = NULL;
}

static bool is_open_here(const struct kconfig_parser *parser,
			 enum kconfig_entry_kind kind)
{
	const struct kconfig_entry *block = parser->block;

	while (block != parser->lexer->block && block->kind != kind)
		block = block->parent;
	return block != parser->lexer->block;
}

static void parse_end(struct kconfig_parser *parser,
		      enum kconfig_entry_kind kind)
{
	parser->entry = NULL;
	if (!is_open_here(parser, kind)) {
		kconfig_parser_notice(parser,
				      "end of a block that is not open");
		return;
	}
	while (parser->block->kind != kind) {
		kconfig_parser_notice(parser, "a block inside lacks its end");
		parser->block = parser->block->parent;
	}
	parser->block = parser->block->parent;
}

static void parse_mainmenu(struct kconfig_parser *parser)
{
	const struct kconfig_token *title = kconfig_parser_take(parser);

	parser->entry = NULL;
	if (title->kind == TOKEN_QUOTED)
		parser->tree->title = title->text;
}

static void parse_assignment(struct kconfig_parser *parser)
{
	const struct kconfig_token *token =
		&g_array_index(parser->tokens, struct kconfig_token, 0);
	enum kconfig_flavor flavor = FLAVOR_RECURSIVE;

	if (token[1].kind == TOKEN_COLON_EQUAL)
		flavor = FLAVOR_SIMPLE;
	else if (token[1].kind == TOKEN_PLUS_EQUAL)
		flavor = FLAVOR_APPEND;
	kconfig_macros_assign(parser->macros, token[0].text, flavor,
			      token[2].text);
}

static const struct statement statements[] = {
	{ .word = "config", .kind = STATEMENT_CONFIG },
	{ .word = "menuconfig", .kind = STATEMENT_CONFIG },
	{ .word = "if", .kind = STATEMENT_IF },
	{ .word = "endif", .kind = STATEMENT_END, .closes = ENTRY_IF },
	{ .word = "menu", .kind = STATEMENT_MENU },
	{ .word = "endmenu", .kind = STATEMENT_END, .closes = ENTRY_MENU },
	{ .word = "choice", .kind = STATEMENT_CHOICE },
	{ .word = "endchoice", .kind = STATEMENT_END, .closes = ENTRY_CHOICE },
	{ .word = "comment", .kind = STATEMENT_COMMENT },
	{ .word = "mainmenu", .kind = STATEMENT_MAINMENU },
	{ .word = "source", .kind = STATEMENT_SOURCE },
	{ .word = "rsource",
	  .kind = STATEMENT_SOURCE,
	  .base = SOURCE_FROM_FILE },
	{ .word = "osource",
	  .kind = STATEMENT_SOURCE,
	  .need = SOURCE_MAY_LACK },
	{ .word = "orsource",
	  .kind = STATEMENT_SOURCE,
	  .base = SOURCE_FROM_FILE,
	  .need = SOURCE_MAY_LACK },
};

static void obey_statement(struct kconfig_parser *parser,
			   const struct statement *statement)
{
	switch (statement->kind) {
	case STATEMENT_CONFIG:
		parse_config(parser);
		break;
	case STATEMENT_IF:
		parse_if_block(parser);
		break;
	case STATEMENT_MENU:
		open_block(parser, ENTRY_MENU, NULL);
		break;
	case STATEMENT_CHOICE:
		parse_choice(parser);
		break;
	case STATEMENT_END:
		parse_end(parser, statement->closes);
		break;
	case STATEMENT_COMMENT:
		open_entry(parser, ENTRY_COMMENT, NULL);
		break;
	case STATEMENT_MAINMENU:
		parse_mainmenu(parser);
		break;
	case STATEMENT_SOURCE:
		kconfig_parser_source(parser, statement->base, statement->need);
		break;
	}
}

static void parse_statement(struct kconfig_parser *parser)
{
	parser->at = 0;
	if (parser->tokens->len == 4 &&
	    g_array_index(parser->tokens, struct kconfig_token, 2).kind ==
		    TOKEN_VALUE) {
		parse_assignment(parser);
		return;
	}
	if (kconfig_parse_option(parser))
		return;
	for (gsize i = 0; i < G_N_ELEMENTS(statements); i++) {
		if (!kconfig_parser_take_word(parser, statements[i].word))
			continue;
		obey_statement(parser, &statements[i]);
		return;
	}
	kconfig_parser_notice(parser, "statement is not understood");
}

bool kconfig_parse(struct kconfig_tree *tree, struct kconfig_macros *macros,
		   const char *path, char **ret_reason)
{
	struct kconfig_parser parser = {
		.tree = tree,
		.macros = macros,
		.block = g_ptr_array_index(tree->entries, 0),
	};

	if (!kconfig_parser_open(&parser, path, ret_reason))
		return false;
	parser.tokens = g_array_new(FALSE, FALSE, sizeof(struct kconfig_token));
	while (parser.lexer) {
		if (kconfig_parser_open_pending(&parser))
			continue;
		parser.line =
			kconfig_lexer_next(parser.lexer, macros, parser.tokens);
		if (parser.line > 0)
			parse_statement(&parser);
		else
			kconfig_parser_close(&parser);
	}
	g_array_free(parser.tokens, TRUE);
	return true;
}
