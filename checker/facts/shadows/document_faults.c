// SPDX-License-Identifier: GPL-2.0-only
/*
 * The codes that a document explains are those of the table that prints them,
 * and the names in its samples those of the other one.
 */
#include "document_faults.h"

#include <stdbool.h>
#include <string.h>

#include "shadows.h"
#include "table_faults.h"

/* Fewer rows are an example; a word has so many letters to be compared. */
enum { DOCUMENT_ROWS = 8, WORD_LENGTH = 4 };

static const struct documented *row_at(const struct shadows *shadows,
				       guint index)
{
	return &g_array_index(shadows->documented, struct documented, index);
}

/* A table of codes with two letters, or of names: one that prints most. */
static bool is_of_kind(const struct flag_table *table, enum table_kind kind)
{
	guint nr = 0;

	for (guint i = 0; i < table->entries->len; i++) {
		const struct table_entry *entry =
			&g_array_index(table->entries, struct table_entry, i);

		nr += (strlen(entry->name) == DOCUMENT_CODE) ==
		      (kind == TABLE_BITS);
	}
	return table->kind == kind && nr >= DOCUMENT_ROWS;
}

/* The row of a table of some kind that has a name; NULL if there is none. */
static const struct table_entry *entry_named(const struct shadows *shadows,
					     enum table_kind kind,
					     const char *name)
{
	for (guint i = 0; i < shadows->tables->len; i++) {
		const struct flag_table *table =
			g_ptr_array_index(shadows->tables, i);

		for (guint k = 0;
		     is_of_kind(table, kind) && k < table->entries->len; k++) {
			const struct table_entry *entry = &g_array_index(
				table->entries, struct table_entry, k);

			if (strcmp(entry->name, name) == 0)
				return entry;
		}
	}
	return NULL;
}

static const struct flag_table *table_of_kind(const struct shadows *shadows,
					      enum table_kind kind)
{
	for (guint i = 0; i < shadows->tables->len; i++) {
		const struct flag_table *table =
			g_ptr_array_index(shadows->tables, i);

		if (is_of_kind(table, kind))
			return table;
	}
	return NULL;
}

/* The row of a document for a code, of those before an index. */
static const struct documented *row_named(const struct shadows *shadows,
					  const char *path, const char *code,
					  guint before)
{
	for (guint i = 0; i < before; i++) {
		const struct documented *row = row_at(shadows, i);

		if (row->code.kind == VMA_CODE_ROW &&
		    strcmp(row->at.path, path) == 0 &&
		    strcmp(row->code.code, code) == 0)
			return row;
	}
	return NULL;
}

/* True if a description has a word that begins as one of the flag's does. */
static bool describes(const char *description, const char *flag)
{
	g_autofree char *mask = shadows_mask_of(flag);
	g_autofree char *lower = g_ascii_strdown(mask + strlen("VM_"), -1);
	g_autofree char *text = g_ascii_strdown(description, -1);
	g_auto(GStrv) words = g_strsplit(lower, "_", -1);

	for (char **word = words; *word; word++) {
		if (strlen(*word) < WORD_LENGTH)
			continue;
		(*word)[MIN(strlen(*word), WORD_LENGTH + 1)] = '\0';
		if (strstr(text, *word))
			return true;
	}
	return false;
}

/* A row whose description is of another code's flag, and the other way. */
static const struct documented *swapped_row(const struct shadows *shadows,
					    guint index,
					    const struct table_entry *entry)
{
	const struct documented *row = row_at(shadows, index);

	if (describes(row->code.description, entry->flag))
		return NULL;
	for (guint i = 0; i < index; i++) {
		const struct documented *other = row_at(shadows, i);
		const struct table_entry *theirs;

		if (other->code.kind != VMA_CODE_ROW ||
		    strcmp(other->at.path, row->at.path) != 0)
			continue;
		theirs = entry_named(shadows, TABLE_BITS, other->code.code);
		if (theirs &&
		    !describes(other->code.description, theirs->flag) &&
		    describes(row->code.description, theirs->flag) &&
		    describes(other->code.description, entry->flag))
			return other;
	}
	return NULL;
}

static void judge_row(const struct shadows *shadows, guint index,
		      GArray *ret_faults)
{
	const struct documented *row = row_at(shadows, index);
	const struct table_entry *entry =
		entry_named(shadows, TABLE_BITS, row->code.code);
	struct table_fault fault = {
		.table = table_of_kind(shadows, TABLE_BITS),
		.entry = entry,
		.row = row,
	};

	fault.other_row =
		row_named(shadows, row->at.path, row->code.code, index);
	if (!entry) {
		fault.kind = DOCUMENT_STALE;
	} else if (fault.other_row) {
		fault.kind = DOCUMENT_TWICE;
	} else {
		fault.kind = DOCUMENT_SWAPPED;
		fault.other_row = swapped_row(shadows, index, entry);
		if (!fault.other_row)
			return;
	}
	g_array_append_val(ret_faults, fault);
}

static void judge_sample(const struct shadows *shadows, guint index,
			 GArray *ret_faults)
{
	const struct documented *row = row_at(shadows, index);
	const enum table_kind kind =
		row->code.kind == VMA_CODE_SAMPLE ? TABLE_BITS : TABLE_NAMES;
	const struct table_fault fault = {
		.kind = SAMPLE_STALE,
		.table = table_of_kind(shadows, kind),
		.row = row,
	};

	if (fault.table && !entry_named(shadows, kind, row->code.code))
		g_array_append_val(ret_faults, fault);
}

/* The codes of a table that a document does not explain. */
static void judge_missing(const struct shadows *shadows,
			  const struct flag_table *table, const char *path,
			  const struct documented *first, GArray *ret_faults)
{
	const guint all = shadows->documented->len;
	const struct documented *before = first;

	for (guint i = 0; i < table->entries->len; i++) {
		const struct table_entry *entry =
			&g_array_index(table->entries, struct table_entry, i);
		const struct documented *row =
			row_named(shadows, path, entry->name, all);
		const struct table_fault fault = {
			.kind = DOCUMENT_LACKS,
			.table = table,
			.entry = entry,
			.row = before,
		};

		if (row)
			before = row;
		else if (*entry->name)
			g_array_append_val(ret_faults, fault);
	}
}

void document_faults(const struct shadows *shadows, GArray *ret_faults)
{
	const struct flag_table *table = table_of_kind(shadows, TABLE_BITS);
	g_autoptr(GHashTable) nr_rows =
		g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < shadows->documented->len; i++) {
		const struct documented *row = row_at(shadows, i);
		guint nr = GPOINTER_TO_UINT(
			g_hash_table_lookup(nr_rows, row->at.path));

		if (row->code.kind != VMA_CODE_ROW) {
			judge_sample(shadows, i, ret_faults);
			continue;
		}
		if (!table)
			continue;
		judge_row(shadows, i, ret_faults);
		g_hash_table_insert(nr_rows, (gpointer)row->at.path,
				    GUINT_TO_POINTER(nr + 1));
		if (nr + 1 == DOCUMENT_ROWS)
			judge_missing(shadows, table, row->at.path, row,
				      ret_faults);
	}
}
