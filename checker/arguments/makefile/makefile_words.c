// SPDX-License-Identifier: GPL-2.0-only
/* What is asked of the variables of a Makefile that was read. */
#include <stdbool.h>
#include <string.h>

#include "makefile.h"
#include "makefile_parts.h"
#include "makefile_text.h"

char *makefile_value(const struct makefile *makefile, const char *name)
{
	g_autofree char *reference = g_strdup_printf("$(%s)", name);

	return makefile_text_of(makefile, reference);
}

/* A value that is asked for may set others, by $(eval). Owned char *. */
static GPtrArray *keys_of(GHashTable *table)
{
	GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
	GHashTableIter iter;
	gpointer key;

	g_hash_table_iter_init(&iter, table);
	while (g_hash_table_iter_next(&iter, &key, NULL))
		g_ptr_array_add(keys, g_strdup(key));
	return keys;
}

void makefile_each_variable(const struct makefile *makefile,
			    void (*take)(void *context, const char *name),
			    void *context)
{
	g_autoptr(GPtrArray) names = keys_of(makefile->scope.variables);

	for (guint i = 0; i < names->len; i++)
		take(context, g_ptr_array_index(names, i));
}

void makefile_add_exports(const struct makefile *makefile, GHashTable *values)
{
	g_autoptr(GPtrArray) names = keys_of(makefile->exports);

	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);

		if (g_hash_table_contains(makefile->scope.variables, name))
			g_hash_table_insert(values, g_strdup(name),
					    makefile_value(makefile, name));
	}
}

/* True if the words call make for a module that is in the folder. */
static bool is_call(char *const *words, const char *folder)
{
	static const char *const options[] = { "M=", "SUBDIRS=",
					       "KBUILD_EXTMOD=" };
	bool is_there = false, is_elsewhere = false;

	for (guint i = 0; words[i]; i++) {
		is_elsewhere |= g_str_has_prefix(words[i], "-C");
		for (gsize k = 0; k < G_N_ELEMENTS(options); k++) {
			const char *value = words[i] + strlen(options[k]);
			g_autofree char *path = NULL;

			if (!g_str_has_prefix(words[i], options[k]))
				continue;
			path = g_canonicalize_filename(value, folder);
			is_there |= strcmp(path, folder) == 0;
		}
	}
	return is_there && is_elsewhere;
}

/* NAME=value, of a call of make. */
static void take_handed(GHashTable *values, const char *word)
{
	const char *equals = strchr(word, '=');
	g_autofree char *name =
		equals ? g_strndup(word, (gsize)(equals - word)) : NULL;

	if (!name || !*name || *name == '-' ||
	    strpbrk(word, MAKEFILE_UNKNOWN "$`"))
		return;
	g_hash_table_insert(values, g_steal_pointer(&name),
			    g_strdup(equals + 1));
}

static void take_command(const struct makefile *makefile, const char *line,
			 const char *folder, GHashTable *values)
{
	g_autofree char *text = makefile_text_of(makefile, line);
	g_auto(GStrv) words = NULL;

	if (!g_shell_parse_argv(text, NULL, &words, NULL) ||
	    !is_call(words, folder))
		return;
	for (guint i = 0; words[i]; i++)
		take_handed(values, words[i]);
}

void makefile_add_handed(const struct makefile *makefile, const char *folder,
			 GHashTable *values)
{
	for (guint i = 0; i < makefile->rules->len; i++) {
		const struct makefile_rule *rule =
			g_ptr_array_index(makefile->rules, i);

		for (guint k = 0; k < rule->recipe->len; k++)
			take_command(makefile,
				     g_ptr_array_index(rule->recipe, k), folder,
				     values);
	}
}

/* Options whose argument may be the next word (GCC 14, clang 19). */
static bool wants_argument(const char *word)
{
	static const char *const options[] = {
		"-D",	    "-I",      "-U",	   "-idirafter",
		"-include", "-iquote", "-isystem", NULL,
	};

	return g_strv_contains(options, word);
}

/* Adds a word; one that is not known takes its option with it. */
static void add_word(GPtrArray *words, guint first, const char *word)
{
	if (!strstr(word, MAKEFILE_UNKNOWN))
		g_ptr_array_add(words, g_strdup(word));
	else if (words->len > first &&
		 wants_argument(g_ptr_array_index(words, words->len - 1)))
		g_ptr_array_remove_index(words, words->len - 1);
}

void makefile_add_words(const struct makefile *makefile, const char *name,
			GPtrArray *words)
{
	g_autofree char *reference = g_strdup_printf("$(%s)", name);
	g_autofree char *text = makefile_text_of(makefile, reference);
	g_auto(GStrv) parts = NULL;
	const guint first = words->len;

	/* Quoted as for the shell; what is not, is taken blank by blank. */
	if (!g_shell_parse_argv(text, NULL, &parts, NULL))
		parts = g_strsplit_set(text, " \t", -1);
	for (guint i = 0; parts && parts[i]; i++) {
		if (*parts[i])
			add_word(words, first, parts[i]);
	}
}
