// SPDX-License-Identifier: GPL-2.0-only
/* Chains the conditional directives of a text; judges no condition. */
#include "conditional.h"

#include <stdbool.h>
#include <string.h>

#include "directive.h"

struct chains {
	GArray *found;
	GArray *open; /* guint: index of the last branch of each open chain */
	guint unguarded; /* 1 + index of an #ifndef right before; or 0 */
};

static void open_chain(struct chains *chains, struct conditional *conditional)
{
	conditional->kind = CONDITIONAL_IF;
	conditional->before = chains->found->len;
	g_array_append_val(chains->open, chains->found->len);
	g_array_append_val(chains->found, *conditional);
}

static void continue_chain(struct chains *chains,
			   struct conditional *conditional)
{
	guint *last;

	if (chains->open->len == 0) {
		g_free(conditional->condition);
		return;
	}
	last = &g_array_index(chains->open, guint, chains->open->len - 1);
	conditional->before = *last;
	*last = chains->found->len;
	if (conditional->kind == CONDITIONAL_ENDIF)
		g_array_set_size(chains->open, chains->open->len - 1);
	g_array_append_val(chains->found, *conditional);
}

/* A header that guards itself must not be read twice: its #ifndef stays. */
static void note_guard(const struct chains *chains,
		       const struct directive *directive)
{
	g_autofree char *name = directive_name(directive);
	g_autofree char *condition = g_strdup_printf("!defined(%s)", name);
	struct conditional *before;

	if (!chains->unguarded || directive->is_behind_code)
		return;
	before = &g_array_index(chains->found, struct conditional,
				chains->unguarded - 1);
	before->is_guard = strcmp(condition, before->condition) == 0;
}

/* The condition of a directive as an #if would have it; owned. */
static char *condition_of(const struct directive *directive)
{
	g_autofree char *rest = directive_rest(directive);

	switch (directive->word) {
	case DIRECTIVE_IF:
	case DIRECTIVE_ELIF:
		return g_steal_pointer(&rest);
	case DIRECTIVE_IFDEF:
	case DIRECTIVE_ELIFDEF:
		return g_strdup_printf("defined(%s)", rest);
	case DIRECTIVE_IFNDEF:
	case DIRECTIVE_ELIFNDEF:
		return g_strdup_printf("!defined(%s)", rest);
	default:
		return g_strdup("");
	}
}

static void take_directive(struct chains *chains,
			   const struct directive *directive,
			   struct conditional conditional)
{
	conditional.condition = condition_of(directive);
	switch (directive->word) {
	case DIRECTIVE_IF:
	case DIRECTIVE_IFDEF:
	case DIRECTIVE_IFNDEF:
		open_chain(chains, &conditional);
		return;
	case DIRECTIVE_ELSE:
		conditional.kind = CONDITIONAL_ELSE;
		break;
	case DIRECTIVE_ENDIF:
		conditional.kind = CONDITIONAL_ENDIF;
		break;
	default:
		conditional.kind = CONDITIONAL_ELIF;
		break;
	}
	continue_chain(chains, &conditional);
}

static void conditional_clear(gpointer element)
{
	g_free(((struct conditional *)element)->condition);
}

GArray *conditionals_read(const char *text, gsize length)
{
	struct chains chains = {
		.found = g_array_new(FALSE, FALSE, sizeof(struct conditional)),
		.open = g_array_new(FALSE, FALSE, sizeof(guint)),
	};
	struct directive_reader reader;
	struct directive directive;

	g_array_set_clear_func(chains.found, conditional_clear);
	directive_reader_init(&reader, text, length);
	while (directive_next(&reader, &directive)) {
		if (directive.word == DIRECTIVE_DEFINE)
			note_guard(&chains, &directive);
		if (directive_is_conditional(&directive))
			take_directive(
				&chains, &directive,
				(struct conditional){
					.start =
						(gsize)(directive.start - text),
					.end = (gsize)(directive.end - text),
					.last_line = directive.last_line,
				});
		chains.unguarded = directive.word == DIRECTIVE_IFNDEF ?
					   chains.found->len :
					   0;
	}
	g_array_free(chains.open, TRUE);
	return chains.found;
}
