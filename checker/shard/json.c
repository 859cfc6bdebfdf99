// SPDX-License-Identifier: GPL-2.0-only
/*
 * Walks a type, its names and a value side by side. What is read may be
 * anything: each member must be there, be of its type, and be known.
 */
#include "shard/json.h"

#include <stdbool.h>
#include <string.h>

#include "base/variant_names.h"

#define RAW_NAME "base64"

/* Where a reader is, and what is wrong there. */
struct reading {
	GString *where;
	char *fault; /* owned; NULL while nothing is wrong */
};

static GVariant *read_value(struct reading *reading, JsonNode *node,
			    const GVariantType *type,
			    const struct variant_names *names);

static const struct variant_names *names_of_member(
	const struct variant_names *names, gsize index)
{
	return names && names->members ? names->members[index] : NULL;
}

static JsonNode *text_to_json(const char *text)
{
	JsonNode *node = json_node_alloc();
	g_autofree char *raw = NULL;
	JsonObject *object;

	if (g_utf8_validate(text, -1, NULL))
		return json_node_init_string(node, text);
	raw = g_base64_encode((const guchar *)text, strlen(text));
	object = json_object_new();
	json_object_set_string_member(object, RAW_NAME, raw);
	json_node_init_object(node, object);
	json_object_unref(object);
	return node;
}

static JsonNode *list_to_json(GVariant *value,
			      const struct variant_names *names)
{
	JsonNode *node = json_node_alloc();
	JsonArray *list = json_array_new();

	for (gsize i = 0; i < g_variant_n_children(value); i++) {
		g_autoptr(GVariant) child = g_variant_get_child_value(value, i);

		json_array_add_element(list, variant_to_json(child, names));
	}
	json_node_init_array(node, list);
	json_array_unref(list);
	return node;
}

static JsonNode *tuple_to_json(GVariant *value,
			       const struct variant_names *names)
{
	JsonNode *node = json_node_alloc();
	JsonObject *object = json_object_new();

	for (gsize i = 0; i < g_variant_n_children(value); i++) {
		g_autoptr(GVariant) child = g_variant_get_child_value(value, i);

		json_object_set_member(
			object, names->names[i],
			variant_to_json(child, names_of_member(names, i)));
	}
	json_node_init_object(node, object);
	json_object_unref(object);
	return node;
}

JsonNode *variant_to_json(GVariant *value, const struct variant_names *names)
{
	const GVariantType *type = g_variant_get_type(value);

	if (g_variant_type_equal(type, G_VARIANT_TYPE_BYTESTRING))
		return text_to_json(g_variant_get_bytestring(value));
	if (g_variant_type_is_array(type))
		return list_to_json(value, names);
	if (g_variant_type_is_tuple(type))
		return tuple_to_json(value, names);
	if (g_variant_type_equal(type, G_VARIANT_TYPE_BOOLEAN))
		return json_node_init_boolean(json_node_alloc(),
					      g_variant_get_boolean(value));
	if (g_variant_type_equal(type, G_VARIANT_TYPE_DOUBLE))
		return json_node_init_double(json_node_alloc(),
					     g_variant_get_double(value));
	return json_node_init_int(json_node_alloc(),
				  g_variant_get_uint32(value));
}

static GVariant *fail(struct reading *reading, const char *text)
{
	if (!reading->fault)
		reading->fault =
			g_strdup_printf("%s: %s", reading->where->str, text);
	return NULL;
}

static bool holds(JsonNode *node, GType type)
{
	return JSON_NODE_HOLDS_VALUE(node) &&
	       json_node_get_value_type(node) == type;
}

static GVariant *read_raw(struct reading *reading, JsonNode *node)
{
	JsonObject *object = json_node_get_object(node);
	JsonNode *member = json_object_get_member(object, RAW_NAME);
	g_autofree guchar *bytes = NULL;
	g_autofree char *text = NULL;
	gsize length = 0;

	if (!member || !holds(member, G_TYPE_STRING) ||
	    json_object_get_size(object) != 1)
		return fail(reading, "a text is wanted");
	bytes = g_base64_decode(json_node_get_string(member), &length);
	if (memchr(bytes, '\0', length))
		return fail(reading, "a text has no NUL in it");
	text = g_strndup((const char *)bytes, length);
	return g_variant_new_bytestring(text);
}

static GVariant *read_text(struct reading *reading, JsonNode *node)
{
	if (JSON_NODE_HOLDS_OBJECT(node))
		return read_raw(reading, node);
	if (!holds(node, G_TYPE_STRING))
		return fail(reading, "a text is wanted");
	return g_variant_new_bytestring(json_node_get_string(node));
}

static GVariant *read_list(struct reading *reading, JsonNode *node,
			   const GVariantType *type,
			   const struct variant_names *names)
{
	const GVariantType *element = g_variant_type_element(type);
	gsize here = reading->where->len;
	GVariantBuilder list;
	JsonArray *array;

	if (!JSON_NODE_HOLDS_ARRAY(node))
		return fail(reading, "a list is wanted");
	array = json_node_get_array(node);
	g_variant_builder_init(&list, type);
	for (guint i = 0; i < json_array_get_length(array); i++) {
		GVariant *child;

		g_string_append_printf(reading->where, "[%u]", i);
		child = read_value(reading, json_array_get_element(array, i),
				   element, names);
		if (!child) {
			g_variant_builder_clear(&list);
			return NULL;
		}
		g_variant_builder_add_value(&list, child);
		g_string_truncate(reading->where, here);
	}
	return g_variant_builder_end(&list);
}

static GVariant *read_member(struct reading *reading, JsonObject *object,
			     const GVariantType *type,
			     const struct variant_names *names, gsize index)
{
	JsonNode *node = json_object_get_member(object, names->names[index]);

	g_string_append_printf(reading->where, "%s%s",
			       reading->where->len ? "." : "",
			       names->names[index]);
	return node ? read_value(reading, node, type,
				 names_of_member(names, index)) :
		      fail(reading, "is missing");
}

static GVariant *read_tuple(struct reading *reading, JsonNode *node,
			    const GVariantType *type,
			    const struct variant_names *names)
{
	const GVariantType *member = g_variant_type_first(type);
	gsize nr_members = g_variant_type_n_items(type);
	gsize here = reading->where->len;
	GVariantBuilder tuple;
	JsonObject *object;

	if (!JSON_NODE_HOLDS_OBJECT(node))
		return fail(reading, "an object is wanted");
	object = json_node_get_object(node);
	if (json_object_get_size(object) > nr_members)
		return fail(reading, "has a member too many");
	g_variant_builder_init(&tuple, type);
	for (gsize i = 0; i < nr_members; i++) {
		GVariant *child =
			read_member(reading, object, member, names, i);

		if (!child) {
			g_variant_builder_clear(&tuple);
			return NULL;
		}
		g_variant_builder_add_value(&tuple, child);
		g_string_truncate(reading->where, here);
		member = g_variant_type_next(member);
	}
	return g_variant_builder_end(&tuple);
}

static GVariant *read_number(struct reading *reading, JsonNode *node)
{
	gint64 number;

	if (!holds(node, G_TYPE_INT64))
		return fail(reading, "a number is wanted");
	number = json_node_get_int(node);
	if (number < 0 || number > G_MAXUINT32)
		return fail(reading, "the number is out of range");
	return g_variant_new_uint32((guint32)number);
}

static GVariant *read_value(struct reading *reading, JsonNode *node,
			    const GVariantType *type,
			    const struct variant_names *names)
{
	if (g_variant_type_equal(type, G_VARIANT_TYPE_BYTESTRING))
		return read_text(reading, node);
	if (g_variant_type_is_array(type))
		return read_list(reading, node, type, names);
	if (g_variant_type_is_tuple(type))
		return read_tuple(reading, node, type, names);
	if (g_variant_type_equal(type, G_VARIANT_TYPE_BOOLEAN))
		return holds(node, G_TYPE_BOOLEAN) ?
			       g_variant_new_boolean(
				       json_node_get_boolean(node)) :
			       fail(reading, "true or false is wanted");
	if (g_variant_type_equal(type, G_VARIANT_TYPE_DOUBLE))
		return holds(node, G_TYPE_DOUBLE) || holds(node, G_TYPE_INT64) ?
			       g_variant_new_double(
				       json_node_get_double(node)) :
			       fail(reading, "a number is wanted");
	return read_number(reading, node);
}

GVariant *variant_from_json(JsonNode *node, const char *type,
			    const struct variant_names *names, char **ret_fault)
{
	g_autoptr(GString) where = g_string_new(NULL);
	struct reading reading = { .where = where };
	GVariant *value =
		read_value(&reading, node, G_VARIANT_TYPE(type), names);

	*ret_fault = reading.fault;
	return value;
}
