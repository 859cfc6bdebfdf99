/* SPDX-License-Identifier: GPL-2.0-only */
/* A list of an architecture's folder, which its build makes a header of. */
#ifndef VMALINT_ARGUMENTS_ARCH_LIST_LINES_H
#define VMALINT_ARGUMENTS_ARCH_LIST_LINES_H

#include <glib.h>

enum { LIST_WORDS_LIMIT = 8 };

/* The words of a line up to its comment, no more than there is room for. */
struct list_line {
	char *words[LIST_WORDS_LIMIT];
	guint nr;
};

/* Calls append for each line of a list that has words. */
void list_each_line(const char *list,
		    void (*append)(const struct list_line *line, void *data),
		    void *data);

/*
 * A made_header's make for arm and sh, tools/mach-types: predicate, symbol,
 * type and number, or name and symbol.
 */
char *list_make_machines(const char *list);

#endif
