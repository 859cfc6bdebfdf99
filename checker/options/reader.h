/* SPDX-License-Identifier: GPL-2.0-only */
/* Reads single words of the command line; private to options/. */
#ifndef VMALINT_OPTIONS_READER_H
#define VMALINT_OPTIONS_READER_H

#include <glib.h>
#include <stdbool.h>

struct options;
struct session;

/* What reading a command line needs at hand. */
struct reader {
	struct session *session;
	struct options *options;
	const char *const *rule_names; /* ends with NULL */
	GHashTable *given;	       /* names of options on the line */
	const char *word;	       /* that is read, as it was typed */
	bool is_short_help;	       /* asked for by -h */
};

/* A word that stands for one value of an enum; a table ends with NULL. */
struct choice {
	const char *word;
	int value;
};

/* The options' own copy of a text. */
const char *reader_keep(struct reader *reader, const char *text);

/* All that follow return false with a problem recorded if a word is wrong. */

/* Records a problem of this text. */
bool reader_fail(struct reader *reader, const char *format, ...)
	G_GNUC_PRINTF(2, 3);

/* Records "'OPTION' takes EXPECTED, not 'VALUE'". */
bool reader_refuse(struct reader *reader, const char *option,
		   const char *expected, const char *value);

/*
 * Records "unknown KIND 'WORD'", with a guess at what was meant, or else with
 * the hint. candidates end with NULL.
 */
bool reader_unknown(struct reader *reader, const char *kind, const char *word,
		    const char *const *candidates, const char *hint);

bool reader_knows_rule(struct reader *reader, const char *name);

/* A whole number from 1 to limit. */
bool reader_number(struct reader *reader, const char *option, const char *value,
		   unsigned int limit, unsigned int *ret_number);

/* "K/N": two whole numbers, 1 <= K <= N <= limit. */
bool reader_share(struct reader *reader, const char *option, const char *value,
		  unsigned int limit, unsigned int *ret_index,
		  unsigned int *ret_count);

bool reader_choice(struct reader *reader, const char *kind, const char *value,
		   const struct choice *choices, int *ret_value);

/* Gives each word of a list with commas to add(). */
bool reader_list(struct reader *reader, const char *option, const char *value,
		 GPtrArray *list,
		 bool (*add)(struct reader *reader, GPtrArray *list,
			     const char *word));

/* The one word that a command may have, or NULL, taken off the paths. */
bool reader_take_word(struct reader *reader, const char **ret_word);

/* The first of the paths, as an action; names are what a problem says of it. */
bool reader_take_action(struct reader *reader, const char *command,
			const struct choice *actions, const char *names,
			int *ret_action);

/* Adds a copy of the word unless the list has it. */
void reader_add_once(struct reader *reader, GPtrArray *list, const char *word);

#endif
