/* SPDX-License-Identifier: GPL-2.0-only */
/* Options and other words of a command; private to options/. */
#ifndef VMALINT_OPTIONS_ARGUMENTS_H
#define VMALINT_OPTIONS_ARGUMENTS_H

#include <stdbool.h>

#include "options/table.h"

struct reader;

/*
 * The option of a scope that a word such as --jobs, --jobs=4, -j or -j4 names,
 * or NULL; the argument that the word itself holds, or NULL, goes to
 * *ret_value.
 */
const struct option_row *arguments_find(const char *word,
					enum option_scope scope,
					const char **ret_value);

/* Records that there is no such option; returns false. */
bool arguments_unknown(struct reader *reader, enum option_scope scope,
		       const char *word);

/*
 * Applies the options of a scope and gathers the other words in paths.
 * Stops at --help, which makes options->command COMMAND_HELP. False with a
 * problem recorded if something is wrong.
 */
bool arguments_read(struct reader *reader, enum option_scope scope,
		    char **words);

#endif
