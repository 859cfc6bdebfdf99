// SPDX-License-Identifier: GPL-2.0-only
#include "code_error.h"

#include <string.h>

#include "facts.h"

/* Members that hold VMA flags in one kernel or another, 2.6 to 7.1. */
static const char *const members[] = {
	"vm_flags",
	"__vm_flags",
	"flags",
	"__vma_flags",
};

/* How helpers for VMA flags begin, 6.3 to 7.1, and the types of them. */
static const char *const helper_prefixes[] = {
	"vm_flags_",
	"__vm_flags_",
	"vma_flags_",
	"vma_flag_",
	"mk_vma_flags",
	"__mk_vma_flags",
	"legacy_to_vma_",
	"vma_set_flag",
	"vma_clear_flag",
	"vma_test",
	"vma_desc_test",
	"vma_desc_set_flag",
	"vma_desc_clear_flag",
	"vma_set_atomic_flag",
	"vma_test_atomic_flag",
};

/* True of a name that some kernel has for VMA flags: a helper or a bit. */
static bool is_flag_api_name(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(helper_prefixes); i++) {
		if (g_str_has_prefix(name, helper_prefixes[i]))
			return true;
	}
	return g_str_has_prefix(name, "VMA_") && g_str_has_suffix(name, "_BIT");
}

bool is_bitmap_spelling(const char *spelling)
{
	static const char qualifier[] = "const ";

	if (g_str_has_prefix(spelling, qualifier))
		spelling += strlen(qualifier);
	return strcmp(spelling, "vma_flags_t") == 0;
}

static bool is_of_member(const struct code_error *error)
{
	if (is_bitmap_spelling(error->record))
		return true;
	if (strcmp(error->record, "struct vm_area_struct") != 0)
		return false;
	for (gsize i = 0; i < G_N_ELEMENTS(members); i++) {
		if (strcmp(error->name, members[i]) == 0)
			return true;
	}
	return false;
}

/* The names of the types are looked for in each tree, old ones as well. */
static bool is_missing_name(const struct unit_facts *facts,
			    const struct code_error *error)
{
	if (is_bitmap_spelling(error->name) ||
	    strcmp(error->name, "vma_flag_t") == 0)
		return facts->api != FACTS_TYPED;
	if (!is_flag_api_name(error->name))
		return false;
	return error->kind == CODE_ERROR_CALL ?
		       !facts_tree_calls(facts, error->name) :
		       !facts_tree_has(facts, error->name);
}

bool code_error_is_of_flags(const struct unit_facts *facts,
			    const struct code_error *error)
{
	switch (error->kind) {
	case CODE_ERROR_MEMBER:
		return is_of_member(error);
	case CODE_ERROR_TYPE:
		return is_bitmap_spelling(error->from) ||
		       is_bitmap_spelling(error->to);
	case CODE_ERROR_NAME:
	case CODE_ERROR_CALL:
		/* A header that is not there may have declared it. */
		return !facts->lacks_header && is_missing_name(facts, error);
	}
	return false;
}

const struct code_error *code_error_next(const struct unit_facts *facts,
					 guint *next)
{
	if (facts->is_variant || *next >= facts->errors->len)
		return NULL;
	return &g_array_index(facts->errors, struct code_error, (*next)++);
}

/*
 * Called without any declaration: the call itself is one, without a prototype,
 * which the parser takes for variadic.
 */
static bool is_undeclared(const struct unit_facts *facts,
			  const struct symbol *callee)
{
	const struct type *type = facts_type(facts, callee->type);

	return callee->kind == SYMBOL_FUNCTION && callee->function == 0 &&
	       type->is_variadic && callee->nr_parameters == 0 &&
	       strcmp(callee->path, facts->path) == 0;
}

void code_errors_find_calls(struct unit_facts *facts)
{
	for (guint32 i = 1; i < facts->nodes->len; i++) {
		const struct node *node = facts_node(facts, i);
		const struct symbol *callee =
			node->kind == NODE_CALL ?
				facts_symbol(facts, facts_callee(facts, i)) :
				NULL;
		struct code_error error = { .kind = CODE_ERROR_CALL,
					    .at = node->at };

		if (!callee || !node_child(facts, i, 1) ||
		    !is_undeclared(facts, callee))
			continue;
		error.name = callee->name;
		error.record = error.from = error.to = "";
		if (code_error_is_of_flags(facts, &error))
			g_array_append_val(facts->errors, error);
	}
}

char *code_error_source(const struct unit_facts *facts,
			const struct code_error *error)
{
	return facts_place_source(facts, &error->at);
}

guint32 code_error_function(const struct unit_facts *facts,
			    const struct code_error *error)
{
	for (guint32 i = 1; i < facts->functions->len; i++) {
		const struct code_place *at = &facts_function(facts, i)->at;

		if (at->offset <= error->at.offset &&
		    error->at.offset < at->end_offset)
			return i;
	}
	return 0;
}

guint32 code_error_node(const struct unit_facts *facts,
			const struct code_error *error)
{
	const struct function *function =
		facts_function(facts, code_error_function(facts, error));

	for (guint32 i = function->body; i && i < function->end; i++) {
		const struct code_place *at = &facts_node(facts, i)->at;

		if (at->offset == error->at.offset &&
		    at->end_offset == error->at.end_offset)
			return i;
	}
	return 0;
}
