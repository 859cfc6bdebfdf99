// SPDX-License-Identifier: GPL-2.0-only
/*
 * Puts tables together: rows of one macro, initialiser or call, with what the
 * macros among them make.
 */
#include "tables.h"

#include <string.h>

#include "condition.h"
#include "shadows.h"
#include "table_reader.h"

/* A table comes in fewer macros, and has fewer rows. */
enum { DEPTH_LIMIT = 4, ROWS_LIMIT = 512, STEPS_LIMIT = 200000 };

static void add_entry(struct table_reader *reader, GArray *entries,
		      const struct item *item, const char *guard, char *flag,
		      char *name)
{
	struct table_entry entry = {
		.flag = flag,
		.name = name,
		.guard = condition_and(guard, item->guard),
		.at = { .path = reader->path,
			.line = item->line,
			.column = item->column,
			.end_column = item->end_column },
	};

	if (entries->len < ROWS_LIMIT) {
		g_array_append_val(entries, entry);
		return;
	}
	g_free(flag);
	g_free(name);
	g_free(entry.guard);
}

static void flatten(struct table_reader *reader, const struct holder *holder,
		    const char *guard, GArray *entries, guint depth);

/* What the definitions of a macro make of an item. */
static void flatten_macro(struct table_reader *reader, const struct item *item,
			  const char *guard, GArray *entries, guint depth)
{
	const GPtrArray *all = g_hash_table_lookup(reader->macros, item->macro);
	g_autofree char *here = condition_and(guard, item->guard);
	g_autofree char *any = g_strdup("0");

	for (guint i = 0; all && i < all->len; i++) {
		struct holder *macro = g_ptr_array_index(all, i);
		g_autofree char *known = NULL;

		if (reader->nr_steps++ >= STEPS_LIMIT)
			break;
		if (item->kind == ITEM_INCLUDE && !macro->parameters &&
		    macro->items->len > 0) {
			macro->is_part = true;
			flatten(reader, macro, here, entries, depth + 1);
		} else if (item->kind == ITEM_PASTE && macro->prefix) {
			add_entry(reader, entries, item, here,
				  g_strconcat(macro->prefix, item->flag,
					      macro->suffix, NULL),
				  g_strdup(item->flag));
		} else if (item->kind == ITEM_CALL && macro->makes_rows) {
			known = g_steal_pointer(&any);
			any = condition_or(known, macro->guard);
		}
	}
	if (item->kind == ITEM_CALL && strcmp(any, "0") != 0) {
		g_autofree char *both = condition_and(guard, any);

		add_entry(reader, entries, item, both, g_strdup(item->flag),
			  g_strdup(item->name));
	}
}

static void flatten(struct table_reader *reader, const struct holder *holder,
		    const char *guard, GArray *entries, guint depth)
{
	for (guint i = 0;
	     depth < DEPTH_LIMIT && entries->len < ROWS_LIMIT &&
	     i < holder->items->len && reader->nr_steps < STEPS_LIMIT;
	     i++) {
		const struct item *item =
			&g_array_index(holder->items, struct item, i);

		reader->nr_steps++;
		if (item->kind == ITEM_ROW)
			add_entry(reader, entries, item, guard,
				  g_strdup(item->flag), g_strdup(item->name));
		else
			flatten_macro(reader, item, guard, entries, depth);
	}
}

static void clear_entry(gpointer data)
{
	struct table_entry *entry = data;

	g_free(entry->flag);
	g_free(entry->name);
	g_free(entry->guard);
}

static void free_table(gpointer data)
{
	struct flag_table *table = data;

	if (!table)
		return; /* it was handed on */
	g_free(table->name);
	g_free(table->fill);
	g_free(table->guard);
	g_array_unref(table->entries);
	g_free(table);
}

GPtrArray *tables_new(void)
{
	return g_ptr_array_new_with_free_func(free_table);
}

/* Rows of its own: what only names a table of others is none. */
static bool has_rows(const struct holder *holder)
{
	for (guint i = 0; i < holder->items->len; i++) {
		if (g_array_index(holder->items, struct item, i).kind !=
		    ITEM_INCLUDE)
			return true;
	}
	return false;
}

/* Most of the rows are for flags that the tree has, and two at least. */
static bool is_of_flags(const GArray *entries, GHashTable *names)
{
	guint nr = 0;

	for (guint i = 0; i < entries->len; i++)
		nr += g_hash_table_contains(
			names,
			g_array_index(entries, struct table_entry, i).flag);
	return nr > 1 && nr * 2 > entries->len;
}

static void add_table(struct table_reader *reader, const struct holder *holder,
		      GHashTable *names, GPtrArray *ret_tables)
{
	GArray *entries = g_array_new(FALSE, FALSE, sizeof(struct table_entry));
	struct flag_table *table;

	g_array_set_clear_func(entries, clear_entry);
	flatten(reader, holder, "", entries, 0);
	if (!is_of_flags(entries, names)) {
		g_array_unref(entries);
		return;
	}
	table = g_new0(struct flag_table, 1);
	table->kind = holder->has_designators ? TABLE_BITS : TABLE_NAMES;
	table->name = g_strdup(holder->name);
	table->fill = g_strdup(holder->fill);
	table->guard = g_strdup(holder->guard);
	table->entries = entries;
	table->at = (struct shadow_place){
		.path = reader->path,
		.line = holder->line,
		.column = holder->column,
		.end_column = holder->end_column,
	};
	g_ptr_array_add(ret_tables, table);
}

void tables_read(const char *path, const char *text, gsize length,
		 GHashTable *names, GPtrArray *ret_tables)
{
	struct table_reader reader;
	g_autoptr(GPtrArray) found = tables_new();

	table_reader_read(&reader, path, text, length);
	/* What is a part of another table is known once all are put together.
	 */
	for (guint i = 0; i < reader.holders->len; i++) {
		const struct holder *holder =
			g_ptr_array_index(reader.holders, i);

		if (has_rows(holder) && !holder->parameters)
			add_table(&reader, holder, names, found);
	}
	for (guint i = 0; i < found->len; i++) {
		const struct flag_table *table = g_ptr_array_index(found, i);
		const GPtrArray *all =
			g_hash_table_lookup(reader.macros, table->name);
		const struct holder *first = all ? g_ptr_array_index(all, 0) :
						   NULL;

		if (!first || !first->is_part)
			g_ptr_array_add(ret_tables,
					g_steal_pointer(&found->pdata[i]));
	}
	table_reader_release(&reader);
}
