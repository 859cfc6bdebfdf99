// SPDX-License-Identifier: GPL-2.0-only
/*
 * Keeps symbols, entries and properties, and spreads dependencies from outer
 * entries to inner ones. Evaluates nothing.
 */
#include "tree.h"

#include <stdarg.h>

#include "base/session.h"
#include "expression.h"

#define STRINGS_BLOCK ((gsize)64 << 10)
#define NOTICES_SHOWN 100

void kconfig_tree_notice(struct kconfig_tree *tree, const char *path,
			 unsigned int line, const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list args;

	if (tree->nr_notices++ >= NOTICES_SHOWN)
		return;
	va_start(args, format);
	text = g_strdup_vprintf(format, args);
	va_end(args);
	session_notice(tree->session, "kconfig", path, line, "%s", text);
}

static struct kconfig_symbol *new_symbol(struct kconfig_tree *tree,
					 const char *name)
{
	struct kconfig_symbol *symbol =
		kconfig_tree_allocate(tree, sizeof(*symbol));

	symbol->name = name;
	symbol->properties_end = &symbol->properties;
	return symbol;
}

static struct kconfig_symbol *find_or_add(struct kconfig_tree *tree,
					  GHashTable *table, const char *name)
{
	struct kconfig_symbol *symbol = g_hash_table_lookup(table, name);

	if (symbol)
		return symbol;
	symbol = new_symbol(tree, g_string_chunk_insert(tree->strings, name));
	g_hash_table_insert(table, (char *)symbol->name, symbol);
	return symbol;
}

static struct kconfig_symbol *new_fixed(struct kconfig_tree *tree,
					const char *name, enum tristate value)
{
	struct kconfig_symbol *symbol = new_symbol(tree, name);

	symbol->is_typed = true;
	symbol->is_fixed = true;
	symbol->type = KCONFIG_TRISTATE;
	symbol->value = value;
	symbol->text = name;
	return symbol;
}

static struct kconfig_symbol *find_fixed(struct kconfig_tree *tree,
					 const char *name)
{
	if (name[0] == '\0' || name[1] != '\0')
		return NULL;
	switch (name[0]) {
	case 'y':
		return tree->yes;
	case 'm':
		return tree->module;
	case 'n':
		return tree->no;
	default:
		return NULL;
	}
}

struct kconfig_symbol *kconfig_tree_symbol(struct kconfig_tree *tree,
					   const char *name)
{
	struct kconfig_symbol *fixed = find_fixed(tree, name);

	return fixed ? fixed : find_or_add(tree, tree->symbols, name);
}

struct kconfig_symbol *kconfig_tree_constant(struct kconfig_tree *tree,
					     const char *text)
{
	struct kconfig_symbol *fixed = find_fixed(tree, text);

	return fixed ? fixed : find_or_add(tree, tree->constants, text);
}

struct kconfig_symbol *kconfig_tree_choice(struct kconfig_tree *tree,
					   const char *name)
{
	struct kconfig_symbol *choice =
		name ? find_or_add(tree, tree->choices, name) :
		       new_symbol(tree, NULL);

	if (choice->is_choice)
		return choice;
	choice->is_choice = true;
	choice->members = g_ptr_array_new();
	choice->ranking = g_ptr_array_new();
	g_ptr_array_add(tree->all_choices, choice);
	if (tree->choice_model == CHOICE_IS_GROUP) {
		choice->is_typed = true;
		choice->type = KCONFIG_BOOL;
	}
	return choice;
}

struct kconfig_entry *kconfig_tree_add_entry(struct kconfig_tree *tree,
					     enum kconfig_entry_kind kind,
					     struct kconfig_entry *parent,
					     struct kconfig_symbol *symbol)
{
	struct kconfig_entry *entry =
		kconfig_tree_allocate(tree, sizeof(*entry));

	entry->kind = kind;
	entry->parent = parent;
	entry->symbol = symbol;
	g_ptr_array_add(tree->entries, entry);
	return entry;
}

struct kconfig_property *kconfig_tree_add_property(
	struct kconfig_tree *tree, struct kconfig_entry *entry,
	enum kconfig_property_kind kind, struct kconfig_expression *condition)
{
	struct kconfig_property *property =
		kconfig_tree_allocate(tree, sizeof(*property));
	struct kconfig_symbol *symbol = entry->symbol;

	property->kind = kind;
	property->entry = entry;
	property->condition = condition;
	*symbol->properties_end = property;
	symbol->properties_end = &property->next;
	g_ptr_array_add(tree->properties, property);
	return property;
}

struct kconfig_tree *kconfig_tree_new(struct session *session,
				      const struct kconfig_request *request,
				      enum kconfig_choice_model model)
{
	struct kconfig_tree *tree = g_new0(struct kconfig_tree, 1);

	tree->session = session;
	tree->view = request->view;
	tree->root = g_canonicalize_filename(request->root, NULL);
	tree->choice_model = model;
	tree->blocks = g_ptr_array_new_with_free_func(g_free);
	tree->strings = g_string_chunk_new(STRINGS_BLOCK);
	tree->symbols = g_hash_table_new(g_str_hash, g_str_equal);
	tree->constants = g_hash_table_new(g_str_hash, g_str_equal);
	tree->choices = g_hash_table_new(g_str_hash, g_str_equal);
	tree->all_choices = g_ptr_array_new();
	tree->entries = g_ptr_array_new();
	tree->properties = g_ptr_array_new();
	tree->files = g_ptr_array_new_with_free_func(g_free);
	tree->yes = new_fixed(tree, "y", TRISTATE_Y);
	tree->module = new_fixed(tree, "m", TRISTATE_M);
	tree->no = new_fixed(tree, "n", TRISTATE_N);
	tree->modules = tree->no;
	kconfig_tree_add_entry(tree, ENTRY_ROOT, NULL, NULL);
	return tree;
}

void kconfig_tree_free(struct kconfig_tree *tree)
{
	for (guint i = 0; i < tree->all_choices->len; i++) {
		struct kconfig_symbol *choice =
			g_ptr_array_index(tree->all_choices, i);

		g_ptr_array_free(choice->members, TRUE);
		g_ptr_array_free(choice->ranking, TRUE);
	}
	g_ptr_array_free(tree->all_choices, TRUE);
	g_ptr_array_free(tree->entries, TRUE);
	g_ptr_array_free(tree->properties, TRUE);
	g_ptr_array_unref(tree->files);
	g_hash_table_destroy(tree->symbols);
	g_hash_table_destroy(tree->constants);
	g_hash_table_destroy(tree->choices);
	g_string_chunk_free(tree->strings);
	g_ptr_array_free(tree->blocks, TRUE);
	g_free(tree->root);
	g_free(tree);
}

static void add_reason(struct kconfig_tree *tree, struct kconfig_reason **list,
		       struct kconfig_symbol *selector,
		       struct kconfig_expression *condition)
{
	struct kconfig_reason *reason =
		kconfig_tree_allocate(tree, sizeof(*reason));

	reason->selector = selector;
	reason->condition = condition;
	reason->next = *list;
	*list = reason;
}

static struct kconfig_symbol *enclosing_choice(
	const struct kconfig_entry *entry)
{
	const struct kconfig_entry *outer = entry->parent;

	while (outer && outer->kind == ENTRY_IF)
		outer = outer->parent;
	return outer && outer->kind == ENTRY_CHOICE ? outer->symbol : NULL;
}

static void join_choice(struct kconfig_entry *entry)
{
	struct kconfig_symbol *choice = enclosing_choice(entry);

	if (!choice || !entry->has_prompt || entry->symbol->choice)
		return;
	entry->symbol->choice = choice;
	g_ptr_array_add(choice->members, entry->symbol);
	g_ptr_array_add(choice->ranking, entry->symbol);
}

static void inherit_dependency(struct kconfig_tree *tree,
			       struct kconfig_entry *entry)
{
	struct kconfig_entry *parent = entry->parent;
	struct kconfig_expression *inherited = parent->dependency;

	if (tree->choice_model == CHOICE_IS_SYMBOL &&
	    parent->kind == ENTRY_CHOICE)
		inherited = kconfig_expression_symbol(tree, parent->symbol);
	entry->dependency =
		kconfig_expression_and(tree, inherited, entry->dependency);
	if (entry->kind != ENTRY_CONFIG)
		return;
	join_choice(entry);
	/* Entries without one do not lift those of the others: conf's way. */
	if (entry->dependency)
		add_reason(tree, &entry->symbol->dependencies, NULL,
			   entry->dependency);
}

static void finish_property(struct kconfig_tree *tree,
			    struct kconfig_property *property)
{
	struct kconfig_entry *entry = property->entry;

	property->condition = kconfig_expression_and(tree, entry->dependency,
						     property->condition);
	if (property->kind == PROPERTY_SELECT)
		add_reason(tree, &property->target->selectors, entry->symbol,
			   property->condition);
	else if (property->kind == PROPERTY_IMPLY)
		add_reason(tree, &property->target->implications, entry->symbol,
			   property->condition);
}

/* A choice takes the type of its first member, members that of the choice. */
static void share_type(struct kconfig_symbol *choice)
{
	for (guint i = 0; i < choice->members->len && !choice->is_typed; i++) {
		const struct kconfig_symbol *member =
			g_ptr_array_index(choice->members, i);

		choice->is_typed = member->is_typed;
		choice->type = member->type;
	}
	for (guint i = 0; i < choice->members->len && choice->is_typed; i++) {
		struct kconfig_symbol *member =
			g_ptr_array_index(choice->members, i);

		if (!member->is_typed)
			member->type = choice->type;
		member->is_typed = true;
	}
}

void kconfig_tree_finish(struct kconfig_tree *tree)
{
	for (guint i = 1; i < tree->entries->len; i++)
		inherit_dependency(tree, g_ptr_array_index(tree->entries, i));
	for (guint i = 0; i < tree->properties->len; i++)
		finish_property(tree, g_ptr_array_index(tree->properties, i));
	for (guint i = 0; i < tree->all_choices->len; i++)
		share_type(g_ptr_array_index(tree->all_choices, i));
	if (tree->nr_notices > NOTICES_SHOWN)
		session_notice(tree->session, "kconfig", NULL, 0,
			       "%u more notices about Kconfig left out",
			       tree->nr_notices - NOTICES_SHOWN);
}
