// SPDX-License-Identifier: GPL-2.0-only
/* Infers the kinds of a unit: from sources to symbols, then to uses. */
#include "kinds.h"

#include <string.h>

#include "kind.h"

/* Integers of this file that hold masks, and whose type does not say so. */
static void find_untyped(const struct kind_inference *inference)
{
	struct unit_facts *facts = inference->facts;

	for (guint32 i = 1; i < facts->symbols->len; i++) {
		const struct symbol *symbol = facts_symbol(facts, i);
		const struct type *type = facts_type(facts, symbol->type);
		const struct kind *kind =
			&g_array_index(inference->symbols, struct kind, i);
		bool is_variable = symbol->kind == SYMBOL_LOCAL ||
				   symbol->kind == SYMBOL_PARAMETER ||
				   symbol->kind == SYMBOL_FIELD;

		if (is_variable && kind->kind == KIND_MASK &&
		    type->class == TYPE_INTEGER && !*type->alias &&
		    strcmp(symbol->path, facts->path) == 0)
			g_array_append_val(facts->untyped, i);
	}
}

void kinds_find(struct unit_facts *facts)
{
	struct kind_inference inference = {
		.facts = facts,
		.symbols = g_array_new(FALSE, TRUE, sizeof(struct kind)),
		.votes = g_array_new(FALSE, TRUE, sizeof(guint8)),
	};

	kind_flow(&inference);
	kind_uses(&inference);
	find_untyped(&inference);
	g_array_free(inference.symbols, TRUE);
	g_array_free(inference.votes, TRUE);
}
