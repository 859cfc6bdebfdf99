// SPDX-License-Identifier: GPL-2.0-only
/* The variables of a Makefile. */
#include "makefile_text.h"

/* A value may double with each step. */
enum { LENGTH_LIMIT = 1 << 16 };

static void variable_free(gpointer data)
{
	struct makefile_variable *variable = data;

	g_string_free(variable->value, TRUE);
	g_free(variable);
}

GHashTable *makefile_variables_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
				     variable_free);
}

const char *makefile_raw_value(GHashTable *variables, const char *name)
{
	const struct makefile_variable *variable =
		g_hash_table_lookup(variables, name);

	return variable ? variable->value->str : "";
}

void makefile_set(GHashTable *variables, const char *name, const char *value)
{
	struct makefile_variable *variable =
		g_new0(struct makefile_variable, 1);

	variable->value = g_string_new(value);
	g_hash_table_insert(variables, g_strdup(name), variable);
}

void makefile_append(GHashTable *variables, const char *name, const char *value)
{
	struct makefile_variable *variable =
		g_hash_table_lookup(variables, name);

	if (!variable) {
		makefile_set(variables, name, value);
	} else if (variable->value->len < LENGTH_LIMIT) {
		g_string_append_c(variable->value, ' ');
		g_string_append(variable->value, value);
	}
}
