/* SPDX-License-Identifier: GPL-2.0-only */
/* Options and other words of a command; private to options/. */
#ifndef VMALINT_OPTIONS_ARGUMENTS_H
#define VMALINT_OPTIONS_ARGUMENTS_H

#include "options/options.h"

struct option_row;
struct reader;

/*
 * In the first two functions COMMAND_VERSION stands for no command at all,
 * and for every option.
 *
 * The option that a word such as --jobs, --jobs=4, -j or -j4 names, or NULL if
 * the command has none; the argument that the word itself holds, or NULL, goes
 * to *ret_value.
 */
const struct option_row *arguments_find(const char *word, enum command command,
					const char **ret_value);

/* Records that the command has no such option; returns false. */
bool arguments_unknown(struct reader *reader, enum command command,
		       const char *word);

/*
 * Applies the options of a command and gathers its other words in paths.
 * Stops at --help, which makes options->command COMMAND_HELP. False with a
 * problem recorded if something is wrong.
 */
bool arguments_read(struct reader *reader, enum command command, char **words);

#endif
