// SPDX-License-Identifier: GPL-2.0-only
/*
 * Flags that have numbers of their own must differ wherever both are there.
 * Those that are declared to be another one share its bit on purpose; two of
 * these are one bit by mistake only if one architecture has both.
 */
#include "clashes.h"

#include <string.h>

#include "condition.h"
#include "shadows.h"

/* A name with the bit that it has under a condition. */
struct bit_name {
	const char *name, *stem; /* equal stems are one string */
	int bit;
	const struct flag_value *value;
	bool is_mask;
	bool is_own; /* by a number, not by another name */
};

/* "IO" of VM_IO, VMA_IO_BIT and VM_IO_BIT; owned. */
static char *stem_of(const char *name)
{
	const char *start = g_str_has_prefix(name, "VMA_") ? name + 4 :
							     name + 3;
	char *stem = g_strdup(start);
	char *middle = strstr(stem, "_BIT_");

	if (g_str_has_suffix(stem, "_BIT"))
		stem[strlen(stem) - strlen("_BIT")] = '\0';
	else if (middle)
		memmove(middle, middle + strlen("_BIT"),
			strlen(middle + strlen("_BIT")) + 1);
	return stem;
}

/* More names than these are no person's; 120 in 7.1. */
enum { NAMES_LIMIT = 1000 };

static bool have_same_stem(const char *a, const char *b)
{
	g_autofree char *left = stem_of(a);
	g_autofree char *right = stem_of(b);

	return strcmp(left, right) == 0;
}

/* The number of a bit, or the only bit of a mask; -1 if it is neither. */
static int bit_of(const struct flag_value *value, bool is_mask)
{
	if (!value->is_known)
		return -1;
	if (is_mask)
		return flag_single_bit(value->value);
	return value->value < 64 ? (int)value->value : -1;
}

static void add_names(const struct shadows *shadows, const char *name,
		      bool is_mask, GArray *ret_names)
{
	g_autofree char *stem = stem_of(name);
	const GPtrArray *values = flags_values(shadows->flags, name);

	for (guint i = 0; i < values->len; i++) {
		const struct flag_value *value = g_ptr_array_index(values, i);
		const struct bit_name bit = {
			.name = name,
			.stem = g_string_chunk_insert_const(shadows->strings,
							    stem),
			.bit = bit_of(value, is_mask),
			.value = value,
			.is_mask = is_mask,
			.is_own = value->via->len == 0,
		};

		if (bit.bit >= 0 && ret_names->len < NAMES_LIMIT)
			g_array_append_val(ret_names, bit);
	}
}

/* Numbers of flags: VMA_x_BIT, and VM_x_BIT before 6.19. */
static void add_numbers(const struct shadows *shadows, GArray *ret_names)
{
	const GPtrArray *all = shadows->flags->definitions;
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < all->len; i++) {
		const struct flag_definition *one = g_ptr_array_index(all, i);

		if ((one->is_bit ||
		     g_hash_table_contains(shadows->names, one->name)) &&
		    (g_str_has_suffix(one->name, "_BIT") ||
		     strstr(one->name, "_BIT_")) &&
		    g_hash_table_add(seen, one->name))
			add_names(shadows, one->name, false, ret_names);
	}
}

static bool meet(const struct shadows *shadows, const struct bit_name *a,
		 const struct bit_name *b)
{
	g_autofree char *both =
		condition_and(a->value->condition, b->value->condition);

	return shadows_can_hold(shadows, both);
}

/* The mask takes the bit of another flag, and nothing says that it is one. */
static bool is_undeclared(const struct shadows *shadows,
			  const struct bit_name *mask,
			  const struct bit_name *other)
{
	g_autofree char *stem = stem_of(mask->name);
	g_autofree char *number = g_strdup_printf("VMA_%s_BIT", stem);
	const char *first = mask->value->via->len > 0 ?
				    g_ptr_array_index(mask->value->via, 0) :
				    NULL;

	/* One that has a number is set against that. */
	return first && mask->is_mask && other->is_mask &&
	       !flags_defined(shadows->flags, number) &&
	       !mask->value->definition->is_alias &&
	       !have_same_stem(mask->name, first) &&
	       have_same_stem(other->name, first) &&
	       !g_ptr_array_find_with_equal_func(other->value->via, mask->name,
						 g_str_equal, NULL) &&
	       !shadows_is_placeholder(other->name);
}

static bool is_shared(const struct shadows *shadows, const struct bit_name *a,
		      const struct bit_name *b)
{
	if (a->bit != b->bit || a->stem == b->stem)
		return false;
	if (a->is_own && b->is_own)
		return meet(shadows, a, b);
	if (is_undeclared(shadows, a, b) || is_undeclared(shadows, b, a))
		return meet(shadows, a, b);
	/* Two names for one bit that stands for what varies. */
	return a->is_mask && b->is_mask && !a->is_own && !b->is_own &&
	       !shadows_is_placeholder(a->name) &&
	       !shadows_is_placeholder(b->name) &&
	       !shadows_leads_to(shadows, a->name, b->name) &&
	       !shadows_leads_to(shadows, b->name, a->name) &&
	       condition_share_arch(a->value->condition, b->value->condition);
}

static void add_clash(GArray *clashes, enum clash_kind kind,
		      const struct bit_name *one, const struct bit_name *other)
{
	const struct flag_clash clash = {
		.kind = kind,
		.definition = one->value->definition,
		.other = other->value->definition,
		.bit = one->bit,
		.other_bit = other->bit,
	};

	for (guint i = 0; i < clashes->len; i++) {
		const struct flag_clash *known =
			&g_array_index(clashes, struct flag_clash, i);

		if (known->kind == kind &&
		    strcmp(known->definition->name, one->name) == 0 &&
		    strcmp(known->other->name, other->name) == 0)
			return;
	}
	g_array_append_val(clashes, clash);
}

/* A mask and the number of its name: VM_IO and VMA_IO_BIT. */
static bool are_twins_apart(const struct shadows *shadows,
			    const struct bit_name *a, const struct bit_name *b)
{
	return a->is_mask && !b->is_mask && a->bit != b->bit &&
	       a->stem == b->stem && meet(shadows, a, b);
}

GArray *shadows_clashes(const struct shadows *shadows)
{
	GArray *clashes = g_array_new(FALSE, FALSE, sizeof(struct flag_clash));
	g_autoptr(GPtrArray) masks = shadows_flags(shadows);
	g_autoptr(GArray) all =
		g_array_new(FALSE, FALSE, sizeof(struct bit_name));

	for (guint i = 0; i < masks->len; i++)
		add_names(shadows, g_ptr_array_index(masks, i), true, all);
	add_numbers(shadows, all);
	for (guint i = 0; i < all->len; i++) {
		const struct bit_name *a =
			&g_array_index(all, struct bit_name, i);

		for (guint k = 0; k < all->len; k++) {
			const struct bit_name *b =
				&g_array_index(all, struct bit_name, k);

			if (k < i && is_shared(shadows, a, b))
				add_clash(clashes, CLASH_SHARED, a, b);
			if (are_twins_apart(shadows, a, b))
				add_clash(clashes, CLASH_TWIN, a, b);
		}
	}
	return clashes;
}
