// SPDX-License-Identifier: GPL-2.0-only
#include "cache_tree.h"

#include <string.h>

#include "index.h"

/* No kernel's folders lie deeper; a broken file may say so. */
enum { DEPTH_LIMIT = 200 };

struct cache_tree_reader {
	const guint8 *next, *end;
	gsize id_size;
	GArray *nodes;
};

static bool take_string(struct cache_tree_reader *reading,
			const char **ret_string)
{
	const guint8 *nul = memchr(reading->next, '\0',
				   (gsize)(reading->end - reading->next));

	if (!nul)
		return false;
	*ret_string = (const char *)reading->next;
	reading->next = nul + 1;
	return true;
}

/* Digits and what ends them; a leading '-' makes the number -1. */
static bool take_number(struct cache_tree_reader *reading, guint8 end,
			gint32 *ret_number)
{
	const guint8 *next = reading->next;
	const bool is_negative = next < reading->end && *next == '-';
	gint32 number = 0;

	next += is_negative ? 1 : 0;
	while (next < reading->end && g_ascii_isdigit(*next)) {
		if (number > G_MAXINT32 / 10 - 1)
			return false;
		number = number * 10 + *next++ - '0';
	}
	if (next == reading->end || *next != end)
		return false;
	reading->next = next + 1;
	*ret_number = is_negative ? -1 : number;
	return true;
}

/* "NAME\0ENTRIES SUBTREES\n", the id if ENTRIES is not -1, the subtrees. */
static bool take_node(struct cache_tree_reader *reading, guint depth)
{
	const guint place = reading->nodes->len;
	struct cache_node node = { 0 };
	gint32 nr_entries, nr_subtrees;

	if (depth > DEPTH_LIMIT || !take_string(reading, &node.name) ||
	    !take_number(reading, ' ', &nr_entries) ||
	    !take_number(reading, '\n', &nr_subtrees))
		return false;
	if (nr_entries >= 0) {
		if ((gsize)(reading->end - reading->next) < reading->id_size)
			return false;
		node.id = reading->next;
		reading->next += reading->id_size;
	}
	g_array_append_val(reading->nodes, node);
	while (nr_subtrees-- > 0) {
		if (!take_node(reading, depth + 1))
			return false;
	}
	g_array_index(reading->nodes, struct cache_node, place).end =
		reading->nodes->len;
	return true;
}

GArray *cache_tree_read(const struct index_reader *reader)
{
	struct cache_tree_reader reading = { .id_size = reader->id_size };
	gsize size;

	if (!index_extension(reader, "TREE", &reading.next, &size))
		return NULL;
	reading.end = reading.next + size;
	reading.nodes = g_array_new(FALSE, FALSE, sizeof(struct cache_node));
	if (take_node(&reading, 0) && reading.next == reading.end)
		return reading.nodes;
	g_array_free(reading.nodes, TRUE);
	return NULL;
}

guint cache_tree_child(const GArray *nodes, guint parent, const char *name)
{
	guint place = parent, end = parent;

	if (parent != CACHE_NOWHERE) {
		end = g_array_index(nodes, struct cache_node, parent).end;
		place++;
	}
	while (place < end) {
		const struct cache_node *node =
			&g_array_index(nodes, struct cache_node, place);

		if (strcmp(node->name, name) == 0)
			return place;
		place = node->end;
	}
	return CACHE_NOWHERE;
}
