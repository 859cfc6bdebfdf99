// SPDX-License-Identifier: GPL-2.0-only
/* Makes JSON with json-glib, an object at a time. */
#include "output/json_text.h"

#include <string.h>

void object_set_text(JsonObject *object, const char *name, const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);

	json_object_set_string_member(object, name, valid);
}

void object_set_number(JsonObject *object, const char *name, gint64 number)
{
	json_object_set_int_member(object, name, number);
}

JsonObject *object_add(JsonObject *object, const char *name)
{
	JsonObject *member = json_object_new();

	json_object_set_object_member(object, name, member);
	return member;
}

JsonArray *object_add_list(JsonObject *object, const char *name)
{
	JsonArray *list = json_array_new();

	json_object_set_array_member(object, name, list);
	return list;
}

JsonObject *list_add(JsonArray *list)
{
	JsonObject *object = json_object_new();

	json_array_add_object_element(list, object);
	return object;
}

void text_append_defused(GString *out, const char *text)
{
	const char *found;

	while ((found = strstr(text, "##["))) {
		g_string_append_len(out, text, found - text);
		g_string_append(out, "##\\u005b");
		text = found + strlen("##[");
	}
	g_string_append(out, text);
}

void object_append(GString *out, JsonObject *object)
{
	g_autoptr(JsonGenerator) generator = json_generator_new();
	JsonNode *node = json_node_init_object(json_node_alloc(), object);
	g_autofree char *text = NULL;

	json_generator_set_root(generator, node);
	text = json_generator_to_data(generator, NULL);
	text_append_defused(out, text);
	json_node_unref(node);
}

void list_append_separator(GString *out, guint index)
{
	g_string_append(out, index ? ",\n" : "\n");
}
