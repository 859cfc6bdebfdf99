// SPDX-License-Identifier: GPL-2.0-only
/*
 * A line is known by the 100 characters from its start on that are no blanks,
 * whatever lines they are on, and by how many lines before it have the same.
 * Characters are UTF-16 code units, CR and CR LF count as LF, a unit of all
 * ones ends the file and zeros follow it: each of this has to be as GitHub's
 * action has it, or its alerts close and open again.
 */
#include "output/line_hash.h"

#include <stdbool.h>

#include "output/characters.h"

#define WINDOW	    100
#define FACTOR	    37
#define END_OF_FILE 0xffff

struct hasher {
	GPtrArray *hashes;   /* what is found */
	GHashTable *counts;  /* hash -> how often it was there */
	guint64 hash;	     /* of the window */
	guint64 high_factor; /* FACTOR to the power of WINDOW */
	guint16 window[WINDOW];
	bool begins[WINDOW]; /* a line begins with this unit */
	guint index;	     /* where the oldest unit is */
	bool is_line_start, is_after_cr;
};

/* The line that began a whole window ago is complete. */
static void emit_line(struct hasher *hasher)
{
	guint64 *key = g_new(guint64, 1);
	guint count;

	*key = hasher->hash;
	count = GPOINTER_TO_UINT(g_hash_table_lookup(hasher->counts, key)) + 1;
	g_ptr_array_add(hasher->hashes,
			g_strdup_printf("%" G_GINT64_MODIFIER "x:%u",
					hasher->hash, count));
	g_hash_table_replace(hasher->counts, key, GUINT_TO_POINTER(count));
}

static void roll(struct hasher *hasher, guint16 unit, bool begins_line)
{
	guint index = hasher->index;

	if (hasher->begins[index])
		emit_line(hasher);
	hasher->hash = hasher->hash * FACTOR + unit -
		       hasher->high_factor * hasher->window[index];
	hasher->window[index] = unit;
	hasher->begins[index] = begins_line;
	hasher->index = (index + 1) % WINDOW;
}

static void take_unit(struct hasher *hasher, guint16 unit)
{
	bool is_after_cr = hasher->is_after_cr;
	bool begins_line = hasher->is_line_start;

	hasher->is_after_cr = unit == '\r';
	if (unit == ' ' || unit == '\t' || (is_after_cr && unit == '\n'))
		return;
	if (unit == '\r')
		unit = '\n';
	hasher->is_line_start = unit == '\n';
	roll(hasher, unit, begins_line);
}

static void take_character(struct hasher *hasher, gunichar character)
{
	if (character < 0x10000) {
		take_unit(hasher, (guint16)character);
		return;
	}
	character -= 0x10000;
	take_unit(hasher, (guint16)(0xd800 + (character >> 10)));
	take_unit(hasher, (guint16)(0xdc00 + (character & 0x3ff)));
}

GPtrArray *line_hashes(const char *bytes, gsize length)
{
	g_autoptr(GHashTable) counts = g_hash_table_new_full(
		g_int64_hash, g_int64_equal, g_free, NULL);
	struct hasher hasher = {
		.hashes = g_ptr_array_new_with_free_func(g_free),
		.counts = counts,
		.high_factor = 1,
		.is_line_start = true,
	};

	for (guint i = 0; i < WINDOW; i++)
		hasher.high_factor *= FACTOR;
	while (length) {
		gunichar character;
		gsize used = character_take(bytes, length, &character);

		take_character(&hasher, character);
		bytes += used;
		length -= used;
	}
	take_unit(&hasher, END_OF_FILE);
	for (guint i = 0; i < WINDOW; i++)
		roll(&hasher, 0, false);
	return hasher.hashes;
}
