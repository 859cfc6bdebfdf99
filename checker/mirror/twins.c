// SPDX-License-Identifier: GPL-2.0-only
/*
 * A mask and a bitmap of one header that stand for the same flags, as
 * VM_SPECIAL and VMA_SPECIAL_FLAGS do until all users are converted (7.0). They
 * are compared by the names of flags: which bits these have, and whether they
 * have one, is up to the configuration.
 */
#include <string.h>

#include "base/sort.h"
#include "compare.h"
#include "definition.h"
#include "definitions.h"
#include "kernel_files.h"
#include "mirror.h"
#include "term.h"

enum { NESTING_LIMIT = 16 };

struct flag_set {
	const struct definitions *side;
	struct terms *terms;
	GHashTable *stems; /* names without VM_, VMA_ and _BIT */
	guint depth;
};

static bool collect(struct flag_set *set, const struct term *term);

/* "IO" of "VM_IO" or "VMA_IO_BIT", if that is a flag of one bit; owned. */
static char *single_stem(const struct definitions *side, const char *name)
{
	g_autofree char *stem = NULL;
	g_autofree char *bit = NULL;

	if (g_str_has_prefix(name, "VMA_") && g_str_has_suffix(name, "_BIT"))
		stem = g_strndup(name + 4, strlen(name) - 8);
	else if (g_str_has_prefix(name, "VM_"))
		stem = g_strdup(name + 3);
	if (!stem)
		return NULL;
	bit = g_strdup_printf("VMA_%s_BIT", stem);
	return g_hash_table_contains(side->flags, bit) ?
		       g_steal_pointer(&stem) :
		       NULL;
}

static bool collect_words(struct flag_set *set, const GArray *words)
{
	return collect(set,
		       term_read_expression(set->terms,
					    (const struct word *)words->data,
					    words->len));
}

static bool collect_name(struct flag_set *set, const struct term *term)
{
	char *stem = single_stem(set->side, term->text);
	const struct defined *macro;

	if (stem) {
		g_hash_table_add(set->stems, stem);
		return true;
	}
	if (strcmp(term->text, "VM_NONE") == 0 ||
	    strcmp(term->text, "EMPTY_VMA_FLAGS") == 0)
		return true;
	macro = definitions_meaning(set->side, term->text);
	return macro && macro->kind == DEFINITION_MACRO &&
	       !macro->is_function_like && collect_words(set, macro->body);
}

static bool collect_children(struct flag_set *set, const struct term *term,
			     guint from)
{
	for (guint i = from; i < term->children->len; i++) {
		if (!collect(set, term_child(term, i)))
			return false;
	}
	return true;
}

static bool collect_call(struct flag_set *set, const struct term *call)
{
	const char *callee = term_callee(call);
	const struct defined *macro = definitions_meaning(set->side, callee);
	const struct term *term;

	if (definitions_makes_bitmap(set->side, callee) ||
	    strcmp(callee, "append_vma_flags") == 0 ||
	    strcmp(callee, "BIT") == 0)
		return collect_children(set, call, 1);
	if (!macro || macro->kind != DEFINITION_MACRO)
		return false;
	term = macro_call_term(set->terms, macro, call);
	return term && collect(set, term);
}

static bool collect(struct flag_set *set, const struct term *term)
{
	bool is_known = false;

	if (++set->depth > NESTING_LIMIT)
		return false;
	switch (term->kind) {
	case TERM_NAME:
		is_known = collect_name(set, term);
		break;
	case TERM_CALL:
		is_known = collect_call(set, term);
		break;
	case TERM_CAST:
		is_known = collect(set, term_child(term, 0));
		break;
	case TERM_BINARY:
		is_known = strcmp(term->text, "|") == 0 ?
				   collect_children(set, term, 0) :
				   strcmp(term->text, "<<") == 0 &&
					   collect(set, term_child(term, 1));
		break;
	case TERM_NUMBER:
		is_known = strspn(term->text, "0xXuUlL") == strlen(term->text);
		break;
	default:
		break;
	}
	set->depth--;
	return is_known;
}

/* The flags that a definition names; NULL if that cannot be told. Owned. */
static GHashTable *flags_of(const struct definitions *side,
			    const struct defined *definition)
{
	struct flag_set set = {
		.side = side,
		.terms = terms_new(),
		.stems = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					       NULL),
	};

	if (!collect_words(&set, definition->body) ||
	    g_hash_table_size(set.stems) == 0)
		g_clear_pointer(&set.stems, g_hash_table_destroy);
	terms_free(set.terms);
	return set.stems;
}

/* True if some configuration has no bit for the flag. */
static bool is_optional(const struct definitions *side, const char *stem)
{
	g_autofree char *name = g_strconcat("VM_", stem, NULL);
	const GPtrArray *list = definitions_find(side, name);

	for (guint i = 0; i < list->len; i++) {
		const struct defined *one = g_ptr_array_index(list, i);
		const struct word *word = (const struct word *)one->body->data;

		if (one->kind == DEFINITION_MACRO && one->body->len == 1 &&
		    (strcmp(word->text, "VM_NONE") == 0 ||
		     strcmp(word->text, "0") == 0))
			return true;
	}
	return false;
}

/* What one has and the other has not, sorted: "VM_A, VM_B". Owned. */
static char *without(const struct definitions *side, GHashTable *all,
		     GHashTable *others)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	GString *text = g_string_new(NULL);
	GHashTableIter iter;
	gpointer stem;

	g_hash_table_iter_init(&iter, all);
	while (g_hash_table_iter_next(&iter, &stem, NULL)) {
		if (!g_hash_table_contains(others, stem) &&
		    !is_optional(side, stem))
			g_ptr_array_add(names, stem);
	}
	sort_strings(names);
	for (guint i = 0; i < names->len; i++)
		g_string_append_printf(text, "%sVM_%s", i > 0 ? ", " : "",
				       (char *)g_ptr_array_index(names, i));
	return g_string_free(text, FALSE);
}

static bool is_mask(const struct defined *one)
{
	return one->kind == DEFINITION_MACRO && !one->is_function_like;
}

/* The masks that a bitmap may be the twin of; NULL if there are none. */
static const GPtrArray *twins_of(const struct definitions *side,
				 const char *name)
{
	static const char *const ends[] = { "", "_FLAGS", "_MASK" };
	const char *stem = name + strlen("VMA_");

	for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
		g_autofree char *mask = NULL;
		g_autofree char *single = NULL;
		const GPtrArray *list;

		if (!g_str_has_suffix(stem, ends[i]))
			continue;
		mask = g_strdup_printf(
			"VM_%.*s", (int)(strlen(stem) - strlen(ends[i])), stem);
		list = definitions_find(side, mask);
		single = single_stem(side, mask);
		if (list->len > 0 && (i == 0 || !single))
			return list;
	}
	return NULL;
}

static void compare_twins(const struct comparing *comparing,
			  const struct defined *bitmap)
{
	const struct definitions *side = comparing->copies;
	const GPtrArray *list = twins_of(side, bitmap->name.text);
	g_autoptr(GHashTable) mine = list ? flags_of(side, bitmap) : NULL;
	const struct defined *odd = NULL;
	g_autofree char *here = NULL;
	g_autofree char *there = NULL;

	for (guint i = 0; mine && i < list->len; i++) {
		const struct defined *one = g_ptr_array_index(list, i);
		g_autoptr(GHashTable) theirs =
			is_mask(one) ? flags_of(side, one) : NULL;

		if (!theirs ||
		    words_exclude(bitmap->file->words, bitmap->name.guard,
				  one->name.guard))
			continue;
		g_free(here);
		g_free(there);
		here = without(side, mine, theirs);
		there = without(side, theirs, mine);
		if (!*here && !*there)
			return;
		odd = one;
	}
	if (odd)
		comparing_add(comparing,
			      (struct drift){ .kind = DRIFT_TWIN,
					      .name = bitmap->name.text,
					      .here = definition_place(bitmap),
					      .there = definition_place(odd),
					      .mine = here,
					      .theirs = there });
}

void mirror_compare_twins(const struct mirror_request *request,
			  const char *path, struct mirror *mirror)
{
	g_autoptr(GHashTable) settings =
		g_hash_table_new(g_str_hash, g_str_equal);
	struct definitions *side = definitions_new(settings, request->flags);
	const struct comparing comparing = {
		.mirror = mirror,
		.copies = side,
		.kernel = side,
		.flags = request->flags,
	};

	if (definitions_read_if(request, path, "#define VMA_", side)) {
		const struct file *file = g_ptr_array_index(side->files, 0);

		for (guint i = 0; i < file->definitions->len; i++) {
			const struct defined *one =
				g_ptr_array_index(file->definitions, i);

			if (is_mask(one) &&
			    g_str_has_prefix(one->name.text, "VMA_"))
				compare_twins(&comparing, one);
		}
	}
	definitions_free(side);
}
