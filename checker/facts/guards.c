// SPDX-License-Identifier: GPL-2.0-only
/* The conditions of the preprocessor around a line, as text. */
#include "facts.h"
#include "text/conditional.h"

/* #elif and #else stand for what the branches before them did not take. */
static void take_conditional(GPtrArray *conditions,
			     const struct conditional *conditional)
{
	char *before = NULL;

	if (conditional->kind != CONDITIONAL_IF)
		before = g_ptr_array_steal_index(conditions,
						 conditions->len - 1);
	if (conditional->kind != CONDITIONAL_ENDIF)
		g_ptr_array_add(conditions,
				g_strconcat(before ? before : "",
					    before ? " " : "",
					    conditional->condition, NULL));
	g_free(before);
}

char *facts_guards(const struct unit_facts *facts, guint line)
{
	g_autoptr(GPtrArray) conditions =
		g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GArray) conditionals =
		conditionals_read(facts->text ? facts->text : "",
				  facts->text ? facts->text_length : 0);

	for (guint i = 0; i < conditionals->len; i++) {
		const struct conditional *conditional =
			&g_array_index(conditionals, struct conditional, i);

		if (conditional->last_line >= line)
			break;
		take_conditional(conditions, conditional);
	}
	g_ptr_array_add(conditions, NULL);
	return g_strjoinv(" && ", (char **)conditions->pdata);
}
