// SPDX-License-Identifier: GPL-2.0-only
/* compile_commands.json, entry by entry, so that each has its line. */
#include "command_database.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "base/session.h"
#include "base/text_file.h"

/* A database while it is read. */
struct reading {
	struct session *session;
	const char *path;
	GHashTable *commands;
	GArray *lines; /* gint: where the elements of the array end */
};

void recorded_command_free(struct recorded_command *command)
{
	if (!command)
		return;
	g_free(command->folder);
	g_strfreev(command->words);
	g_free(command);
}

/* The line is known only while it is read. */
static void note_line(JsonParser *parser, JsonArray *array, gint index,
		      gpointer data)
{
	struct reading *reading = data;
	gint line = (gint)json_parser_get_current_line(parser);

	(void)array;
	if ((guint)index >= reading->lines->len)
		g_array_set_size(reading->lines, (guint)index + 1);
	g_array_index(reading->lines, gint, index) = line;
}

static bool complain(const struct reading *reading, guint entry,
		     const char *text)
{
	gint line = entry < reading->lines->len ?
			    g_array_index(reading->lines, gint, entry) :
			    0;

	session_problem(reading->session, "compile", reading->path,
			(unsigned int)MAX(line, 0), "%s", text);
	return false;
}

/* A text member of an entry, borrowed; NULL if it has none. */
static const char *member(JsonObject *entry, const char *name)
{
	JsonNode *node = json_object_get_member(entry, name);

	return node && JSON_NODE_HOLDS_VALUE(node) &&
			       json_node_get_value_type(node) == G_TYPE_STRING ?
		       json_node_get_string(node) :
		       NULL;
}

static char **words_of_array(JsonObject *entry)
{
	JsonNode *node = json_object_get_member(entry, "arguments");
	g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
	JsonArray *array;

	if (!node || !JSON_NODE_HOLDS_ARRAY(node))
		return NULL;
	array = json_node_get_array(node);
	for (guint i = 0; i < json_array_get_length(array); i++) {
		JsonNode *word = json_array_get_element(array, i);

		if (!JSON_NODE_HOLDS_VALUE(word) ||
		    json_node_get_value_type(word) != G_TYPE_STRING)
			return NULL;
		g_ptr_array_add(words, g_strdup(json_node_get_string(word)));
	}
	g_ptr_array_add(words, NULL);
	return (char **)g_ptr_array_free(g_steal_pointer(&words), FALSE);
}

static char **words_of(JsonObject *entry)
{
	const char *command = member(entry, "command");
	char **words = NULL;

	if (!command)
		return words_of_array(entry);
	return g_shell_parse_argv(command, NULL, &words, NULL) ? words : NULL;
}

static bool read_entry(const struct reading *reading, JsonNode *node,
		       guint index)
{
	struct recorded_command *command;
	const char *folder, *file;
	char *source;
	char **words;

	if (!JSON_NODE_HOLDS_OBJECT(node))
		return complain(reading, index, "entry is no object");
	folder = member(json_node_get_object(node), "directory");
	file = member(json_node_get_object(node), "file");
	if (!folder || !file || !g_path_is_absolute(folder))
		return complain(
			reading, index,
			"entry has no \"file\", or no absolute \"directory\"");
	words = words_of(json_node_get_object(node));
	if (!words)
		return complain(
			reading, index,
			"entry has no \"command\" or \"arguments\" that can be read");
	source = g_canonicalize_filename(file, folder);
	if (g_hash_table_contains(reading->commands, source)) {
		g_strfreev(words);
		g_free(source);
		return true;
	}
	command = g_new0(struct recorded_command, 1);
	command->folder = g_strdup(folder);
	command->words = words;
	g_hash_table_insert(reading->commands, source, command);
	return true;
}

static void read_entries(const struct reading *reading, JsonNode *root)
{
	JsonArray *array;

	if (!root || !JSON_NODE_HOLDS_ARRAY(root)) {
		session_problem(reading->session, "compile", reading->path, 1,
				"is no array of compile commands");
		return;
	}
	array = json_node_get_array(root);
	for (guint i = 0; i < json_array_get_length(array); i++)
		read_entry(reading, json_array_get_element(array, i), i);
}

GHashTable *command_database_read(struct session *session, const char *path)
{
	GHashTable *commands =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
				      (GDestroyNotify)recorded_command_free);
	g_autoptr(GArray) lines = g_array_new(FALSE, TRUE, sizeof(gint));
	struct reading reading = { session, path, commands, lines };
	g_autoptr(JsonParser) parser = json_parser_new();
	g_autoptr(GError) error = NULL;
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *text = text_file_read(path, &length, &reason);

	if (!text) {
		session_problem(session, "compile", path, 0,
				"cannot be read: %s", reason);
		return commands;
	}
	g_signal_connect(parser, "array-element", G_CALLBACK(note_line),
			 &reading);
	if (!json_parser_load_from_data(parser, text, (gssize)length, &error))
		session_problem(session, "compile", path,
				json_parser_get_current_line(parser),
				"is no JSON: %s", error->message);
	else
		read_entries(&reading, json_parser_get_root(parser));
	return commands;
}
