/* SPDX-License-Identifier: GPL-2.0-only */
/* Where tables, documents and flags do not say the same. */
#ifndef VMALINT_FACTS_SHADOWS_TABLE_FAULTS_H
#define VMALINT_FACTS_SHADOWS_TABLE_FAULTS_H

#include <glib.h>
#include <stdbool.h>

struct documented;
struct flag_definition;
struct flag_table;
struct shadows;
struct table_entry;

enum table_fault_kind {
	TABLE_UNKNOWN,	   /* no header defines the flag of entry */
	TABLE_EMPTY_MASK,  /* the mask of entry is 0 by definition */
	TABLE_SAME_BIT,	   /* entry has the bit of other, which comes first */
	TABLE_SAME_NAME,   /* entry has the name of other */
	TABLE_OTHERS_NAME, /* entry has the name of the flag `flag' */
	TABLE_SWAPPED,	   /* entry and other have each other's name */
	TABLE_LACKS,	   /* no row for definition; it would follow entry */
	DOCUMENT_STALE,	   /* row has a code that no table has */
	DOCUMENT_TWICE,	   /* row has the code of other_row */
	DOCUMENT_SWAPPED,  /* row and other_row describe each other's flag */
	DOCUMENT_LACKS,	   /* no row for entry; it would follow row */
	SAMPLE_STALE,	   /* row has a name or code that no table has */
};

/* One fault; what its kind does not speak of is NULL. */
struct table_fault {
	enum table_fault_kind kind;
	const struct flag_table *table;
	const struct table_entry *entry, *other;
	const struct flag_definition *definition;
	const char *flag;
	const struct documented *row, *other_row;
};

/* All of them: an owned array of struct table_fault. */
GArray *shadows_table_faults(const struct shadows *shadows);

#endif
