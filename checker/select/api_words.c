// SPDX-License-Identifier: GPL-2.0-only
/* What was recognised of a tree's flag API, in words, by the learned names. */
#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
#include "names.h"
#include "select.h"

/* The names that have a mark and not the other one; sorted, borrowed. */
static GPtrArray *marked(const struct tree *tree, const char *mark,
			 const char *without)
{
	GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
	GHashTableIter iter;
	gpointer key;

	g_hash_table_iter_init(&iter, tree->names);
	while (g_hash_table_iter_next(&iter, &key, NULL)) {
		g_autofree char *name = NULL;
		g_autofree char *other = NULL;

		if (!g_str_has_suffix(key, mark))
			continue;
		name = g_strndup(key, strlen(key) - strlen(mark));
		other = g_strconcat(name, without, NULL);
		if (!g_hash_table_contains(tree->names, other))
			g_ptr_array_add(found, g_steal_pointer(&name));
	}
	sort_strings(found);
	return found;
}

static void append_names(GString *out, const char *title,
			 const GPtrArray *names)
{
	for (guint i = 0; i < names->len; i++)
		g_string_append_printf(
			out, "%s%s", i ? ", " : title,
			(const char *)g_ptr_array_index(names, i));
	if (names->len)
		g_string_append_c(out, '\n');
}

/* Helpers of VMAs by what they do about the lock. */
static void append_helpers(GString *out, const struct tree *tree)
{
	g_autoptr(GPtrArray) all = marked(tree, ":helper:vma", ":locks");
	g_autoptr(GPtrArray) locks = marked(tree, ":locks", ":none");
	g_autoptr(GPtrArray) asserts = marked(tree, ":asserts-lock", ":none");
	g_autoptr(GPtrArray) bitmap = marked(tree, ":helper:bitmap", ":none");
	g_autoptr(GPtrArray) descriptor =
		marked(tree, ":helper:descriptor", ":none");
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	g_autoptr(GPtrArray) bare = g_ptr_array_new();

	for (guint i = 0; i < all->len; i++) {
		char *name = g_ptr_array_index(all, i);
		g_autofree char *lock =
			g_strconcat(name, ":asserts-lock", NULL);
		g_autofree char *word = g_strconcat(name, ":takes-word", NULL);

		if (g_hash_table_contains(tree->names, lock))
			continue;
		g_ptr_array_add(
			g_hash_table_contains(tree->names, word) ? words : bare,
			name);
	}
	append_names(out, "helpers that lock the VMA: ", locks);
	append_names(out, "helpers that assert that it is locked: ", asserts);
	append_names(out, "helpers for a VMA that nobody else sees: ", words);
	append_names(out, "helpers that leave the lock to the caller: ", bare);
	append_names(out, "helpers of bitmaps: ", bitmap);
	append_names(out, "helpers of VMAs to come: ", descriptor);
}

static void append_atomic(GString *out, const struct tree *tree)
{
	g_autoptr(GPtrArray) setters = marked(tree, ":atomic-sets", ":none");
	g_autoptr(GPtrArray) testers = marked(tree, ":atomic-tests", ":none");

	append_names(out, "helpers that set atomically: ", setters);
	append_names(out, "helpers that test atomically: ", testers);
}

/* `BITS_PER_LONG' or a number of bits, in words. */
static void append_size(GString *out, const char *size)
{
	gint64 bits = g_ascii_strtoll(size, NULL, 10);

	if (bits > 0)
		g_string_append_printf(
			out, " of %s bits: %d words of 64, %d of 32", size,
			(int)((bits + 63) / 64), (int)((bits + 31) / 32));
	else if (strcmp(size, "BITS_PER_LONG") == 0)
		g_string_append(out, " of one word (BITS_PER_LONG bits)");
	else
		g_string_append_printf(out, " of %s bits", size);
}

static void append_bitmap(GString *out, const struct tree *tree)
{
	GHashTableIter iter;
	gpointer key;
	guint nr_bits = 0;

	g_string_append(out, "bitmap vma_flags_t");
	g_hash_table_iter_init(&iter, tree->names);
	while (g_hash_table_iter_next(&iter, &key, NULL)) {
		if (g_str_has_prefix(key, NAMES_BITMAP_SIZE))
			append_size(out,
				    (char *)key + strlen(NAMES_BITMAP_SIZE));
		nr_bits += g_str_has_prefix(key, "VMA_") &&
			   g_str_has_suffix(key, "_BIT") && !strchr(key, ':');
	}
	g_string_append_printf(
		out,
		", %s, beside the word\n%u names of bits, of type "
		"vma_flag_t\n",
		tree_has_name(tree, "vma_flags_t:__private") ?
			"__private to its helpers" :
			"open to its users",
		nr_bits);
}

char *tree_api_words(const struct tree *tree)
{
	GString *out = g_string_new(NULL);

	g_string_append(out, tree->api == TREE_API_PLAIN ?
				     "plain word vm_flags, written by all\n" :
				     "const word vm_flags\n");
	if (tree->api == TREE_API_CONST)
		g_string_append(out, "__private word __vm_flags, which "
				     "helpers write\n");
	if (tree->api == TREE_API_TYPED)
		append_bitmap(out, tree);
	append_helpers(out, tree);
	append_atomic(out, tree);
	g_string_append(out, tree_has_name(tree, "vma_start_write()") ?
				     "VMAs have locks of their own\n" :
				     "VMAs have no locks of their own\n");
	return g_string_free(out, FALSE);
}
