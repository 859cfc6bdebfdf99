/* SPDX-License-Identifier: GPL-2.0-only */
/* The options of the command line, one row each; private to options/. */
#ifndef VMALINT_OPTIONS_TABLE_H
#define VMALINT_OPTIONS_TABLE_H

#include <stdbool.h>
#include <stddef.h>

struct choice;
struct reader;

enum option_scope {
	SCOPE_CHECK,   /* `vmalint check` */
	SCOPE_CHOICE,  /* the same, and `vmalint report` */
	SCOPE_OUTPUT,  /* that, and `vmalint merge` */
	SCOPE_REPORT,  /* `vmalint report` alone */
	SCOPE_CACHE,   /* that and `vmalint cache` */
	SCOPE_ANY,     /* every command, and none */
	SCOPE_PROGRAM, /* no command */
};

/* What an option is about: the help lists them so. */
enum option_group {
	GROUP_WHAT,
	GROUP_CHANGE,
	GROUP_RULES,
	GROUP_OUTPUT,
	GROUP_RUN,
	GROUP_OTHER,
	NR_OPTION_GROUPS,
};

/* What an option takes, and what it sets of struct options. */
enum option_type {
	OPTION_SPECIAL, /* apply() does all; it gets NULL without argument */
	OPTION_FLAG,	/* no argument; a bool becomes true */
	OPTION_CHOICE,	/* one of choices; an enum */
	OPTION_NUMBER,	/* from 1 to limit; an unsigned int */
	OPTION_FOLDER,	/* a name; a const char *, as the next two */
	OPTION_FILE,
	OPTION_REVISION, /* of git */
};

struct option_row {
	const char *name; /* without dashes */
	char letter;	  /* 0 if there is none */
	enum option_scope scope;
	enum option_group group;
	const char *argument; /* its name in the help; NULL takes none */
	const char *help;     /* lines of option_help(), default included */
	enum option_type type;
	size_t offset; /* of the member of struct options */
	const struct choice *choices;
	const char *kind; /* what the choices are, for messages */
	unsigned int limit;
	bool (*apply)(struct reader *reader, const char *value);
	const char *brief; /* one line for -h; NULL: not of those */
};

/* "What to check", .. */
const char *option_group_title(enum option_group group);

/*
 * The lines of the help, owned; where they end with a colon, the words that
 * the option takes follow.
 */
char *option_help(const struct option_row *row);

/* True if the option is one of a scope; SCOPE_PROGRAM has all of them. */
bool option_is_of(const struct option_row *row, enum option_scope scope);

/* Does what an option says. value is NULL if it takes no argument. */
bool option_apply(struct reader *reader, const struct option_row *row,
		  const char *value);

extern const struct option_row option_rows[];
extern const size_t nr_option_rows;

#endif
