/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Words of a bitmap, which has one in 6.19 to 7.1 and is declared to grow
 * (NUM_VMA_FLAG_BITS, mm_types.h): which one an expression is about, and what
 * sizes come to. A bitmap of one word counts as one of two, so that code which
 * forgets the others is seen before there are any.
 */
#ifndef VMALINT_FACTS_WORDS_H
#define VMALINT_FACTS_WORDS_H

#include "facts.h"

/* A word of a bitmap, or all of it. */
struct word_place {
	guint32 bitmap;	   /* the expression of the bitmap; or 0 */
	bool is_pointer;   /* that is a pointer to it */
	bool is_whole;	   /* not a word: the bitmap itself */
	guint32 parameter; /* symbol it was reached through, if it is one */
	guint32 index;	   /* a computed number of a word; or 0 */
	gint64 word;	   /* the number, or what the computed one adds to */
};

/* What an lvalue denotes; false if it is no part of a bitmap. */
bool facts_word(const struct unit_facts *facts, guint32 index,
		struct word_place *ret_place);

/* The same of what a pointer points to. */
bool facts_word_pointed_to(const struct unit_facts *facts, guint32 index,
			   struct word_place *ret_place);

/*
 * The words that a place may be, a bit for each: one, or those that a loop
 * around it counts; all if that is not known.
 */
guint64 facts_words_of_place(const struct unit_facts *facts,
			     const struct word_place *place);

/* The words of a bitmap behind the first, a bit for each. */
guint64 facts_tail_words(const struct unit_facts *facts);

/* How many words so many bits are, at least one. */
guint64 facts_words_of_bits(const struct unit_facts *facts, guint64 bits);

/*
 * The value of an expression that the compiler knows; sizes of a bitmap are
 * those of one that has grown. False if it is not known.
 */
bool facts_constant(const struct unit_facts *facts, guint32 index,
		    gint64 *ret_value);

#endif
