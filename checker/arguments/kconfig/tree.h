/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What the Kconfig files say: symbols, their properties, and the nesting of
 * the entries that define them. Everything belongs to the tree and dies with
 * it. The parser fills the tree, kconfig_tree_finish() spreads dependencies
 * from outer entries to inner ones, and evaluate.h works out the values.
 */
#ifndef VMALINT_ARGUMENTS_KCONFIG_TREE_H
#define VMALINT_ARGUMENTS_KCONFIG_TREE_H

#include <glib.h>
#include <stdbool.h>

#include "kconfig.h"

enum tristate { TRISTATE_N, TRISTATE_M, TRISTATE_Y };

/* How the tree's own conf program treats choices; told by its sources. */
enum kconfig_choice_model {
	CHOICE_IS_GROUP,  /* one visible member is y; the choice has no value */
	CHOICE_IS_SYMBOL, /* the choice has a value that bounds its members */
};

enum kconfig_expression_kind {
	EXPRESSION_SYMBOL,
	EXPRESSION_MODULES, /* a literal m in a condition: m && MODULES */
	EXPRESSION_NOT,
	EXPRESSION_AND,
	EXPRESSION_OR,
	EXPRESSION_EQUAL,
	EXPRESSION_UNEQUAL,
	EXPRESSION_LESS,
	EXPRESSION_LESS_EQUAL,
	EXPRESSION_GREATER,
	EXPRESSION_GREATER_EQUAL,
};

struct kconfig_expression {
	enum kconfig_expression_kind kind;
	unsigned int generation; /* of the evaluation that set value */
	enum tristate value;
	union {
		struct kconfig_expression *left; /* NOT, AND, OR */
		struct kconfig_symbol *first;	 /* symbol, comparisons */
	};
	union {
		struct kconfig_expression *right; /* AND, OR */
		struct kconfig_symbol *second;	  /* comparisons */
	};
};

enum kconfig_property_kind {
	PROPERTY_PROMPT,
	PROPERTY_DEFAULT,
	PROPERTY_SELECT,
	PROPERTY_IMPLY,
	PROPERTY_RANGE,
};

/* One attribute of a symbol, as given by one of its entries. */
struct kconfig_property {
	struct kconfig_property *next; /* of the same symbol, in file order */
	enum kconfig_property_kind kind;
	struct kconfig_entry *entry;
	struct kconfig_expression *condition; /* NULL: always */
	struct kconfig_expression *value;     /* of a default */
	struct kconfig_symbol *target;	      /* of select, imply */
	struct kconfig_symbol *lowest;	      /* of a range */
	struct kconfig_symbol *highest;
};

/* A way in which something else raises a symbol, or its dependencies. */
struct kconfig_reason {
	struct kconfig_reason *next;
	struct kconfig_symbol *selector; /* NULL for plain dependencies */
	struct kconfig_expression *condition;
};

enum kconfig_entry_kind {
	ENTRY_ROOT,
	ENTRY_CONFIG,
	ENTRY_CHOICE,
	ENTRY_MENU,
	ENTRY_IF,
	ENTRY_COMMENT,
};

/* A place in a Kconfig file that opens a block or defines a symbol. */
struct kconfig_entry {
	struct kconfig_entry *parent;
	enum kconfig_entry_kind kind;
	bool has_prompt;
	unsigned int depth;		       /* of a block */
	struct kconfig_symbol *symbol;	       /* of config and choice */
	struct kconfig_expression *dependency; /* with parents' when finished */
	struct kconfig_expression *visibility; /* with parents' always */
	const char *path;
	unsigned int line;
};

/*
 * A symbol, a constant, or a choice. Symbols that no entry gives a type stand
 * for their own name, as the number in "range 1 64" does.
 */
struct kconfig_symbol {
	const char *name; /* NULL: choice without a name */
	bool is_typed;
	bool is_fixed; /* y, m and n themselves */
	bool is_choice;
	bool is_optional;     /* choice that may have no member chosen */
	bool is_transitional; /* read from old configurations, never written */
	enum kconfig_type type;
	struct kconfig_property *properties;
	struct kconfig_property **properties_end;
	struct kconfig_reason *selectors;
	struct kconfig_reason *implications;
	struct kconfig_reason *dependencies;
	struct kconfig_symbol *choice; /* the one it is a member of */
	GPtrArray *members;	       /* of a choice, in file order */
	GPtrArray *ranking;	       /* members, latest pin first */

	/* What the user wants; counts only where the symbol is visible. */
	bool has_wish;
	enum tristate wish;
	const char *wish_text;
	struct kconfig_symbol *wished_member;

	/* What the evaluation of this generation worked out. */
	unsigned int generation;
	enum tristate visible;
	enum tristate depended;
	enum tristate selected;
	enum tristate implied;
	enum tristate value;
	const char *text; /* of int, hex, string, and what has no type */
	struct kconfig_symbol *chosen;
	bool is_written;
};

struct kconfig_tree {
	struct session *session;
	const struct view *view; /* that of the request */
	char *root;		 /* absolute */
	enum kconfig_choice_model choice_model;
	GPtrArray *blocks;     /* memory of all that has a fixed size */
	gsize block_used;      /* bytes taken of the last block */
	GStringChunk *strings; /* names and texts */
	GHashTable *symbols;   /* const char * -> struct kconfig_symbol * */
	GHashTable *constants; /* the same, for what is quoted */
	GHashTable *choices;   /* the same, for choices that have a name */
	GPtrArray *all_choices;
	GPtrArray *entries;    /* struct kconfig_entry *, parents first */
	GPtrArray *properties; /* struct kconfig_property * */
	struct kconfig_symbol *yes;
	struct kconfig_symbol *module;
	struct kconfig_symbol *no;
	struct kconfig_symbol *modules; /* the symbol with "modules" */
	const char *title;		/* of mainmenu, or NULL */
	GPtrArray *files; /* char *, absolute: what was read or looked for */
	unsigned int nr_notices;
};

/* Makes an empty tree with its root entry; pair with kconfig_tree_free(). */
struct kconfig_tree *kconfig_tree_new(struct session *session,
				      const struct kconfig_request *request,
				      enum kconfig_choice_model model);
void kconfig_tree_free(struct kconfig_tree *tree);

/* Zeroed memory with the life of the tree. */
void *kconfig_tree_allocate(struct kconfig_tree *tree, gsize size);

/* A PROBLEM_NOTED; after a hundred only counted, for finish() to tell. */
void kconfig_tree_notice(struct kconfig_tree *tree, const char *path,
			 unsigned int line, const char *format, ...)
	G_GNUC_PRINTF(4, 5);

/* The symbol or the constant of that name, made when first asked for. */
struct kconfig_symbol *kconfig_tree_symbol(struct kconfig_tree *tree,
					   const char *name);
struct kconfig_symbol *kconfig_tree_constant(struct kconfig_tree *tree,
					     const char *text);

/* The choice of that name, or a new one when name is NULL or unknown. */
struct kconfig_symbol *kconfig_tree_choice(struct kconfig_tree *tree,
					   const char *name);

/* Adds an entry; symbol is NULL for all but config and choice. */
struct kconfig_entry *kconfig_tree_add_entry(struct kconfig_tree *tree,
					     enum kconfig_entry_kind kind,
					     struct kconfig_entry *parent,
					     struct kconfig_symbol *symbol);

/* Adds a property to the symbol of an entry; the caller fills the rest. */
struct kconfig_property *kconfig_tree_add_property(
	struct kconfig_tree *tree, struct kconfig_entry *entry,
	enum kconfig_property_kind kind, struct kconfig_expression *condition);

/* To be called once, when all files are read. */
void kconfig_tree_finish(struct kconfig_tree *tree);
#endif
