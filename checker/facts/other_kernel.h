/* SPDX-License-Identifier: GPL-2.0-only */
/* Tells what a module keeps for other kernels, whatever the test is called. */
#ifndef VMALINT_FACTS_OTHER_KERNEL_H
#define VMALINT_FACTS_OTHER_KERNEL_H

#include <glib.h>
#include <stdbool.h>

struct unit_facts;

/* Who knows what conditions hang on, and reads files. */
struct condition_judge {
	/*
	 * True if a condition that had this result could have had the other
	 * one, by a macro that nothing defines.
	 */
	bool (*is_open)(void *context, const char *condition, bool result);
	/* The text of a file, owned; NULL if it cannot be read. */
	char *(*read)(void *context, const char *path, gsize *ret_length);
	void *context;
};

/*
 * Notes the lines of a module whose stores cannot be for this tree: its flag
 * word is const, and they stand in a definition of a helper that the tree has
 * itself, or beside a branch that calls one for the same flags, where nothing
 * that was parsed defines what chose between them. So are errors about flags in
 * such a branch, or in one that the configuration leaves out.
 */
void facts_note_others(struct unit_facts *facts,
		       const struct condition_judge *judge);

/*
 * Notes a line that errors hide, if a test around it hangs on such a macro: it
 * is code of another kernel, which does not compile here.
 */
void facts_note_lost_line(struct unit_facts *facts, guint32 line,
			  const struct condition_judge *judge);

/* True if what a line stores is for another kernel, as noted. */
bool facts_is_for_other(const struct unit_facts *facts, guint32 line);

#endif
