// SPDX-License-Identifier: GPL-2.0-only
/* The facts of a unit as text, for --dump=facts and for tests. */
#include "facts.h"

static const char *const event_names[] = {
	[FLAG_STORE] = "store",	  [FLAG_PASS] = "pass",
	[FLAG_KEEP] = "keep",	  [FLAG_RETURN] = "return",
	[FLAG_TOUCH] = "touch",	  [FLAG_COPY] = "copy",
};

static void dump_event(const struct unit_facts *facts,
		       const struct flag_event *event, GString *text)
{
	const struct node *node = facts_node(facts, event->node);
	const struct function *function =
		facts_function(facts, event->function);
	g_autofree char *source = facts_source(facts, event->node);

	g_string_append_printf(
		text, "%s:%u:%u: %s %s%s%s in %s: %s\n", node->at.path,
		node->at.line, node->at.column, event_names[event->kind],
		storage_name(event->storage),
		event->is_indirect ? ", indirect" : "",
		event->can_write ? ", writable" : "",
		facts_symbol(facts, function->symbol)->name, source);
}

char *facts_dump(const struct unit_facts *facts)
{
	GString *text = g_string_new(NULL);

	g_string_append_printf(text, "%s: %u functions, %u nodes%s\n",
			       facts->path, facts->functions->len - 1,
			       facts->nodes->len - 1,
			       facts->owns_flags ? ", owns the flags" : "");
	for (guint i = 0; i < facts->events->len; i++)
		dump_event(facts,
			   &g_array_index(facts->events, struct flag_event, i),
			   text);
	return g_string_free(text, FALSE);
}
