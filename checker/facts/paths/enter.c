// SPDX-License-Identifier: GPL-2.0-only
/* Walks a static function of the unit with what its caller knows. */
#include <string.h>

#include "walk.h"

/* What hangs below the argument hangs below the parameter. */
static void bind_below(struct path_walk *walk, const char *from, const char *to)
{
	gsize length = strlen(from);
	guint nr = walk->state->bindings->len;

	for (guint i = 0; i < nr; i++) {
		struct key_binding binding = g_array_index(
			walk->state->bindings, struct key_binding, i);

		if (strncmp(binding.key, from, length) != 0 ||
		    binding.key[length] == '\0')
			continue;
		state_bind(walk->state,
			   keep_key(walk, g_strconcat(to, binding.key + length,
						      NULL)),
			   binding.object);
	}
}

static void bind_parameter(struct path_walk *walk, guint32 symbol,
			   guint32 argument)
{
	const struct unit_facts *facts = walk->facts;
	const struct type *type =
		facts_type(facts, facts_symbol(facts, symbol)->type);
	g_autofree char *from = pointee_key(facts, argument);
	g_autofree char *to = g_strdup_printf("s%u^", symbol);
	g_autofree char *name = g_strdup_printf("s%u", symbol);

	words_parameter(walk, symbol, argument);
	state_forget(walk->state, name);
	if (is_vma_pointer(facts, strip_casts(facts, argument))) {
		const struct vma_object *object = walk_object(walk, argument);

		if (object)
			state_bind(walk->state, facts_string(walk->facts, to),
				   object->id);
	}
	if (type->class == TYPE_POINTER && from)
		bind_below(walk, from, to);
	else
		sample_parameter(walk, symbol, argument);
}

static void bind_parameters(struct path_walk *walk,
			    const struct function *function, guint32 call)
{
	guint32 argument = node_child(walk->facts, call, 1);

	for (guint32 i = 0; i < function->nr_parameters && argument; i++) {
		guint32 symbol = g_array_index(walk->facts->parameter_symbols,
					       guint32,
					       function->parameters + i);

		bind_parameter(walk, symbol, argument);
		argument = facts_node(walk->facts, argument)->next;
	}
}

static guint32 enterable(const struct path_walk *walk, guint32 call)
{
	const struct symbol *callee =
		facts_symbol(walk->facts, facts_callee(walk->facts, call));

	if (!callee->function || !callee->is_static ||
	    callee->function == walk->function || walk->depth >= ENTER_LIMIT ||
	    !walk->roles[callee->function].is_relevant)
		return 0;
	return callee->function;
}

bool can_enter(const struct path_walk *walk, guint32 call)
{
	return enterable(walk, call) != 0;
}

bool enter_call(struct path_walk *walk, guint32 call)
{
	guint32 index = enterable(walk, call);
	const struct function *function = facts_function(walk->facts, index);
	struct path_walk inner = *walk;

	if (!index)
		return false;
	bind_parameters(walk, function, call);
	inner.function = index;
	inner.call = walk->call ? walk->call : call;
	inner.depth++;
	inner.breaks = inner.continues = inner.cases = NULL;
	inner.returned = 0;
	walk_body(&inner, index);
	walk->budget = inner.budget;
	g_hash_table_insert(walk->results, GUINT_TO_POINTER(call),
			    GUINT_TO_POINTER(inner.returned));
	return true;
}
