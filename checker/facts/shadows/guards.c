// SPDX-License-Identifier: GPL-2.0-only
/* The conditions around a place of a text, those of earlier branches undone. */
#include <stdbool.h>

#include "condition.h"
#include "text/conditional.h"
#include "text/lexer.h"

struct guards {
	bool has_guard;	      /* the first #if is around all of the text */
	GArray *conditionals; /* struct conditional */
	GPtrArray *open;      /* char *: the branch of each #if, as it stands */
	GPtrArray *before;    /* char *: that no earlier branch was taken */
	guint next;	      /* the first conditional that is not applied */
	gsize offset;	      /* of the last question */
	char *joined;	      /* its answer, until a conditional comes */
};

/* What keeps a header from being read twice has no code before it. */
static bool begins_with_guard(const GArray *conditionals, const char *text)
{
	const struct conditional *first =
		conditionals->len > 0 ?
			&g_array_index(conditionals, struct conditional, 0) :
			NULL;
	struct lexer lexer;
	struct lex_token token;

	if (!first || !first->is_guard)
		return false;
	lexer_init(&lexer, text, first->start);
	return !lexer_next(&lexer, &token);
}

struct guards *guards_new(const char *text, gsize length)
{
	struct guards *guards = g_new0(struct guards, 1);

	guards->conditionals = conditionals_read(text, length);
	guards->has_guard = begins_with_guard(guards->conditionals, text);
	guards->open = g_ptr_array_new_with_free_func(g_free);
	guards->before = g_ptr_array_new_with_free_func(g_free);
	return guards;
}

void guards_free(struct guards *guards)
{
	g_array_unref(guards->conditionals);
	g_ptr_array_unref(guards->open);
	g_ptr_array_unref(guards->before);
	g_free(guards->joined);
	g_free(guards);
}

static void apply(struct guards *guards, const struct conditional *conditional)
{
	const guint top = guards->open->len - 1;
	g_autofree char *not_before = NULL;
	char *before;

	if (conditional->kind == CONDITIONAL_IF) {
		if (guards->has_guard && guards->next == 0) {
			g_ptr_array_add(guards->open, g_strdup(""));
			g_ptr_array_add(guards->before, g_strdup(""));
			return;
		}
		g_ptr_array_add(guards->open, g_strdup(conditional->condition));
		g_ptr_array_add(guards->before,
				condition_not(conditional->condition));
		return;
	}
	if (guards->open->len == 0)
		return;
	if (conditional->kind == CONDITIONAL_ENDIF) {
		g_ptr_array_set_size(guards->open, (gint)top);
		g_ptr_array_set_size(guards->before, (gint)top);
		return;
	}
	g_free(guards->open->pdata[top]);
	guards->open->pdata[top] = condition_and(guards->before->pdata[top],
						 conditional->condition);
	if (conditional->kind == CONDITIONAL_ELSE)
		return;
	not_before = condition_not(conditional->condition);
	before = guards->before->pdata[top];
	guards->before->pdata[top] = condition_and(before, not_before);
	g_free(before);
}

/* Questions come in the order of the text; an earlier one begins anew. */
const char *guards_at(struct guards *guards, gsize offset)
{
	if (offset < guards->offset) {
		g_ptr_array_set_size(guards->open, 0);
		g_ptr_array_set_size(guards->before, 0);
		g_clear_pointer(&guards->joined, g_free);
		guards->next = 0;
	}
	guards->offset = offset;
	for (; guards->next < guards->conditionals->len; guards->next++) {
		const struct conditional *conditional = &g_array_index(
			guards->conditionals, struct conditional, guards->next);

		if (conditional->start >= offset)
			break;
		apply(guards, conditional);
		g_clear_pointer(&guards->joined, g_free);
	}
	if (!guards->joined) {
		guards->joined = g_strdup("");
		for (guint i = 0; i < guards->open->len &&
				  !condition_is_lost(guards->joined);
		     i++) {
			g_autofree char *joined = guards->joined;

			guards->joined =
				condition_and(joined, guards->open->pdata[i]);
		}
	}
	return guards->joined;
}
