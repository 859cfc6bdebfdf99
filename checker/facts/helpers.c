// SPDX-License-Identifier: GPL-2.0-only
/* Helpers by what was learned of their bodies, by their types, by their names.
 */
#include "facts/helpers.h"

#include <string.h>

#include "facts/facts.h"

/* The last argument that a mark can name. */
enum { LAST_ARGUMENT = 4 };

/*
 * Helpers of 6.3 to 7.1, for trees without their bodies: what a module brings
 * along for older kernels is called so, too.
 */
static const struct known_helper {
	const char *name;
	struct flag_helper does; /* to a VMA's flags, */
	const char *mark;	 /* or how others like it are marked */
} known_helpers[] = {
	{ .name = "vm_flags_init",
	  .does = { .owner = HELPER_OF_VMA,
		    .class = MUTATOR_INIT,
		    .becomes = 2 } },
	{ .name = "__vm_flags_mod",
	  .does = { .owner = HELPER_OF_VMA,
		    .class = MUTATOR_INIT,
		    .sets = 2,
		    .clears = 3 } },
	{ .name = "vm_flags_reset",
	  .does = { .owner = HELPER_OF_VMA,
		    .class = MUTATOR_ASSERTING,
		    .becomes = 2 } },
	{ .name = "vm_flags_reset_once",
	  .does = { .owner = HELPER_OF_VMA,
		    .class = MUTATOR_ASSERTING,
		    .becomes = 2,
		    .is_once = true } },
	{ .name = "vm_flags_set",
	  .does = { .owner = HELPER_OF_VMA,
		    .class = MUTATOR_LOCKING,
		    .sets = 2 } },
	{ .name = "vm_flags_clear",
	  .does = { .owner = HELPER_OF_VMA,
		    .class = MUTATOR_LOCKING,
		    .clears = 2 } },
	{ .name = "vm_flags_mod",
	  .does = { .owner = HELPER_OF_VMA,
		    .class = MUTATOR_LOCKING,
		    .sets = 2,
		    .clears = 3 } },
	{ .name = "mk_vma_flags", .mark = ":makes-bitmap" },
	{ .name = "vma_test", .mark = ":tests-bit" },
};

static const struct known_helper *find_known(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(known_helpers); i++) {
		if (strcmp(known_helpers[i].name, name) == 0)
			return &known_helpers[i];
	}
	return NULL;
}

static bool has_mark(const struct unit_facts *facts, const char *name,
		     const char *mark)
{
	g_autofree char *key = g_strconcat(name, mark, NULL);

	return facts_tree_has(facts, key);
}

static enum helper_owner learned_owner(const struct unit_facts *facts,
				       const char *name)
{
	if (has_mark(facts, name, ":helper:vma"))
		return HELPER_OF_VMA;
	if (has_mark(facts, name, ":helper:bitmap"))
		return HELPER_OF_BITMAP;
	return has_mark(facts, name, ":helper:descriptor") ?
		       HELPER_OF_DESCRIPTOR :
		       HELPER_OF_NONE;
}

static enum mutator_class learned_class(const struct unit_facts *facts,
					const char *name)
{
	if (has_mark(facts, name, ":locks"))
		return MUTATOR_LOCKING;
	if (has_mark(facts, name, ":asserts-lock"))
		return MUTATOR_ASSERTING;
	/* Words are for those that nobody sees; of bitmaps mm/ has to know. */
	return has_mark(facts, name, ":takes-word") ? MUTATOR_INIT :
						      MUTATOR_BARE;
}

/* The argument that does what a word says; or 0. */
static guint8 learned_argument(const struct unit_facts *facts, const char *name,
			       const char *role)
{
	for (guint nr = 2; nr <= LAST_ARGUMENT; nr++) {
		g_autofree char *mark = g_strdup_printf(":%s:%u", role, nr);

		if (has_mark(facts, name, mark))
			return (guint8)nr;
	}
	return 0;
}

static bool read_learned(const struct unit_facts *facts, const char *name,
			 struct flag_helper *ret_helper)
{
	/* All helpers have a type of flags in their declaration. */
	if (!facts_tree_has(facts, name))
		return false;
	ret_helper->owner = learned_owner(facts, name);
	if (ret_helper->owner == HELPER_OF_NONE)
		return false;
	if (ret_helper->owner == HELPER_OF_VMA)
		ret_helper->class = learned_class(facts, name);
	ret_helper->is_learned = true;
	ret_helper->sets = learned_argument(facts, name, "sets");
	ret_helper->clears = learned_argument(facts, name, "clears");
	ret_helper->becomes = learned_argument(facts, name, "becomes");
	ret_helper->is_first_word = has_mark(facts, name, ":first-word");
	ret_helper->is_once = has_mark(facts, name, ":once");
	ret_helper->empties = has_mark(facts, name, ":empties") &&
			      !has_mark(facts, name, ":own");
	return true;
}

bool facts_flag_helper(const struct unit_facts *facts, const char *name,
		       struct flag_helper *ret_helper)
{
	const struct known_helper *known;

	*ret_helper = (struct flag_helper){ 0 };
	if (!*name)
		return false;
	if (read_learned(facts, name, ret_helper))
		return true;
	known = find_known(name);
	if (known)
		*ret_helper = known->does;
	return ret_helper->owner != HELPER_OF_NONE;
}

bool helper_overwrites(const struct flag_helper *helper)
{
	return helper->becomes || helper->empties;
}

/* True if one does what the other does, whatever a bitmap adds to it. */
static bool is_same_helper(const struct flag_helper *a,
			   const struct flag_helper *b)
{
	return a->owner == b->owner && a->class == b->class &&
	       a->sets == b->sets && a->clears == b->clears &&
	       a->becomes == b->becomes && a->is_once == b->is_once;
}

/* The first name, by its letters, that has a mark and fits; owned; or NULL. */
static char *find_marked(const struct unit_facts *facts, const char *mark,
			 const struct flag_helper *wanted)
{
	g_autofree char *best = NULL;
	GHashTableIter iter;
	gpointer key;

	if (!facts->names)
		return NULL;
	g_hash_table_iter_init(&iter, facts->names);
	while (g_hash_table_iter_next(&iter, &key, NULL)) {
		g_autofree char *name = NULL;
		struct flag_helper helper;

		if (!g_str_has_suffix(key, mark))
			continue;
		name = g_strndup(key, strlen(key) - strlen(mark));
		if (wanted && (!facts_flag_helper(facts, name, &helper) ||
			       !is_same_helper(&helper, wanted)))
			continue;
		if (!best || strcmp(name, best) < 0) {
			g_free(best);
			best = g_steal_pointer(&name);
		}
	}
	return g_steal_pointer(&best);
}

char *facts_helper_here(const struct unit_facts *facts, const char *name)
{
	const struct known_helper *known = find_known(name);

	if (facts_tree_calls(facts, name) ||
	    (known && !known->mark && facts->api == FACTS_PLAIN))
		return g_strdup(name);
	if (!known)
		return NULL;
	return known->mark ? find_marked(facts, known->mark, NULL) :
			     find_marked(facts, ":helper:vma", &known->does);
}

bool facts_shadows_helper(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);
	struct flag_helper helper;

	return (node->flags & NODE_FROM_MACRO) && *node->macro &&
	       g_path_is_absolute(facts_macro_path(facts, node->macro)) &&
	       facts_flag_helper(facts, node->macro, &helper);
}

bool facts_has_helper(const struct unit_facts *facts, const char *name)
{
	g_autofree char *here = facts_helper_here(facts, name);

	return here != NULL;
}

/* Puts another name in the place of a function's, wherever it is called. */
static void rename_calls(GString *text, const char *name, const char *other)
{
	g_autofree char *call = g_strconcat(name, "(", NULL);
	const gsize length = strlen(name);

	for (char *at = text->str; (at = strstr(at, call)) != NULL;) {
		const gsize offset = (gsize)(at - text->str);
		const bool is_whole =
			offset == 0 ||
			!(g_ascii_isalnum(at[-1]) || at[-1] == '_');

		if (is_whole) {
			g_string_erase(text, (gssize)offset, (gssize)length);
			g_string_insert(text, (gssize)offset, other);
		}
		at = text->str + offset + (is_whole ? strlen(other) : length);
	}
}

char *facts_spell_helpers(const struct unit_facts *facts, const char *text)
{
	GString *spelled = g_string_new(text);

	for (gsize i = 0; i < G_N_ELEMENTS(known_helpers); i++) {
		const char *name = known_helpers[i].name;
		g_autofree char *here = NULL;

		if (strstr(spelled->str, name))
			here = facts_helper_here(facts, name);
		if (here && strcmp(here, name) != 0)
			rename_calls(spelled, name, here);
	}
	return g_string_free(spelled, FALSE);
}

bool facts_sets_atomically(const struct unit_facts *facts, const char *name)
{
	return facts_tree_has(facts, name) &&
	       has_mark(facts, name, ":atomic-sets");
}

bool facts_tests_atomically(const struct unit_facts *facts, const char *name)
{
	return facts_tree_has(facts, name) &&
	       has_mark(facts, name, ":atomic-tests");
}

bool facts_tests_all(const struct unit_facts *facts, const char *name)
{
	return facts_tree_has(facts, name) &&
	       has_mark(facts, name, ":tests-all");
}

char *facts_atomic_setter(const struct unit_facts *facts)
{
	return find_marked(facts, ":atomic-sets", NULL);
}

char *facts_atomic_tester(const struct unit_facts *facts)
{
	return find_marked(facts, ":atomic-tests", NULL);
}

/* The type of a parameter of a function; none if it has not so many. */
static guint32 parameter_type(const struct unit_facts *facts, guint32 function,
			      guint nr)
{
	const struct symbol *symbol = facts_symbol(facts, function);

	return nr < symbol->nr_parameters ?
		       g_array_index(facts->parameters, guint32,
				     symbol->parameters + nr) :
		       0;
}

static bool is_bit_type(const struct unit_facts *facts, guint32 type)
{
	return strcmp(facts_type(facts, type)->alias, "vma_flag_t") == 0;
}

static bool is_pointer(const struct unit_facts *facts, guint32 type)
{
	return facts_type(facts, type)->class == TYPE_POINTER;
}

bool facts_makes_bitmap(const struct unit_facts *facts, guint32 function)
{
	const struct symbol *symbol = facts_symbol(facts, function);
	const struct type *type = facts_type(facts, symbol->type);
	guint32 bits = parameter_type(facts, function, 2);

	return symbol->nr_parameters == 3 &&
	       facts_is_bitmap(facts, type->target) &&
	       facts_is_bitmap(facts, parameter_type(facts, function, 0)) &&
	       is_pointer(facts, bits) &&
	       is_bit_type(facts, facts_type(facts, bits)->target);
}

bool facts_makes_word(const struct unit_facts *facts, guint32 function)
{
	const struct symbol *symbol = facts_symbol(facts, function);
	const struct type *type = facts_type(facts, symbol->type);

	return symbol->nr_parameters == 1 &&
	       facts_is_bitmap(facts, parameter_type(facts, function, 0)) &&
	       strcmp(facts_type(facts, type->target)->alias, "vm_flags_t") ==
		       0;
}

bool facts_tests_bit(const struct unit_facts *facts, guint32 function)
{
	const struct symbol *symbol = facts_symbol(facts, function);
	const struct type *owner =
		facts_type(facts, parameter_type(facts, function, 0));
	const struct type *target = facts_type(facts, owner->target);
	const struct type *type = facts_type(facts, symbol->type);

	return symbol->nr_parameters == 2 &&
	       facts_type(facts, type->target)->class == TYPE_BOOL &&
	       is_bit_type(facts, parameter_type(facts, function, 1)) &&
	       owner->class == TYPE_POINTER && target->is_const &&
	       (facts_is_bitmap(facts, owner->target) ||
		strcmp(target->record, "vm_area_struct") == 0) &&
	       !facts_tests_atomically(facts, symbol->name);
}
