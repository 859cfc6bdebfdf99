// SPDX-License-Identifier: GPL-2.0-only
/* compile_commands.json, entry by entry, so that each has its line. */
#include "command_database.h"

#include <jansson.h>
#include <string.h>

#include "base/session.h"
#include "base/text_file.h"

/* A database while it is read. */
struct database_reader {
	struct session *session;
	const char *path;
	GHashTable *commands;
	const char *at, *end; /* what is left of it; a NUL is at the end */
	unsigned int line;    /* of at */
};

void recorded_command_free(struct recorded_command *command)
{
	if (!command)
		return;
	g_free(command->folder);
	g_strfreev(command->words);
	g_free(command);
}

static void complain(const struct database_reader *reading, const char *text)
{
	session_problem(reading->session, "compile", reading->path,
			reading->line, "%s", text);
}

/* A text without a NUL in it, borrowed; NULL if it is anything else. */
static const char *text_of(const json_t *node)
{
	const char *text = json_string_value(node);

	return text && strlen(text) == json_string_length(node) ? text : NULL;
}

static char **words_of_array(const json_t *entry)
{
	const json_t *array = json_object_get(entry, "arguments");
	g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);

	if (!json_is_array(array))
		return NULL;
	for (gsize i = 0; i < json_array_size(array); i++) {
		const char *word = text_of(json_array_get(array, i));

		if (!word)
			return NULL;
		g_ptr_array_add(words, g_strdup(word));
	}
	g_ptr_array_add(words, NULL);
	return (char **)g_ptr_array_free(g_steal_pointer(&words), FALSE);
}

static char **words_of(const json_t *entry)
{
	const char *command = text_of(json_object_get(entry, "command"));
	char **words = NULL;

	if (!command)
		return words_of_array(entry);
	return g_shell_parse_argv(command, NULL, &words, NULL) ? words : NULL;
}

static void take_entry(const struct database_reader *reading,
		       const json_t *entry)
{
	const char *folder = text_of(json_object_get(entry, "directory"));
	const char *file = text_of(json_object_get(entry, "file"));
	struct recorded_command *command;
	char *source;
	char **words;

	if (!json_is_object(entry)) {
		complain(reading, "entry is no object");
		return;
	}
	if (!folder || !file || !g_path_is_absolute(folder)) {
		complain(reading,
			 "entry has no \"file\", or no absolute \"directory\"");
		return;
	}
	words = words_of(entry);
	if (!words) {
		complain(
			reading,
			"entry has no \"command\" or \"arguments\" that can be read");
		return;
	}
	source = g_canonicalize_filename(file, folder);
	if (g_hash_table_contains(reading->commands, source)) {
		g_strfreev(words);
		g_free(source);
		return;
	}
	command = g_new0(struct recorded_command, 1);
	command->folder = g_strdup(folder);
	command->words = words;
	g_hash_table_insert(reading->commands, source, command);
}

static void go_on(struct database_reader *reading, gsize length)
{
	for (; length > 0; length--)
		reading->line += *reading->at++ == '\n';
}

/* The next byte that is no blank. */
static char next_byte(struct database_reader *reading)
{
	go_on(reading, strspn(reading->at, " \t\r\n"));
	return *reading->at;
}

static bool fail(const struct database_reader *reading, unsigned int line,
		 const char *reason)
{
	session_problem(reading->session, "compile", reading->path, line,
			"is no JSON: %s", reason);
	return false;
}

/* jansson tells the line of what is wrong, but not those of what is right. */
static bool read_entry(struct database_reader *reading)
{
	gsize length = (gsize)(reading->end - reading->at);
	json_error_t error = { 0 };
	json_auto_t *entry = json_loadb(
		reading->at, length,
		JSON_DISABLE_EOF_CHECK | JSON_DECODE_ANY | JSON_ALLOW_NUL,
		&error);

	if (!entry)
		return fail(reading,
			    reading->line + (unsigned int)MAX(error.line, 1) -
				    1,
			    error.text);
	take_entry(reading, entry);
	go_on(reading, (gsize)error.position);
	return true;
}

/* What stands after "[" or ",", up to what is no comma. */
static bool read_entries(struct database_reader *reading)
{
	next_byte(reading);
	while (read_entry(reading)) {
		if (next_byte(reading) != ',')
			return true;
		go_on(reading, strlen(","));
		next_byte(reading);
	}
	return false;
}

static bool read_array(struct database_reader *reading)
{
	go_on(reading, strlen("["));
	if (next_byte(reading) != ']' && !read_entries(reading))
		return false;
	if (*reading->at != ']')
		return fail(reading, reading->line, "',' or ']' expected");
	go_on(reading, strlen("]"));
	next_byte(reading);
	if (reading->at < reading->end)
		return fail(reading, reading->line, "end of file expected");
	return true;
}

GHashTable *command_database_read(struct session *session, const char *path)
{
	GHashTable *commands =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
				      (GDestroyNotify)recorded_command_free);
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *text = text_file_read(path, &length, &reason);
	struct database_reader reading = { session, path, commands,
					   text,    text, 1 };

	if (!text) {
		session_problem(session, "compile", path, 0,
				"cannot be read: %s", reason);
		return commands;
	}
	reading.end = text + length;
	if (next_byte(&reading) != '[')
		complain(&reading, "is no array of compile commands");
	else if (!read_array(&reading))
		g_hash_table_remove_all(commands);
	return commands;
}
