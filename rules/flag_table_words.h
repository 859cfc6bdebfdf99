/* SPDX-License-Identifier: GPL-2.0-only */
/* What flag_table says of each fault. */
#ifndef VMALINT_RULES_FLAG_TABLE_WORDS_H
#define VMALINT_RULES_FLAG_TABLE_WORDS_H

#include <glib.h>
#include <stdbool.h>

#include "findings/findings.h"

struct table_fault;

/* The texts of one finding; expression, message and advice are owned. */
struct table_words {
	enum severity severity;
	char *expression, *message, *advice;
	const char *relation; /* of the second place */
};

/*
 * The words for a fault of an array (struct table_fault). Rows that lack at one
 * place are told of with the first of them.
 */
struct table_words table_words(const GArray *faults, guint index);
void table_words_release(struct table_words *words);

/* True if the fault is told of with an earlier one. */
bool table_words_are_said(const GArray *faults, guint index);

#endif
