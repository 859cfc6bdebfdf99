// SPDX-License-Identifier: GPL-2.0-only
/* What the walk of an entered function knows from its caller. */
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
	if (is_vma_pointer(facts, facts_without_casts(facts, argument))) {
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

bool enter_begin(struct path_walk *walk, guint32 call,
		 struct path_walk *ret_inner)
{
	guint32 index = entered_function(walk, call);

	if (!index)
		return false;
	*ret_inner = *walk;
	bind_parameters(walk, facts_function(walk->facts, index), call);
	ret_inner->function = index;
	ret_inner->call = walk->call ? walk->call : call;
	ret_inner->last_call = call;
	ret_inner->depth++;
	ret_inner->breaks = ret_inner->continues = ret_inner->cases = NULL;
	ret_inner->returned = 0;
	return true;
}
