// SPDX-License-Identifier: GPL-2.0-only
/* Which functions are walked, as what they are known, and from which state. */
#include "paths.h"

#include <string.h>

#include "facts/helpers.h"

#include "accesses.h"
#include "walk.h"

/* Fields of vm_operations_struct that run under a read lock (6.1 to 7.1). */
static const char *const fault_fields[] = {
	"fault", "huge_fault", "page_mkwrite", "pfn_mkwrite", "map_pages",
};

bool facts_has_vma_locks(const struct unit_facts *facts)
{
	return facts_tree_calls(facts, "vma_start_write");
}

static bool is_fault_field(const struct symbol *field)
{
	if (strcmp(field->record, "vm_operations_struct") != 0)
		return false;
	for (gsize i = 0; i < G_N_ELEMENTS(fault_fields); i++) {
		if (strcmp(fault_fields[i], field->name) == 0)
			return true;
	}
	return false;
}

/* The function of this unit that a value names; 0 if it names none. */
static guint32 named_function(const struct unit_facts *facts, guint32 value)
{
	const struct node *node;

	value = facts_without_casts(facts, value);
	node = facts_node(facts, value);
	if (node->kind == NODE_UNARY && node->op == OP_ADDRESS)
		node = facts_node(facts, node->first);
	if (node->kind != NODE_NAME)
		return 0;
	return facts_symbol(facts, node->symbol)->function;
}

/* A function becomes a handler: a designated initialiser or an assignment. */
static void find_handler(const struct unit_facts *facts, guint32 index,
			 struct path_role *roles)
{
	const struct node *node = facts_node(facts, index);
	const struct symbol *field = facts_symbol(facts, node->symbol);
	guint32 value = node->first;
	guint32 function;

	if (node->kind == NODE_ASSIGN) {
		const struct node *target = facts_node(facts, node->first);

		if (target->kind != NODE_MEMBER)
			return;
		field = facts_symbol(facts, target->symbol);
		value = node_child(facts, index, 1);
	} else if (node->kind != NODE_DESIGNATED) {
		return;
	}
	function = named_function(facts, value);
	if (!function)
		return;
	if (is_fault_field(field))
		roles[function].handler = field->name;
	if (!strstr(field->name, "mmap"))
		return;
	roles[function].is_mmap = roles[function].is_mapping = true;
	roles[function].is_of_file |=
		strcmp(field->record, "file_operations") == 0;
}

static bool is_member(const struct unit_facts *facts, guint32 index,
		      const char *name)
{
	const struct node *node = facts_node(facts, index);

	return node->kind == NODE_MEMBER &&
	       strcmp(facts_symbol(facts, node->symbol)->name, name) == 0;
}

static bool is_interesting(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);
	struct mutator mutator;
	const char *name;

	if (together_matters(facts, index) ||
	    shadowed_mutator(facts, index, &mutator))
		return true;
	if (node->kind == NODE_ASSIGN && facts->api == FACTS_TYPED)
		return facts_is_bitmap(facts,
				       facts_node(facts, node->first)->type);
	if (node->kind == NODE_ASSIGN)
		return facts->api == FACTS_PLAIN &&
		       is_member(facts, facts_without_casts(facts, node->first),
				 "vm_flags");
	if (node->kind == NODE_MEMBER)
		return is_member(facts, index, "__vma_flags");
	if (node->kind == NODE_BINARY && node->op == OP_AND)
		return facts_has_atomic_helpers(facts);
	if (node->kind != NODE_CALL)
		return false;
	name = callee_symbol_name(facts, index);
	return mutator_of_call(facts, changing_name(facts, index), &mutator) ||
	       bitmap_mutator_of_call(facts, name, &mutator) ||
	       lock_find(name) ||
	       facts_tests_bit(facts, facts_callee(facts, index)) ||
	       (facts->api == FACTS_TYPED && writes_words(name));
}

/* It asks what a mapping may be used for, or takes that away. */
static bool is_about_access(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);
	struct access_test test = { 0 };

	return ((node->kind == NODE_BINARY || node->kind == NODE_CALL) &&
		access_is_tested(facts, index, &test)) ||
	       access_named(facts, index);
}

static bool has_mappings(const struct unit_facts *facts,
			 const struct path_role *roles)
{
	for (guint32 i = 1; i < facts->functions->len; i++) {
		if (roles[i].is_mapping)
			return true;
	}
	return false;
}

/* A function that matters, or calls one of the unit that does. */
static bool find_relevance(const struct unit_facts *facts, guint32 index,
			   struct path_role *roles, bool has_mapping)
{
	const struct function *function = facts_function(facts, index);

	for (guint32 i = function->body; i && i < function->end; i++) {
		guint32 callee;

		if (is_interesting(facts, i) ||
		    (has_mapping && is_about_access(facts, i)))
			return true;
		if (facts_node(facts, i)->kind != NODE_CALL)
			continue;
		callee = facts_symbol(facts, facts_callee(facts, i))->function;
		if (callee && roles[callee].is_relevant)
			return true;
	}
	return false;
}

/* `vm_fault_t f(struct vm_fault *)`, whoever makes a handler of it. */
static bool looks_like_handler(const struct unit_facts *facts,
			       const struct function *function)
{
	const struct symbol *symbol = facts_symbol(facts, function->symbol);
	const struct type *type = facts_type(facts, symbol->type);
	const struct type *result = facts_type(facts, type->target);
	const struct type *parameter, *target;

	if (symbol->kind != SYMBOL_FUNCTION || symbol->nr_parameters != 1 ||
	    strcmp(result->alias, "vm_fault_t") != 0)
		return false;
	parameter = facts_type(facts, g_array_index(facts->parameters, guint32,
						    symbol->parameters));
	target = facts_type(facts, parameter->target);
	return parameter->class == TYPE_POINTER &&
	       strcmp(target->record, "vm_fault") == 0;
}

/* `int x_mmap(.., struct vm_area_struct *)', for a table of another file. */
static bool looks_like_mmap(const struct unit_facts *facts,
			    const struct function *function)
{
	const struct symbol *symbol = facts_symbol(facts, function->symbol);

	if (symbol->kind != SYMBOL_FUNCTION || symbol->is_static ||
	    !(g_str_has_suffix(symbol->name, "_mmap") ||
	      g_str_has_suffix(symbol->name, "_mmap_prepare")))
		return false;
	for (guint i = 0; i < symbol->nr_parameters; i++) {
		const struct type *parameter = facts_type(
			facts, g_array_index(facts->parameters, guint32,
					     symbol->parameters + i));
		const char *record =
			facts_type(facts, parameter->target)->record;

		if (g_str_has_prefix(record, "vm_area_"))
			return true;
	}
	return false;
}

static void find_signatures(const struct unit_facts *facts,
			    struct path_role *roles)
{
	for (guint32 i = 1; i < facts->functions->len; i++) {
		if (looks_like_mmap(facts, facts_function(facts, i)))
			roles[i].is_mapping = true;
		if (!roles[i].handler &&
		    looks_like_handler(facts, facts_function(facts, i)))
			roles[i].handler = "fault";
	}
}

static void find_roles(const struct unit_facts *facts, struct path_role *roles)
{
	bool has_mapping;

	find_signatures(facts, roles);
	for (guint32 i = 1; i < facts->nodes->len; i++)
		find_handler(facts, i, roles);
	has_mapping = has_mappings(facts, roles);
	for (guint round = 0; round < ENTER_LIMIT; round++) {
		for (guint32 i = 1; i < facts->functions->len; i++) {
			if (!roles[i].is_relevant)
				roles[i].is_relevant = find_relevance(
					facts, i, roles, has_mapping);
		}
	}
}

/* A parameter is what the function's role makes of it. */
static void bind_parameters(struct path_walk *walk)
{
	const struct unit_facts *facts = walk->facts;
	const struct function *function = facts_function(facts, walk->function);

	for (guint32 i = 0; i < function->nr_parameters; i++) {
		guint32 symbol = g_array_index(facts->parameter_symbols,
					       guint32,
					       function->parameters + i);
		const struct type *type =
			facts_type(facts, facts_symbol(facts, symbol)->type);
		g_autofree char *key = g_strdup_printf("s%u^", symbol);
		guint32 id = state_new_id(walk->state);

		if (strcmp(facts_type(facts, type->target)->record,
			   "vm_area_struct") != 0)
			continue;
		state_add_object(walk->state, id,
				 walk->roles[walk->function].is_mmap ?
					 ORIGIN_FRESH :
					 ORIGIN_PARAMETER,
				 0);
		state_bind(walk->state, facts_string(walk->facts, key), id);
	}
}

static void walk_function(struct unit_facts *facts, guint32 function,
			  const struct path_role *roles, const GArray *pairs)
{
	g_autoptr(GHashTable) results = g_hash_table_new(NULL, NULL);
	g_autoptr(GHashTable) passed =
		g_hash_table_new_full(NULL, NULL, NULL, g_free);
	const char *handler = roles[function].handler;
	guint32 next_id = facts->nodes->len;
	struct path_walk walk = {
		.facts = facts,
		.roles = roles,
		.results = results,
		.passed_words = passed,
		.pairs = pairs,
		.function = function,
		.handler = handler ? handler : "",
		.is_of_file = roles[function].is_of_file,
		.is_torn = facts_function(facts, function)->has_lost_paths,
		.budget = NODE_BUDGET,
	};

	walk.state = state_new(&next_id, handler ? LOCK_READ : LOCK_UNKNOWN);
	bind_parameters(&walk);
	if (roles[function].is_mapping)
		accesses_begin(&walk);
	walk_body(&walk, function);
	words_owed(&walk);
	accesses_end(&walk);
	if (walk.budget == 0)
		facts->cut = function;
	state_free(walk.state);
}

void paths_find(struct unit_facts *facts)
{
	g_autofree struct path_role *roles =
		g_new0(struct path_role, facts->functions->len);
	g_autoptr(GArray) pairs = flag_pairs(facts);

	find_roles(facts, roles);
	for (guint32 i = 1; i < facts->functions->len; i++) {
		if (roles[i].is_relevant && facts_function(facts, i)->body)
			walk_function(facts, i, roles, pairs);
	}
}
