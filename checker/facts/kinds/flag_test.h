/* SPDX-License-Identifier: GPL-2.0-only */
/* What a condition asks of a flag word; a part of facts.h. */
#ifndef VMALINT_FACTS_KINDS_FLAG_TEST_H
#define VMALINT_FACTS_KINDS_FLAG_TEST_H

#include <glib.h>
#include <stdbool.h>

struct unit_facts;

/*
 * `word & mask' with a constant mask, as it is or compared with 0 or with the
 * mask, and any `!' before it. A test of one flag that no configuration lacks
 * asks for any and for all of its flags.
 */
struct flag_test {
	guint32 node;	 /* all of it, without casts around it */
	guint32 word;	 /* what is tested */
	guint32 mask;	 /* the flags that it is tested for */
	bool is_any;	 /* whether one of them is set .. */
	bool is_all;	 /* .. or each one */
	bool is_negated; /* true if they are not */
	bool is_plain;	 /* reading the word again gives the same */
};

/* Reads an operand of && or ||; false if it is no such test. */
bool facts_flag_test(const struct unit_facts *facts, guint32 index,
		     struct flag_test *ret_test);

/*
 * True if flags are wanted where a truth value stands, which is 0 or 1 there:
 * as an operand of & or | beside flags, or as what becomes a vm_flags_t.
 */
bool facts_stands_for_mask(const struct unit_facts *facts, guint32 index);

#endif
