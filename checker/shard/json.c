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
struct json_reader {
	GString *where;
	char *fault; /* owned; NULL while nothing is wrong */
};

static GVariant *read_value(struct json_reader *reading, const json_t *node,
			    const GVariantType *type,
			    const struct variant_names *names);

static const struct variant_names *names_of_member(
	const struct variant_names *names, gsize index)
{
	return names && names->members ? names->members[index] : NULL;
}

/* jansson makes no text of what is not UTF-8. */
static json_t *text_to_json(const char *text)
{
	json_t *plain = json_string(text);
	g_autofree char *raw = NULL;
	json_t *object;

	if (plain)
		return plain;
	raw = g_base64_encode((const guchar *)text, strlen(text));
	object = json_object();
	json_object_set_new(object, RAW_NAME, json_string(raw));
	return object;
}

static json_t *list_to_json(GVariant *value, const struct variant_names *names)
{
	json_t *list = json_array();

	for (gsize i = 0; i < g_variant_n_children(value); i++) {
		g_autoptr(GVariant) child = g_variant_get_child_value(value, i);

		json_array_append_new(list, variant_to_json(child, names));
	}
	return list;
}

static json_t *tuple_to_json(GVariant *value, const struct variant_names *names)
{
	json_t *object = json_object();

	for (gsize i = 0; i < g_variant_n_children(value); i++) {
		g_autoptr(GVariant) child = g_variant_get_child_value(value, i);

		json_object_set_new(
			object, names->names[i],
			variant_to_json(child, names_of_member(names, i)));
	}
	return object;
}

json_t *variant_to_json(GVariant *value, const struct variant_names *names)
{
	const GVariantType *type = g_variant_get_type(value);

	if (g_variant_type_equal(type, G_VARIANT_TYPE_BYTESTRING))
		return text_to_json(g_variant_get_bytestring(value));
	if (g_variant_type_is_array(type))
		return list_to_json(value, names);
	if (g_variant_type_is_tuple(type))
		return tuple_to_json(value, names);
	if (g_variant_type_equal(type, G_VARIANT_TYPE_BOOLEAN))
		return json_boolean(g_variant_get_boolean(value));
	if (g_variant_type_equal(type, G_VARIANT_TYPE_DOUBLE))
		return json_real(g_variant_get_double(value));
	return json_integer(g_variant_get_uint32(value));
}

static GVariant *fail(struct json_reader *reading, const char *text)
{
	if (!reading->fault)
		reading->fault =
			g_strdup_printf("%s: %s", reading->where->str, text);
	return NULL;
}

static GVariant *read_text(struct json_reader *reading, const json_t *node)
{
	const char *text = json_string_value(node);

	if (!text)
		return fail(reading, "a text is wanted");
	if (strlen(text) != json_string_length(node))
		return fail(reading, "a text has no NUL in it");
	return g_variant_new_bytestring(text);
}

static GVariant *read_raw(struct json_reader *reading, const json_t *node)
{
	const char *raw = json_string_value(json_object_get(node, RAW_NAME));
	g_autofree guchar *bytes = NULL;
	g_autofree char *text = NULL;
	gsize length = 0;

	if (!raw || json_object_size(node) != 1)
		return fail(reading, "a text is wanted");
	bytes = g_base64_decode(raw, &length);
	if (memchr(bytes, '\0', length))
		return fail(reading, "a text has no NUL in it");
	text = g_strndup((const char *)bytes, length);
	return g_variant_new_bytestring(text);
}

static GVariant *read_list(struct json_reader *reading, const json_t *node,
			   const GVariantType *type,
			   const struct variant_names *names)
{
	const GVariantType *element = g_variant_type_element(type);
	gsize here = reading->where->len;
	GVariantBuilder list;

	if (!json_is_array(node))
		return fail(reading, "a list is wanted");
	g_variant_builder_init(&list, type);
	for (gsize i = 0; i < json_array_size(node); i++) {
		GVariant *child;

		g_string_append_printf(reading->where, "[%zu]", i);
		child = read_value(reading, json_array_get(node, i), element,
				   names);
		if (!child) {
			g_variant_builder_clear(&list);
			return NULL;
		}
		g_variant_builder_add_value(&list, child);
		g_string_truncate(reading->where, here);
	}
	return g_variant_builder_end(&list);
}

static GVariant *read_member(struct json_reader *reading, const json_t *object,
			     const GVariantType *type,
			     const struct variant_names *names, gsize index)
{
	const json_t *node = json_object_get(object, names->names[index]);

	g_string_append_printf(reading->where, "%s%s",
			       reading->where->len ? "." : "",
			       names->names[index]);
	return node ? read_value(reading, node, type,
				 names_of_member(names, index)) :
		      fail(reading, "is missing");
}

static GVariant *read_tuple(struct json_reader *reading, const json_t *node,
			    const GVariantType *type,
			    const struct variant_names *names)
{
	const GVariantType *member = g_variant_type_first(type);
	gsize nr_members = g_variant_type_n_items(type);
	gsize here = reading->where->len;
	GVariantBuilder tuple;

	if (!json_is_object(node))
		return fail(reading, "an object is wanted");
	if (json_object_size(node) > nr_members)
		return fail(reading, "has a member too many");
	g_variant_builder_init(&tuple, type);
	for (gsize i = 0; i < nr_members; i++) {
		GVariant *child = read_member(reading, node, member, names, i);

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

static GVariant *read_number(struct json_reader *reading, const json_t *node)
{
	json_int_t number = json_integer_value(node);

	if (!json_is_integer(node))
		return fail(reading, "a number is wanted");
	if (number < 0 || number > G_MAXUINT32)
		return fail(reading, "the number is out of range");
	return g_variant_new_uint32((guint32)number);
}

static GVariant *read_value(struct json_reader *reading, const json_t *node,
			    const GVariantType *type,
			    const struct variant_names *names)
{
	if (g_variant_type_equal(type, G_VARIANT_TYPE_BYTESTRING))
		return json_is_object(node) ? read_raw(reading, node) :
					      read_text(reading, node);
	if (g_variant_type_is_array(type))
		return read_list(reading, node, type, names);
	if (g_variant_type_is_tuple(type))
		return read_tuple(reading, node, type, names);
	if (g_variant_type_equal(type, G_VARIANT_TYPE_BOOLEAN))
		return json_is_boolean(node) ?
			       g_variant_new_boolean(json_is_true(node)) :
			       fail(reading, "true or false is wanted");
	if (g_variant_type_equal(type, G_VARIANT_TYPE_DOUBLE))
		return json_is_number(node) ?
			       g_variant_new_double(json_number_value(node)) :
			       fail(reading, "a number is wanted");
	return read_number(reading, node);
}

GVariant *variant_from_json(const json_t *node, const char *type,
			    const struct variant_names *names, char **ret_fault)
{
	g_autoptr(GString) where = g_string_new(NULL);
	struct json_reader reading = { .where = where };
	GVariant *value =
		read_value(&reading, node, G_VARIANT_TYPE(type), names);

	*ret_fault = reading.fault;
	return value;
}
