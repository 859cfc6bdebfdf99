// SPDX-License-Identifier: GPL-2.0-only
#include "other_kernel.h"

#include <string.h>

#include "facts.h"
#include "other_branch.h"
#include "text/directive.h"

static bool is_in_helper(const struct unit_facts *facts,
			 const struct flag_event *event)
{
	const struct function *function =
		facts_function(facts, event->function);

	return is_tree_helper(facts,
			      facts_symbol(facts, function->symbol)->name);
}

static struct branch_place place_in_unit(const struct unit_facts *facts,
					 const struct code_place *at,
					 const struct condition_judge *judge)
{
	return (struct branch_place){
		.text = facts->text,
		.length = facts->text_length,
		.start = at->offset,
		.end = at->end_offset,
		.judge = judge,
	};
}

/* What a store says is written in the file itself, in some branch of it. */
static bool is_written_for_other(const struct unit_facts *facts,
				 const struct code_place *at,
				 const struct condition_judge *judge)
{
	const struct branch_place place = place_in_unit(facts, at, judge);

	return has_helper_beside(facts, &place);
}

/* The next definition of a macro that does not call a helper itself. */
static bool next_plain_definition(const struct unit_facts *facts,
				  const char *name,
				  struct directive_reader *reader,
				  struct directive *directive)
{
	while (directive_next(reader, directive)) {
		g_autofree char *defined = NULL;
		g_autofree char *rest = NULL;
		const char *body;

		if (directive->word != DIRECTIVE_DEFINE)
			continue;
		defined = directive_name(directive);
		if (g_strcmp0(defined, name) != 0)
			continue;
		rest = directive_rest(directive);
		body = rest + strlen(name);
		if (!calls_tree_helper(facts, body, strlen(body)))
			return true;
	}
	return false;
}

/* The same of a macro, judged by where it is defined. */
static bool is_defined_for_other(const struct unit_facts *facts,
				 const char *name, const char *text,
				 gsize length,
				 const struct condition_judge *judge)
{
	struct directive_reader reader;
	struct directive directive;

	directive_reader_init(&reader, text, length);
	while (next_plain_definition(facts, name, &reader, &directive)) {
		const struct branch_place place = {
			.text = text,
			.length = length,
			.start = (gsize)(directive.start - text),
			.end = (gsize)(directive.end - text),
			.judge = judge,
		};

		if (has_helper_beside(facts, &place) ||
		    (is_tree_helper(facts, name) && is_under_open_test(&place)))
			return true;
	}
	return false;
}

/* A macro of the module, which this or another of its files defines. */
static bool is_macro_for_other(const struct unit_facts *facts, const char *name,
			       const struct condition_judge *judge)
{
	const char *path = facts_macro_path(facts, name);
	g_autofree char *text = NULL;
	gsize length = 0;

	if (strcmp(path, facts->path) == 0)
		return is_defined_for_other(facts, name, facts->text,
					    facts->text_length, judge);
	if (g_path_is_absolute(path))
		text = judge->read(judge->context, path, &length);
	return text && is_defined_for_other(facts, name, text, length, judge);
}

/*
 * A member behind the helpers, in a branch that nothing has chosen: how a
 * kernel without them keeps the flags.
 */
static bool is_unchosen_member(const struct unit_facts *facts,
			       const struct flag_event *event,
			       const struct condition_judge *judge)
{
	const struct branch_place place = place_in_unit(
		facts, &facts_node(facts, event->node)->at, judge);

	return event->storage == STORAGE_PRIVATE && facts->is_variant &&
	       is_under_open_test(&place);
}

static bool is_for_other(const struct unit_facts *facts,
			 const struct flag_event *event,
			 const struct condition_judge *judge)
{
	const struct node *node = facts_node(facts, event->node);

	if (event->storage == STORAGE_PRIVATE)
		return is_unchosen_member(facts, event, judge);
	if (is_in_helper(facts, event) ||
	    is_written_for_other(facts, &node->at, judge))
		return true;
	return (node->flags & NODE_FROM_MACRO) && *node->macro &&
	       is_macro_for_other(facts, node->macro, judge);
}

/* What does not compile where nothing that is known has chosen it. */
static void note_errors(struct unit_facts *facts,
			const struct condition_judge *judge)
{
	for (guint i = 0; i < facts->errors->len; i++) {
		const struct code_place *at =
			&g_array_index(facts->errors, struct code_error, i).at;
		const struct branch_place place =
			place_in_unit(facts, at, judge);

		if (facts->is_variant || is_under_open_test(&place))
			g_hash_table_add(facts->others,
					 GUINT_TO_POINTER(at->line));
	}
}

void facts_note_others(struct unit_facts *facts,
		       const struct condition_judge *judge)
{
	note_errors(facts, judge);
	if (facts->api == FACTS_PLAIN)
		return;
	for (guint i = 0; i < facts->events->len; i++) {
		const struct flag_event *event =
			&g_array_index(facts->events, struct flag_event, i);
		const struct code_place *at =
			&facts_node(facts, event->node)->at;

		if (event->kind != FLAG_STORE ||
		    (event->storage != STORAGE_WORD &&
		     event->storage != STORAGE_PRIVATE) ||
		    event->is_indirect || strcmp(at->path, facts->path) != 0)
			continue;
		if (is_for_other(facts, event, judge))
			g_hash_table_add(facts->others,
					 GUINT_TO_POINTER(at->line));
	}
}

/* Where a line of a text begins; its length if it has no such line. */
static gsize line_offset(const struct unit_facts *facts, guint32 line)
{
	const char *at = facts->text;

	for (; line > 1 && at; line--) {
		at = memchr(at, '\n',
			    facts->text_length - (gsize)(at - facts->text));
		at = at ? at + 1 : NULL;
	}
	return at ? (gsize)(at - facts->text) : facts->text_length;
}

void facts_note_lost_line(struct unit_facts *facts, guint32 line,
			  const struct condition_judge *judge)
{
	const gsize offset = line_offset(facts, line);
	const struct branch_place place = {
		.text = facts->text,
		.length = facts->text_length,
		.start = offset,
		.end = offset,
		.judge = judge,
	};

	if (facts->text && is_under_open_test(&place))
		g_hash_table_add(facts->others, GUINT_TO_POINTER(line));
}

bool facts_is_for_other(const struct unit_facts *facts, guint32 line)
{
	return g_hash_table_contains(facts->others, GUINT_TO_POINTER(line));
}
