// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reads a .config file and owns the table of values. Knows no Kconfig: types
 * are told by the look of the values.
 */
#include "kconfig.h"

#include <string.h>

#include "base/session.h"

static const char prefix[] = "CONFIG_";
static const char title_end[] = " Kernel Configuration";

static enum kconfig_type guess_type(const char *value)
{
	gsize digits = strspn(value, "0123456789abcdefABCDEFxX");

	if (value[0] == '"')
		return KCONFIG_STRING;
	if (strcmp(value, "m") == 0)
		return KCONFIG_TRISTATE;
	if (strcmp(value, "y") == 0)
		return KCONFIG_BOOL;
	if (value[0] == '-' || strspn(value, "0123456789") == strlen(value))
		return KCONFIG_INT;
	return value[digits] == '\0' ? KCONFIG_HEX : KCONFIG_STRING;
}

/* Takes off the quotes and the backslashes; NULL if there is no end. */
static char *unquote(const char *value)
{
	GString *text = g_string_new(NULL);

	for (value++; *value && *value != '"'; value++) {
		if (*value == '\\' && value[1])
			value++;
		g_string_append_c(text, *value);
	}
	return g_string_free(text, *value == '\0');
}

static bool is_name(const char *name, gsize length)
{
	for (gsize i = 0; i < length; i++) {
		if (!g_ascii_isalnum(name[i]) && name[i] != '_')
			return false;
	}
	return length > 0;
}

static void set_value(struct kconfig *config, char *name, char *value,
		      enum kconfig_type type)
{
	g_hash_table_insert(config->types, g_strdup(name),
			    GINT_TO_POINTER(type));
	g_hash_table_insert(config->values, name, value);
}

static bool read_assignment(struct kconfig *config, const char *line)
{
	const char *name = line + strlen(prefix);
	const char *sign = strchr(line, '=');
	enum kconfig_type type;
	char *value;

	if (!g_str_has_prefix(line, prefix) || !sign ||
	    !is_name(name, (gsize)(sign - name)))
		return false;
	type = guess_type(sign + 1);
	value = type == KCONFIG_STRING && sign[1] == '"' ? unquote(sign + 1) :
							   g_strdup(sign + 1);
	if (!value)
		return false;
	if (strcmp(value, "n") == 0 && sign[1] != '"') {
		g_autofree char *key = g_strndup(name, (gsize)(sign - name));

		g_hash_table_remove(config->values, key);
		g_hash_table_remove(config->types, key);
		g_free(value);
		return true;
	}
	set_value(config, g_strndup(name, (gsize)(sign - name)), value, type);
	return true;
}

/* "# CONFIG_X is not set" undoes an earlier line, as conf has it. */
static void read_comment(struct kconfig *config, const char *line)
{
	g_autofree char *name = NULL;

	if (g_str_has_prefix(line, "# CONFIG_") &&
	    g_str_has_suffix(line, " is not set")) {
		const char *start = line + strlen("# CONFIG_");

		name = g_strndup(start, strcspn(start, " "));
		g_hash_table_remove(config->values, name);
		g_hash_table_remove(config->types, name);
	} else if (!config->title && g_str_has_prefix(line, "# ") &&
		   g_str_has_suffix(line, title_end)) {
		config->title = g_strdup(line + 2);
	}
}

void kconfig_init(struct kconfig *config)
{
	config->values =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	config->types =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	config->title = NULL;
	config->files = g_ptr_array_new_with_free_func(g_free);
}

void kconfig_release(struct kconfig *config)
{
	g_clear_pointer(&config->values, g_hash_table_destroy);
	g_clear_pointer(&config->types, g_hash_table_destroy);
	g_clear_pointer(&config->title, g_free);
	g_clear_pointer(&config->files, g_ptr_array_unref);
}

const char *kconfig_value(const struct kconfig *config, const char *name)
{
	const char *value = g_hash_table_lookup(config->values, name);

	return value ? value : "n";
}

void kconfig_parse_dotconfig(struct session *session, const char *path,
			     const char *text, gsize length,
			     struct kconfig *ret_config)
{
	g_autofree char *copy = g_strndup(text, length);
	unsigned int number = 0;
	char *at;

	kconfig_init(ret_config);
	if (strlen(copy) != length)
		session_notice(session, "kconfig", path, 0,
			       "file holds a NUL byte; its rest is not read");
	for (char *line = copy; line; line = at) {
		at = strchr(line, '\n');
		if (at)
			*at++ = '\0';
		number++;
		g_strchomp(line);
		if (line[0] == '#')
			read_comment(ret_config, line);
		else if (line[0] && !read_assignment(ret_config, line))
			session_notice(session, "kconfig", path, number,
				       "line is no assignment of CONFIG_");
	}
}
