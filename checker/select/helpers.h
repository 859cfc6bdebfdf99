/* SPDX-License-Identifier: GPL-2.0-only */
/* What the helpers of the flag API do, by their bodies, under whatever name. */
#ifndef VMALINT_SELECT_HELPERS_H
#define VMALINT_SELECT_HELPERS_H

#include <glib.h>

/*
 * Reads the inline functions of a header. The headers come in the order in
 * which they include each other: a helper of a helper does what that does.
 *
 * Learns of each function F that changes the flags of its first parameter
 * "F:helper:O", where O is "vma", "bitmap" or "descriptor", and
 *   "F:locks", "F:asserts-lock"	what it does about the lock of a VMA
 *   "F:takes-word"			a parameter is a vm_flags_t
 *   "F:sets:N", "F:clears:N", "F:becomes:N"
 *					what the flags of argument N, from 1, do
 *   "F:own"				it keeps some of the flags that were set
 *   "F:first-word", "F:once"		it writes no other word; in one store
 *   "F:empties"			it clears all words
 * and of those that the tree allows only some flags for "F:atomic-sets" and
 * "F:atomic-tests" (and "vma_flag_t:atomic"), of others that test several
 *"F:tests-all", of those of one bit
 * "F:tests-bit", and of macros that make a bitmap of bits "F:makes-bitmap". No
 * such name could be in a file.
 */
void names_learn_helpers(GHashTable *names, const char *text, gsize length);

#endif
