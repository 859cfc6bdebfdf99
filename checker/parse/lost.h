/* SPDX-License-Identifier: GPL-2.0-only */
/* What an error has cost: a statement that the parser has dropped. */
#ifndef VMALINT_PARSE_LOST_H
#define VMALINT_PARSE_LOST_H

#include <glib.h>
#include <stdbool.h>

struct function;
struct line_range;
struct unit_facts;

/* The lines of the statement around an offset of a function. */
struct line_range lost_statement(const struct unit_facts *facts,
				 const struct function *function,
				 guint32 offset);

/*
 * True if that statement may decide where a path goes, or takes a lock or
 * changes an area: by the name of what it calls, or as it gives a flag to it.
 */
bool lost_decides(const struct unit_facts *facts,
		  const struct function *function, guint32 offset);

/*
 * Marks the functions whose paths are not those of the source: errors have cost
 * statements, or those about VMA flags, which cost no line, one that decides
 * where a path goes: if, return, a loop and so on.
 */
void lost_mark_functions(struct unit_facts *facts);

#endif
