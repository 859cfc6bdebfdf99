/* SPDX-License-Identifier: GPL-2.0-only */
/* The options of the command line, one row each; private to options/. */
#ifndef VMALINT_OPTIONS_TABLE_H
#define VMALINT_OPTIONS_TABLE_H

#include <stdbool.h>
#include <stddef.h>

struct reader;

enum option_scope {
	SCOPE_CHECK,   /* `vmalint check` */
	SCOPE_OUTPUT,  /* the same, and `vmalint merge` */
	SCOPE_CACHE,   /* that and `vmalint cache` */
	SCOPE_ANY,     /* every command, and none */
	SCOPE_PROGRAM, /* no command */
};

/* apply() gets NULL if the option takes no argument. */
struct option_row {
	const char *name; /* without dashes */
	char letter;	  /* 0 if there is none */
	enum option_scope scope;
	const char *argument; /* its name in the help; NULL takes none */
	const char *help;     /* lines for the help, default included */
	bool (*apply)(struct reader *reader, const char *value);
};

extern const struct option_row option_rows[];
extern const size_t nr_option_rows;

#endif
