// SPDX-License-Identifier: GPL-2.0-only
/* Conditions of #if, and files in which they are around lines. */
#include "fuzz.h"

#include "arguments/arguments.h"
#include "arguments/branches/condition.h"

static void decide(const char *text, enum condition_value wanted)
{
	g_autoptr(GArray) wishes =
		g_array_new(FALSE, FALSE, sizeof(struct condition_wish));
	struct decisions *decisions = decisions_new();
	struct condition_wish wish = { text, wanted };
	const char *reason = NULL;

	g_array_append_val(wishes, wish);
	if (conditions_decide(wishes, decisions, &reason))
		g_assert(condition_value(text, decisions) == wanted);
	else
		g_assert(reason && decisions->atoms->len == 0);
	g_assert(g_hash_table_size(decisions->values) == decisions->atoms->len);
	decisions_free(decisions);
}

static void reach(const char *text, gsize size)
{
	g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint32));
	g_autoptr(GPtrArray) variants = NULL;
	g_autoptr(GHashTable) reasons = NULL;

	for (guint32 line = 1; line < 8; line++)
		g_array_append_val(lines, line);
	variants = branch_variants(text, size, lines, &reasons);
	for (guint i = 0; i < variants->len; i++) {
		const struct branch_variant *variant =
			g_ptr_array_index(variants, i);

		g_assert(variant->length == size && variant->lines->len > 0);
	}
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	g_autofree char *text = g_malloc(size + 1);
	g_autofree char *first = NULL;

	for (gsize i = 0; i < size; i++)
		text[i] = (char)data[i];
	text[size] = '\0';
	reach(text, size);
	first = g_strdup(text);
	g_strdelimit(first, "\n", ' ');
	decide(first, CONDITION_TRUE);
	decide(first, CONDITION_FALSE);
	return 0;
}
