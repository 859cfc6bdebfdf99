// SPDX-License-Identifier: GPL-2.0-only
/* What a header declares: no line may declare more than all do. */
#include "fuzz.h"

#include "select/select.h"

static void declare(const guint8 *data, gsize size, guint32 first, guint32 last,
		    struct header_names *names)
{
	const struct line_span span = { first, last };
	g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(span));

	g_array_append_val(spans, span);
	header_declared_names((const char *)data, size, spans, names);
}

static void check_within(GHashTable *part, GHashTable *whole)
{
	GHashTableIter iter;
	gpointer name;

	g_hash_table_iter_init(&iter, part);
	while (g_hash_table_iter_next(&iter, &name, NULL))
		g_assert(g_hash_table_contains(whole, name));
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	struct header_names part, whole;

	header_names_init(&part);
	header_names_init(&whole);
	declare(data, size, 1, G_MAXUINT32, &whole);
	declare(data, size, 2, 4, &part);
	check_within(part.names, whole.names);
	check_within(part.members, whole.members);
	header_names_release(&part);
	header_names_release(&whole);
	return 0;
}
