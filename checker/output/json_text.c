// SPDX-License-Identifier: GPL-2.0-only
/* Makes JSON with jansson, an object at a time. */
#include "output/json_text.h"

#include <string.h>

/* jansson makes no text of what is not UTF-8. */
static json_t *text_to_json(const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);

	return json_string(valid);
}

void object_set_text(json_t *object, const char *name, const char *text)
{
	json_object_set_new(object, name, text_to_json(text));
}

void object_set_number(json_t *object, const char *name, gint64 number)
{
	json_object_set_new(object, name, json_integer(number));
}

void object_set_seconds(json_t *object, const char *name, double seconds)
{
	gint64 milliseconds = (gint64)(seconds * 1e3 + 0.5);

	json_object_set_new(object, name,
			    json_real((double)milliseconds / 1e3));
}

json_t *object_add(json_t *object, const char *name)
{
	json_t *member = json_object();

	json_object_set_new(object, name, member);
	return member;
}

json_t *object_add_list(json_t *object, const char *name)
{
	json_t *list = json_array();

	json_object_set_new(object, name, list);
	return list;
}

json_t *list_add(json_t *list)
{
	json_t *object = json_object();

	json_array_append_new(list, object);
	return object;
}

void list_add_text(json_t *list, const char *text)
{
	json_array_append_new(list, text_to_json(text));
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

void object_append(GString *out, const json_t *object)
{
	/* 15 digits are what a double always keeps: 0.1 stays 0.1. */
	g_autofree char *text =
		json_dumps(object, JSON_COMPACT | JSON_REAL_PRECISION(15));

	text_append_defused(out, text);
}

void list_append_separator(GString *out, guint index)
{
	g_string_append(out, index ? ",\n" : "\n");
}
