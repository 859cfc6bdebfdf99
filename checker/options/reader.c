// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reads single words: numbers, choices, lists, names. A word that is wrong
 * becomes a problem that says what was expected or meant.
 */
#include "options/reader.h"

#include <stdarg.h>
#include <string.h>

#include "base/nearest.h"
#include "base/session.h"
#include "options/options.h"

const char *reader_keep(struct reader *reader, const char *text)
{
	return g_string_chunk_insert_const(reader->options->strings, text);
}

bool reader_fail(struct reader *reader, const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list args;

	va_start(args, format);
	text = g_strdup_vprintf(format, args);
	va_end(args);
	session_problem(reader->session, "options", NULL, 0, "%s", text);
	return false;
}

bool reader_unknown(struct reader *reader, const char *kind, const char *word,
		    const char *const *candidates, const char *hint)
{
	const char *nearest = nearest_word(word, candidates);

	if (nearest)
		return reader_fail(reader,
				   "unknown %s '%s'; did you mean '%s'?", kind,
				   word, nearest);
	return reader_fail(reader, "unknown %s '%s'; %s", kind, word, hint);
}

bool reader_knows_rule(struct reader *reader, const char *name)
{
	if (g_strv_contains(reader->rule_names, name))
		return true;
	return reader_unknown(reader, "rule", name, reader->rule_names,
			      "'vmalint rules' lists them");
}

bool reader_refuse(struct reader *reader, const char *option,
		   const char *expected, const char *value)
{
	return reader_fail(reader, "'%s' takes %s, not '%s'", option, expected,
			   value);
}

bool reader_number(struct reader *reader, const char *option, const char *value,
		   unsigned int limit, unsigned int *ret_number)
{
	g_autofree char *expected = NULL;
	guint64 number;

	if (g_ascii_string_to_unsigned(value, 10, 1, limit, &number, NULL)) {
		*ret_number = (unsigned int)number;
		return true;
	}
	expected = g_strdup_printf("a number from 1 to %u", limit);
	return reader_refuse(reader, option, expected, value);
}

bool reader_share(struct reader *reader, const char *option, const char *value,
		  unsigned int limit, unsigned int *ret_index,
		  unsigned int *ret_count)
{
	g_auto(GStrv) words = g_strsplit(value, "/", -1);
	guint64 index, count;
	g_autofree char *expected = NULL;

	if (g_strv_length(words) == 2 &&
	    g_ascii_string_to_unsigned(words[1], 10, 1, limit, &count, NULL) &&
	    g_ascii_string_to_unsigned(words[0], 10, 1, count, &index, NULL)) {
		*ret_index = (unsigned int)index;
		*ret_count = (unsigned int)count;
		return true;
	}
	expected = g_strdup_printf("K/N with 1 <= K <= N <= %u", limit);
	return reader_refuse(reader, option, expected, value);
}

bool reader_choice(struct reader *reader, const char *kind, const char *value,
		   const struct choice *choices, int *ret_value)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	g_autofree char *list = NULL;
	g_autofree char *hint = NULL;

	for (; choices->word; choices++) {
		if (!strcmp(value, choices->word)) {
			*ret_value = choices->value;
			return true;
		}
		g_ptr_array_add(words, (gpointer)choices->word);
	}
	g_ptr_array_add(words, NULL);
	list = g_strjoinv(", ", (char **)words->pdata);
	hint = g_strdup_printf("known are %s", list);
	return reader_unknown(reader, kind, value,
			      (const char *const *)words->pdata, hint);
}

void reader_add_once(struct reader *reader, GPtrArray *list, const char *word)
{
	if (!g_ptr_array_find_with_equal_func(list, word, g_str_equal, NULL))
		g_ptr_array_add(list, (gpointer)reader_keep(reader, word));
}

bool reader_list(struct reader *reader, const char *option, const char *value,
		 GPtrArray *list,
		 bool (*add)(struct reader *reader, GPtrArray *list,
			     const char *word))
{
	g_auto(GStrv) words = g_strsplit(value, ",", -1);

	if (!*value)
		return reader_refuse(reader, option,
				     "names with commas between them", value);
	for (char **word = words; *word; word++) {
		if (!**word)
			return reader_refuse(reader, option,
					     "names with commas between them",
					     value);
		if (!add(reader, list, *word))
			return false;
	}
	return true;
}

bool reader_take_word(struct reader *reader, const char **ret_word)
{
	GPtrArray *words = reader->options->select.paths;

	if (words->len > 1)
		return reader_fail(reader, "'%s' is one word too many",
				   (const char *)g_ptr_array_index(words, 1));
	*ret_word = words->len ? g_ptr_array_index(words, 0) : NULL;
	g_ptr_array_set_size(words, 0);
	return true;
}

bool reader_take_action(struct reader *reader, const char *command,
			const struct choice *actions, const char *names,
			int *ret_action)
{
	g_autofree char *kind = g_strconcat("action of ", command, NULL);
	GPtrArray *words = reader->options->select.paths;

	if (words->len == 0)
		return reader_fail(reader, "'vmalint %s' is told %s", command,
				   names);
	if (!reader_choice(reader, kind, g_ptr_array_index(words, 0), actions,
			   ret_action))
		return false;
	g_ptr_array_remove_index(words, 0);
	return true;
}
