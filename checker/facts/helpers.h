/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The helpers of the flag API: what the tree's own bodies of them do (learned
 * by select/helpers.h), whatever they are called. Names count only where a tree
 * has no body of that name.
 */
#ifndef VMALINT_FACTS_HELPERS_H
#define VMALINT_FACTS_HELPERS_H

#include <glib.h>
#include <stdbool.h>

#include "facts/paths/paths.h"

struct unit_facts;

/* Whose flags a helper changes: its first argument points to it. */
enum helper_owner {
	HELPER_OF_NONE,
	HELPER_OF_VMA,
	HELPER_OF_BITMAP,
	HELPER_OF_DESCRIPTOR, /* struct vm_area_desc, 6.17 and later */
};

struct flag_helper {
	enum helper_owner owner;
	bool is_learned;	  /* of the tree's own body, not by its name */
	enum mutator_class class; /* of a VMA's */
	/* Arguments, from 1, whose flags are set, cleared, put in place of all
	 * others; 0: none is. */
	guint8 sets, clears, becomes;
	bool is_first_word; /* of a bitmap; its other words stay */
	bool is_once;	    /* in one store that is not torn */
	bool empties;	    /* all words are cleared */
};

/* What a function does to flags; false if it is no helper. */
bool facts_flag_helper(const struct unit_facts *facts, const char *name,
		       struct flag_helper *ret_helper);

/* True if the flags that were there before are gone. */
bool helper_overwrites(const struct flag_helper *helper);

/*
 * What this tree calls the helper that 6.3 to 7.1 call by a name such as
 * "vm_flags_set" or "mk_vma_flags"; owned; NULL if it has none. The former is
 * "vm_flags_set" on a tree without helpers, too.
 */
char *facts_helper_here(const struct unit_facts *facts, const char *name);

/*
 * True of an expression that the body of a macro spells which has the name of a
 * helper, and is none of the tree's.
 */
bool facts_shadows_helper(const struct unit_facts *facts, guint32 index);

/* True if the tree has one like it. */
bool facts_has_helper(const struct unit_facts *facts, const char *name);

/* A text with the helpers of 6.3 to 7.1 that it names spelled as in this tree;
 * owned.
 */
char *facts_spell_helpers(const struct unit_facts *facts, const char *text);

/* True of a helper that sets, or tests, a flag atomically; 6.19 and later. */
bool facts_sets_atomically(const struct unit_facts *facts, const char *name);
bool facts_tests_atomically(const struct unit_facts *facts, const char *name);

/* True of a helper that asks whether all flags of a mask are set. */
bool facts_tests_all(const struct unit_facts *facts, const char *name);

/* The name of the tree's helper that does so; owned; or NULL. */
char *facts_atomic_setter(const struct unit_facts *facts);
char *facts_atomic_tester(const struct unit_facts *facts);

/* True for a bitmap made of others and an array of bits: __mk_vma_flags(). */
bool facts_makes_bitmap(const struct unit_facts *facts, guint32 function);
/* True for the first word of a bitmap: vma_flags_to_legacy(). */
bool facts_makes_word(const struct unit_facts *facts, guint32 function);
/* True for a test of one bit, of a VMA or of a bitmap. */
bool facts_tests_bit(const struct unit_facts *facts, guint32 function);

#endif
