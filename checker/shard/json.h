/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Packed values as JSON and back; private to shard/. A tuple is an object, a
 * byte string a text, or {"base64": ".."} where it is no UTF-8.
 */
#ifndef VMALINT_SHARD_JSON_H
#define VMALINT_SHARD_JSON_H

#include <glib.h>
#include <jansson.h>

struct variant_names;

/* Owned. names may be NULL where there are no tuples. */
json_t *variant_to_json(GVariant *value, const struct variant_names *names);

/*
 * A floating value of the type; NULL, with a text in *ret_fault (owned) that
 * says where what is wrong: "report.files[3].end: a number is wanted".
 */
GVariant *variant_from_json(const json_t *node, const char *type,
			    const struct variant_names *names,
			    char **ret_fault);

#endif
