// SPDX-License-Identifier: GPL-2.0-only
/* The facts of a unit as text, for --dump=facts and for tests. */
#include "facts.h"
#include "facts/paths/paths.h"

static const char *const event_names[] = {
	[FLAG_STORE] = "store",	  [FLAG_PASS] = "pass",	  [FLAG_KEEP] = "keep",
	[FLAG_RETURN] = "return", [FLAG_TOUCH] = "touch", [FLAG_COPY] = "copy",
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

static const char *const use_names[] = {
	[USE_ARGUMENT] = "argument",
	[USE_STORE] = "store",
	[USE_ELEMENT] = "element",
	[USE_RETURN] = "return",
	[USE_CAST] = "cast",
	[USE_OPERAND] = "operand",
	[USE_LABEL] = "label",
	[USE_SHIFT] = "shift",
	[USE_BIT_NUMBER] = "bit number",
	[USE_ARITHMETIC] = "arithmetic",
	[USE_TRUTH] = "truth",
	[USE_NARROW] = "narrow",
	[USE_WIDEN] = "widen",
	[USE_LOGARITHM] = "logarithm",
	[USE_FORMAT] = "format",
	[USE_SINGLE] = "single",
	[USE_ALL] = "all",
};

static const char *const kind_names[] = {
	[KIND_UNKNOWN] = "unknown", [KIND_CONSTANT] = "constant",
	[KIND_BIT] = "bit",	    [KIND_MASK] = "mask",
	[KIND_BITMAP] = "bitmap",   [KIND_WORD_POINTER] = "word",
	[KIND_FOREIGN] = "foreign", [KIND_PENDING] = "pending",
};

static void dump_use(const struct unit_facts *facts, const struct flag_use *use,
		     GString *text)
{
	const struct node *node = facts_node(facts, use->node);
	const struct kind *kind = facts_kind(facts, use->node);
	g_autofree char *name = facts_value_name(facts, use->node);

	g_string_append_printf(text, "%s:%u:%u: %s as %s for %s", node->at.path,
			       node->at.line, node->at.column,
			       kind_names[kind->kind], use_names[use->use],
			       kind_names[use->wanted]);
	if (kind->has_value)
		g_string_append_printf(text, " 0x%" G_GINT64_MODIFIER "x",
				       kind->value);
	g_string_append_printf(text, ": %s\n", name);
}

static void dump_path_event(const struct unit_facts *facts,
			    const struct path_event *event, GString *text)
{
	static const char *const kinds[] = { "mutation", "word", "test",
					     "together", "refusal" };
	static const char *const origins[] = { "unknown", "parameter", "fresh",
					       "lookup", "published" };
	static const char *const locks[] = { "unknown", "none", "read", "write",
					     "sometimes" };
	const struct node *node = facts_node(facts, event->node);

	g_string_append_printf(
		text, "%s:%u: path %s%s%s, vma %s, lock %s, mmap %s",
		node->at.path, node->at.line, kinds[event->kind],
		*event->name ? " by " : "", event->name, origins[event->origin],
		locks[event->vma_lock], locks[event->mmap_lock]);
	if (event->sample_node)
		g_string_append_printf(
			text, ", sample of line %u",
			facts_node(facts, event->sample_node)->at.line);
	if (event->field_node)
		g_string_append(text, ", behind a field");
	if (event->kind == PATH_REFUSAL)
		g_string_append_printf(text, ", access %#x",
				       (unsigned int)event->access);
	if (event->kind == PATH_WORD)
		g_string_append_printf(text, ", tail %d", (int)event->tail);
	g_string_append_c(text, '\n');
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
	for (guint i = 0; i < facts->uses->len; i++)
		dump_use(facts, &g_array_index(facts->uses, struct flag_use, i),
			 text);
	for (guint i = 0; i < facts->path_events->len; i++)
		dump_path_event(facts,
				&g_array_index(facts->path_events,
					       struct path_event, i),
				text);
	return g_string_free(text, FALSE);
}
