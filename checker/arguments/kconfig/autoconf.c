// SPDX-License-Identifier: GPL-2.0-only
/* Writes a configuration as the header that the kernel's sources include. */
#include <stdlib.h>
#include <string.h>

#include "kconfig.h"

static int compare_names(gconstpointer left, gconstpointer right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void append_quoted(GString *text, const char *value)
{
	g_string_append_c(text, '"');
	for (; *value; value++) {
		if (*value == '"' || *value == '\\')
			g_string_append_c(text, '\\');
		g_string_append_c(text, *value);
	}
	g_string_append_c(text, '"');
}

static void append_define(GString *text, const char *name, const char *value,
			  enum kconfig_type type)
{
	bool is_module = type == KCONFIG_TRISTATE && value[0] == 'm';

	g_string_append_printf(text, "#define CONFIG_%s%s ", name,
			       is_module ? "_MODULE" : "");
	switch (type) {
	case KCONFIG_BOOL:
	case KCONFIG_TRISTATE:
		g_string_append_c(text, '1');
		break;
	case KCONFIG_STRING:
		append_quoted(text, value);
		break;
	case KCONFIG_HEX:
		if (value[0] != '0' || (value[1] != 'x' && value[1] != 'X'))
			g_string_append(text, "0x");
		g_string_append(text, value);
		break;
	case KCONFIG_INT:
		g_string_append(text, value);
		break;
	}
	g_string_append_c(text, '\n');
}

char *kconfig_autoconf(const struct kconfig *config)
{
	GString *text = g_string_new("/*\n"
				     " * Automatically generated file;"
				     " DO NOT EDIT.\n");
	g_autofree gpointer *names =
		g_hash_table_get_keys_as_array(config->values, NULL);
	guint length = g_hash_table_size(config->values);

	if (config->title)
		g_string_append_printf(text, " * %s\n", config->title);
	g_string_append(text, " */\n");
	qsort(names, length, sizeof(*names), compare_names);
	for (guint i = 0; i < length; i++) {
		const char *name = names[i];
		gpointer type = g_hash_table_lookup(config->types, name);

		append_define(text, name, kconfig_value(config, name),
			      (enum kconfig_type)GPOINTER_TO_INT(type));
	}
	return g_string_free(text, FALSE);
}
