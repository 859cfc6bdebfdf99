// SPDX-License-Identifier: GPL-2.0-only
/* Options of entries; the expressions in them are read by condition.c. */
#include "expression.h"
#include "parser.h"

enum option_kind {
	OPTION_TYPE,
	OPTION_DEFAULT,
	OPTION_DEPENDS,
	OPTION_SELECT,
	OPTION_HELP,
	OPTION_PROMPT,
	OPTION_RANGE,
	OPTION_VISIBLE,
	OPTION_MODULES,
	OPTION_OPTIONAL,
	OPTION_TRANSITIONAL,
	OPTION_OLD,
};

struct option {
	const char *word;
	enum option_kind kind;
	int detail; /* a kconfig_type or a kconfig_property_kind */
};

#define NO_TYPE (-1)

/* "if ..." at the end of a line, or nothing. False if it has a fault. */
static bool parse_if(struct kconfig_parser *parser,
		     struct kconfig_expression **ret_condition)
{
	*ret_condition = NULL;
	if (kconfig_parser_take_word(parser, "if")) {
		*ret_condition =
			kconfig_parse_expression(parser, USE_CONDITION);
		if (!*ret_condition)
			return false;
	}
	if (kconfig_parser_peek(parser)->kind != TOKEN_END)
		return kconfig_parser_notice(
			parser, "unexpected text after the option");
	return true;
}

static bool has_symbol(struct kconfig_parser *parser)
{
	if (parser->entry->symbol)
		return true;
	return kconfig_parser_notice(parser,
				     "option needs a config or a choice");
}

static void set_type(struct kconfig_symbol *symbol, enum kconfig_type type)
{
	if (symbol->is_typed)
		return;
	symbol->is_typed = true;
	symbol->type = type;
}

static bool parse_prompt(struct kconfig_parser *parser)
{
	struct kconfig_entry *entry = parser->entry;
	struct kconfig_expression *condition;

	if (!has_symbol(parser))
		return false;
	if (kconfig_parser_take(parser)->kind != TOKEN_QUOTED)
		return kconfig_parser_notice(parser, "prompt is not quoted");
	if (!parse_if(parser, &condition))
		return false;
	condition = kconfig_expression_and(parser->tree, condition,
					   entry->parent->visibility);
	entry->has_prompt = true;
	kconfig_tree_add_property(parser->tree, entry, PROPERTY_PROMPT,
				  condition);
	return true;
}

static bool parse_type(struct kconfig_parser *parser, int type)
{
	if (!has_symbol(parser))
		return false;
	set_type(parser->entry->symbol, (enum kconfig_type)type);
	if (kconfig_parser_peek(parser)->kind == TOKEN_END)
		return true;
	return parse_prompt(parser);
}

static bool parse_default(struct kconfig_parser *parser, int type)
{
	struct kconfig_expression *condition, *value;

	if (!has_symbol(parser))
		return false;
	value = kconfig_parse_expression(parser, USE_VALUE);
	if (!value || !parse_if(parser, &condition))
		return false;
	if (type != NO_TYPE)
		set_type(parser->entry->symbol, (enum kconfig_type)type);
	kconfig_tree_add_property(parser->tree, parser->entry, PROPERTY_DEFAULT,
				  condition)
		->value = value;
	return true;
}

static bool parse_select(struct kconfig_parser *parser, int kind)
{
	struct kconfig_expression *condition;
	struct kconfig_symbol *target;

	if (!has_symbol(parser))
		return false;
	target = kconfig_parse_symbol(parser);
	if (!target || !parse_if(parser, &condition))
		return false;
	kconfig_tree_add_property(parser->tree, parser->entry,
				  (enum kconfig_property_kind)kind, condition)
		->target = target;
	return true;
}

static bool parse_range(struct kconfig_parser *parser)
{
	struct kconfig_symbol *lowest, *highest;
	struct kconfig_expression *condition;
	struct kconfig_property *range;

	if (!has_symbol(parser))
		return false;
	lowest = kconfig_parse_symbol(parser);
	highest = lowest ? kconfig_parse_symbol(parser) : NULL;
	if (!highest || !parse_if(parser, &condition))
		return false;
	range = kconfig_tree_add_property(parser->tree, parser->entry,
					  PROPERTY_RANGE, condition);
	range->lowest = lowest;
	range->highest = highest;
	return true;
}

/* "depends on A if B" of newer kernels asks for A only where B holds. */
static bool parse_depends(struct kconfig_parser *parser)
{
	struct kconfig_entry *entry = parser->entry;
	struct kconfig_expression *dependency, *condition;

	if (!kconfig_parser_take_word(parser, "on"))
		return kconfig_parser_notice(parser, "expected 'depends on'");
	dependency = kconfig_parse_expression(parser, USE_CONDITION);
	if (!dependency || !parse_if(parser, &condition))
		return false;
	if (condition)
		dependency = kconfig_expression_or(
			parser->tree, dependency,
			kconfig_expression_not(parser->tree, condition));
	entry->dependency = kconfig_expression_and(
		parser->tree, entry->dependency, dependency);
	return true;
}

static bool parse_visible(struct kconfig_parser *parser)
{
	struct kconfig_expression *condition;

	if (!parse_if(parser, &condition))
		return false;
	parser->entry->visibility = kconfig_expression_and(
		parser->tree, parser->entry->visibility, condition);
	return true;
}

static bool parse_modules(struct kconfig_parser *parser)
{
	if (!has_symbol(parser))
		return false;
	parser->tree->modules = parser->entry->symbol;
	return true;
}

/* "option modules" and "option env=NAME" of older kernels. */
static bool parse_old_option(struct kconfig_parser *parser)
{
	const struct kconfig_token *value;
	const char *text;

	if (!has_symbol(parser))
		return false;
	if (kconfig_parser_take_word(parser, "modules"))
		return parse_modules(parser);
	if (!kconfig_parser_take_word(parser, "env"))
		return true; /* the others do not change values */
	if (kconfig_parser_take(parser)->kind != TOKEN_EQUAL)
		return kconfig_parser_notice(parser, "expected 'env='");
	value = kconfig_parser_take(parser);
	text = value->text ?
		       kconfig_macros_environment(parser->macros, value->text) :
		       NULL;
	if (!text)
		return true;
	kconfig_tree_add_property(parser->tree, parser->entry, PROPERTY_DEFAULT,
				  NULL)
		->value = kconfig_expression_symbol(
		parser->tree, kconfig_tree_constant(parser->tree, text));
	return true;
}

static const struct option options[] = {
	{ "bool", OPTION_TYPE, KCONFIG_BOOL },
	{ "boolean", OPTION_TYPE, KCONFIG_BOOL },
	{ "tristate", OPTION_TYPE, KCONFIG_TRISTATE },
	{ "int", OPTION_TYPE, KCONFIG_INT },
	{ "hex", OPTION_TYPE, KCONFIG_HEX },
	{ "string", OPTION_TYPE, KCONFIG_STRING },
	{ "def_bool", OPTION_DEFAULT, KCONFIG_BOOL },
	{ "def_tristate", OPTION_DEFAULT, KCONFIG_TRISTATE },
	{ "default", OPTION_DEFAULT, NO_TYPE },
	{ "depends", OPTION_DEPENDS, 0 },
	{ "select", OPTION_SELECT, PROPERTY_SELECT },
	{ "imply", OPTION_SELECT, PROPERTY_IMPLY },
	{ "help", OPTION_HELP, 0 },
	{ "---help---", OPTION_HELP, 0 },
	{ "prompt", OPTION_PROMPT, 0 },
	{ "range", OPTION_RANGE, 0 },
	{ "visible", OPTION_VISIBLE, 0 },
	{ "modules", OPTION_MODULES, 0 },
	{ "optional", OPTION_OPTIONAL, 0 },
	{ "transitional", OPTION_TRANSITIONAL, 0 },
	{ "option", OPTION_OLD, 0 },
};

static bool parse_flag(struct kconfig_parser *parser, enum option_kind kind)
{
	if (!has_symbol(parser))
		return false;
	if (kind == OPTION_OPTIONAL)
		parser->entry->symbol->is_optional = true;
	else
		parser->entry->symbol->is_transitional = true;
	return true;
}

static bool obey_option(struct kconfig_parser *parser,
			const struct option *option)
{
	switch (option->kind) {
	case OPTION_TYPE:
		return parse_type(parser, option->detail);
	case OPTION_DEFAULT:
		return parse_default(parser, option->detail);
	case OPTION_DEPENDS:
		return parse_depends(parser);
	case OPTION_SELECT:
		return parse_select(parser, option->detail);
	case OPTION_PROMPT:
		return parse_prompt(parser);
	case OPTION_RANGE:
		return parse_range(parser);
	case OPTION_VISIBLE:
		return parse_visible(parser);
	case OPTION_MODULES:
		return parse_modules(parser);
	case OPTION_OLD:
		return parse_old_option(parser);
	case OPTION_OPTIONAL:
	case OPTION_TRANSITIONAL:
		return parse_flag(parser, option->kind);
	case OPTION_HELP:
		break;
	}
	return true;
}

bool kconfig_parse_option(struct kconfig_parser *parser)
{
	for (gsize i = 0; i < G_N_ELEMENTS(options); i++) {
		if (!kconfig_parser_take_word(parser, options[i].word))
			continue;
		if (options[i].kind == OPTION_HELP)
			kconfig_lexer_skip_help(parser->lexer);
		else if (parser->entry)
			obey_option(parser, &options[i]);
		else
			kconfig_parser_notice(parser,
					      "option belongs to no entry");
		return true;
	}
	return false;
}
