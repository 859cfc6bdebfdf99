// SPDX-License-Identifier: GPL-2.0-only
/* Functions that look at one word after the other. */
#include <string.h>

#include "makefile_functions.h"
#include "makefile_text.h"

/* Appends a word behind a blank, if it is not the first. */
static void add_word(GString *out, gsize begin, const char *word)
{
	if (out->len > begin)
		g_string_append_c(out, ' ');
	g_string_append(out, word);
}

/* Calls a function for each word; both are borrowed. */
static void for_words(const char *text,
		      void (*take)(void *context, const char *word),
		      void *context)
{
	g_auto(GStrv) words = g_strsplit_set(text, " \t\n", -1);

	for (guint i = 0; words[i]; i++) {
		if (*words[i])
			take(context, words[i]);
	}
}

/* The state of a function that makes one word of another. */
struct mapping {
	struct makefile_expansion *expansion;
	GString *out;
	gsize begin;
	const char *first, *second; /* arguments before the words */
	gsize nr;
};

static void append_absolute(void *context, const char *word)
{
	struct mapping *mapping = context;
	g_autofree char *path = g_canonicalize_filename(
		word, mapping->expansion->scope->folder);

	add_word(mapping->out, mapping->begin, path);
}

static void append_prefixed(void *context, const char *word)
{
	struct mapping *mapping = context;
	g_autofree char *whole = g_strconcat(mapping->first, word, NULL);

	add_word(mapping->out, mapping->begin, whole);
}

static void append_suffixed(void *context, const char *word)
{
	struct mapping *mapping = context;
	g_autofree char *whole = g_strconcat(word, mapping->first, NULL);

	add_word(mapping->out, mapping->begin, whole);
}

static void append_folder(void *context, const char *word)
{
	struct mapping *mapping = context;
	const char *slash = strrchr(word, '/');
	g_autofree char *folder =
		slash ? g_strndup(word, (gsize)(slash + 1 - word)) :
			g_strdup("./");

	add_word(mapping->out, mapping->begin, folder);
}

static void append_name(void *context, const char *word)
{
	struct mapping *mapping = context;
	const char *slash = strrchr(word, '/');

	add_word(mapping->out, mapping->begin, slash ? slash + 1 : word);
}

static void append_stem(void *context, const char *word)
{
	struct mapping *mapping = context;
	const char *slash = strrchr(word, '/');
	const char *dot = strrchr(slash ? slash : word, '.');
	g_autofree char *stem = dot ? g_strndup(word, (gsize)(dot - word)) :
				      g_strdup(word);

	add_word(mapping->out, mapping->begin, stem);
}

static void append_first(void *context, const char *word)
{
	struct mapping *mapping = context;

	if (mapping->nr++ == 0)
		add_word(mapping->out, mapping->begin, word);
}

static void append_last(void *context, const char *word)
{
	struct mapping *mapping = context;

	g_string_truncate(mapping->out, mapping->begin);
	g_string_append(mapping->out, word);
}

/* Patterns are for a shell to match. */
static void append_found(void *context, const char *word)
{
	struct mapping *mapping = context;
	const struct makefile_scope *scope = mapping->expansion->scope;
	g_autofree char *path = g_canonicalize_filename(word, scope->folder);

	if (!scope->has_file || strpbrk(word, "*?[" MAKEFILE_UNKNOWN))
		add_word(mapping->out, mapping->begin, MAKEFILE_UNKNOWN);
	else if (scope->has_file(scope->context, path))
		add_word(mapping->out, mapping->begin, word);
}

/* The length of what % stands for, *ret_start its begin; -1: no match. */
static gssize match(const char *pattern, const char *word,
		    const char **ret_start)
{
	const char *percent = strchr(pattern, '%');
	const gsize before = percent ? (gsize)(percent - pattern) : 0;
	const gsize behind = percent ? strlen(percent + 1) : 0;
	const gsize length = strlen(word);

	if (!percent) {
		*ret_start = word;
		return strcmp(pattern, word) == 0 ? (gssize)length : -1;
	}
	*ret_start = word + before;
	if (length < before + behind || strncmp(pattern, word, before) != 0 ||
	    strcmp(percent + 1, word + length - behind) != 0)
		return -1;
	return (gssize)(length - before - behind);
}

static bool is_among(const char *patterns, const char *word)
{
	g_auto(GStrv) all = g_strsplit_set(patterns, " \t", -1);
	const char *start;

	for (guint i = 0; all[i]; i++) {
		if (*all[i] && match(all[i], word, &start) >= 0)
			return true;
	}
	return false;
}

static void append_among(void *context, const char *word)
{
	struct mapping *mapping = context;

	if (is_among(mapping->first, word))
		add_word(mapping->out, mapping->begin, word);
}

static void append_others(void *context, const char *word)
{
	struct mapping *mapping = context;

	if (!is_among(mapping->first, word))
		add_word(mapping->out, mapping->begin, word);
}

static void append_changed(void *context, const char *word)
{
	struct mapping *mapping = context;
	const char *to = mapping->second;
	const char *start;
	const gssize length = match(mapping->first, word, &start);
	const char *percent = strchr(to, '%');
	g_autofree char *changed = NULL;

	if (length < 0)
		changed = g_strdup(word);
	else if (percent)
		changed = g_strdup_printf("%.*s%.*s%s", (int)(percent - to), to,
					  (int)length, start, percent + 1);
	else
		changed = g_strdup(to);
	add_word(mapping->out, mapping->begin, changed);
}

void makefile_change_words(GString *out, const char *from, const char *to,
			   const char *words)
{
	g_autofree char *whole_from = strchr(from, '%') ?
					      g_strdup(from) :
					      g_strconcat("%", from, NULL);
	g_autofree char *whole_to =
		strchr(from, '%') ? g_strdup(to) : g_strconcat("%", to, NULL);
	struct mapping mapping = {
		.out = out,
		.begin = out->len,
		.first = whole_from,
		.second = whole_to,
	};

	for_words(words, append_changed, &mapping);
}

/* Functions that make each word of their last argument another one. */
static const struct word_function {
	const char *name;
	guint nr; /* of arguments */
	void (*take)(void *context, const char *word);
} word_functions[] = {
	{ "abspath", 1, append_absolute },
	{ "addprefix", 2, append_prefixed },
	{ "addsuffix", 2, append_suffixed },
	{ "basename", 1, append_stem },
	{ "dir", 1, append_folder },
	{ "filter", 2, append_among },
	{ "filter-out", 2, append_others },
	{ "firstword", 1, append_first },
	{ "lastword", 1, append_last },
	{ "notdir", 1, append_name },
	{ "patsubst", 3, append_changed },
	{ "realpath", 1, append_absolute },
	{ "sort", 1, append_prefixed },
	{ "wildcard", 1, append_found },
};

static const struct word_function *find(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(word_functions); i++) {
		if (strcmp(word_functions[i].name, name) == 0)
			return &word_functions[i];
	}
	return NULL;
}

guint makefile_word_arguments(const char *name)
{
	const struct word_function *function = find(name);

	return function ? function->nr : 0;
}

void makefile_call_for_words(struct makefile_expansion *expansion,
			     const char *name, const char *first,
			     const char *second, const char *words)
{
	struct mapping mapping = {
		.expansion = expansion,
		.out = expansion->out,
		.begin = expansion->out->len,
		.first = first,
		.second = second,
	};

	for_words(words, find(name)->take, &mapping);
}
