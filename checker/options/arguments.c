// SPDX-License-Identifier: GPL-2.0-only
/* Splits the words of a command into options with arguments, and the rest. */
#include "options/arguments.h"

#include <string.h>

#include "options/options.h"
#include "options/reader.h"
#include "options/table.h"

const struct option_row *arguments_find(const char *word,
					enum option_scope scope,
					const char **ret_value)
{
	const char *equals = strchr(word, '=');
	size_t length = equals ? (size_t)(equals - word) : strlen(word);

	for (size_t i = 0; i < nr_option_rows; i++) {
		const struct option_row *row = &option_rows[i];

		if (!option_is_of(row, scope))
			continue;
		if (row->letter && word[1] == row->letter) {
			*ret_value = word[2] ? word + 2 : NULL;
			return row;
		}
		if (g_str_has_prefix(word, "--") &&
		    strlen(row->name) == length - 2 &&
		    !strncmp(word + 2, row->name, length - 2)) {
			*ret_value = equals ? equals + 1 : NULL;
			return row;
		}
	}
	return NULL;
}

bool arguments_unknown(struct reader *reader, enum option_scope scope,
		       const char *word)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	size_t length = strcspn(word, "=");
	g_autofree char *name = g_strndup(word, length);

	for (size_t i = 0; i < nr_option_rows; i++) {
		if (option_is_of(&option_rows[i], scope))
			g_ptr_array_add(
				names,
				g_strconcat("--", option_rows[i].name, NULL));
	}
	g_ptr_array_add(names, NULL);
	return reader_unknown(reader, "option", name,
			      (const char *const *)names->pdata,
			      "'--help' lists them");
}

/* "[=PROGRAM]": an argument that may be left out stands behind an = only. */
static bool has_optional_argument(const struct option_row *row)
{
	return row->argument && row->argument[0] == '[';
}

/* Reads the option at **words and its argument, and moves *words behind. */
static bool read_option(struct reader *reader, enum option_scope scope,
			char ***words)
{
	const char *word = *(*words)++;
	const char *value = NULL;
	const struct option_row *row = arguments_find(word, scope, &value);

	reader->word = word;
	if (!row)
		return arguments_unknown(reader, scope, word);
	if (!row->argument && value)
		return reader_fail(reader, "'%s': --%s takes no argument", word,
				   row->name);
	/* `--tree --stats` forgot something; `--tree=--stats` is meant. */
	if (has_optional_argument(row))
		return option_apply(reader, row, value);
	if (row->argument && !value && **words &&
	    !g_str_has_prefix(**words, "--"))
		value = *(*words)++;
	if (row->argument && !value)
		return reader_fail(reader, "option '%s' lacks its argument %s",
				   word, row->argument);
	g_hash_table_add(reader->given, (gpointer)row->name);
	g_hash_table_insert(reader->options->origins, (gpointer)row->name,
			    (gpointer) "command line");
	return option_apply(reader, row, value);
}

bool arguments_read(struct reader *reader, enum option_scope scope,
		    char **words)
{
	bool options_end = false;

	while (*words) {
		const char *word = *words;

		if (!options_end && !strcmp(word, "--")) {
			options_end = true;
			words++;
		} else if (!options_end && word[0] == '-' && word[1]) {
			if (!read_option(reader, scope, &words))
				return false;
			if (reader->options->command == COMMAND_HELP)
				break;
		} else {
			g_ptr_array_add(reader->options->select.paths,
					(gpointer)reader_keep(reader, word));
			words++;
		}
	}
	return true;
}
