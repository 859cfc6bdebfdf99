/* SPDX-License-Identifier: GPL-2.0-only */
/* What an error has cost: a statement that the parser has dropped. */
#ifndef VMALINT_PARSE_LOST_H
#define VMALINT_PARSE_LOST_H

struct unit_facts;

/*
 * Marks the functions whose paths are not those of the source: errors have cost
 * statements, or those about VMA flags, which cost no line, one that decides
 * where a path goes: if, return, a loop and so on.
 */
void lost_mark_functions(struct unit_facts *facts);

#endif
