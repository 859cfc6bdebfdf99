// SPDX-License-Identifier: GPL-2.0-only
/* --cflags: the words that a module's Makefile would say. */
#include "options/cflags.h"

#include <string.h>

#include "options/options.h"
#include "options/reader.h"

static const char *const options_taken[] = { "-include", "-I", "-D", "-U" };

static bool refuse(struct reader *reader, const char *word)
{
	return reader_refuse(reader, "--cflags",
			     "words of -I, -D, -U and -include", word);
}

/* The option that a word begins with, or NULL. */
static const char *option_of(const char *word)
{
	for (gsize i = 0; i < G_N_ELEMENTS(options_taken); i++) {
		if (g_str_has_prefix(word, options_taken[i]))
			return options_taken[i];
	}
	return NULL;
}

static void keep(struct reader *reader, const char *word)
{
	g_ptr_array_add(reader->options->arguments.cflags,
			(gpointer)reader_keep(reader, word));
}

static void keep_word(struct reader *reader, const char *option,
		      const char *value, const char *folder)
{
	const bool is_macro = strcmp(option, "-D") == 0 ||
			      strcmp(option, "-U") == 0;
	g_autofree char *path = is_macro ?
					g_strdup(value) :
					g_canonicalize_filename(value, folder);
	g_autofree char *joined = g_strconcat(option, path, NULL);

	if (strcmp(option, "-include") != 0) {
		keep(reader, joined);
		return;
	}
	keep(reader, option);
	keep(reader, path);
}

bool cflags_apply(struct reader *reader, const char *text, const char *folder)
{
	g_auto(GStrv) words = NULL;

	if (!g_shell_parse_argv(text, NULL, &words, NULL))
		return refuse(reader, text);
	for (guint i = 0; words[i]; i++) {
		const char *option = option_of(words[i]);
		const char *value = option ? words[i] + strlen(option) : NULL;

		if (value && !*value)
			value = words[++i];
		if (!value || !*value)
			return refuse(reader, option ? option : words[i]);
		keep_word(reader, option, value, folder);
	}
	return true;
}
