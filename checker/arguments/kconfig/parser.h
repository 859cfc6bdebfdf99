/* SPDX-License-Identifier: GPL-2.0-only */
/* Reads Kconfig and all that it sources into a tree. */
#ifndef VMALINT_ARGUMENTS_KCONFIG_PARSER_H
#define VMALINT_ARGUMENTS_KCONFIG_PARSER_H

#include "lexer.h"

struct kconfig_parser {
	struct kconfig_tree *tree;
	struct kconfig_macros *macros;
	struct kconfig_lexer *lexer; /* innermost file */
	struct kconfig_entry *block; /* innermost menu, if or choice */
	struct kconfig_entry *entry; /* the one that options belong to */
	GArray *tokens;		     /* struct kconfig_token: a statement */
	guint at;		     /* the next token to look at */
	unsigned int line;	     /* of the statement */
	unsigned int nr_files;
	unsigned int nr_patterns;
	guint nr_entries; /* of folders that patterns have looked at */
	gsize nr_bytes;
};

/* How a lone m in an expression is meant. */
enum kconfig_expression_use {
	USE_CONDITION, /* m is n without MODULES */
	USE_VALUE,
};

enum kconfig_source_base { SOURCE_FROM_ROOT, SOURCE_FROM_FILE };
enum kconfig_source_need { SOURCE_MUST_EXIST, SOURCE_MAY_LACK };

/*
 * Reads the file at path, relative to the tree's root, and all that it
 * sources. False if it cannot be opened, with the reason.
 */
bool kconfig_parse(struct kconfig_tree *tree, struct kconfig_macros *macros,
		   const char *path, char **ret_reason);

/* Obeys an option line such as "depends on"; false if it is no option. */
bool kconfig_parse_option(struct kconfig_parser *parser);

/* The symbol or constant at parser->at; NULL with a notice if none is. */
struct kconfig_symbol *kconfig_parse_symbol(struct kconfig_parser *parser);

/* An expression at parser->at; NULL with a notice if it has a fault. */
struct kconfig_expression *kconfig_parse_expression(
	struct kconfig_parser *parser, enum kconfig_expression_use use);

/* Makes a file the one being read; its path is relative to the root. */
bool kconfig_parser_open(struct kconfig_parser *parser, const char *path,
			 char **ret_reason);

/* Goes back to the file that sourced this one; closes open blocks. */
void kconfig_parser_close(struct kconfig_parser *parser);

/* Obeys a source statement: opens the file, or queues what fits a pattern. */
void kconfig_parser_source(struct kconfig_parser *parser,
			   enum kconfig_source_base base,
			   enum kconfig_source_need need);

/* Opens the next queued file; false if there is none. */
bool kconfig_parser_open_pending(struct kconfig_parser *parser);

/* The token at parser->at; moves on to the next one if it is no TOKEN_END. */
const struct kconfig_token *kconfig_parser_peek(struct kconfig_parser *parser);
const struct kconfig_token *kconfig_parser_take(struct kconfig_parser *parser);

/* Takes the next token if it is that keyword. */
bool kconfig_parser_take_word(struct kconfig_parser *parser, const char *word);

/* A notice at the statement; false, for callers to return. */
bool kconfig_parser_notice(struct kconfig_parser *parser, const char *text);

#endif
