// SPDX-License-Identifier: GPL-2.0-only
#include "options/settings_lines.h"

#include <string.h>

static char *name_of(const char *group, const char *key)
{
	return g_strconcat(group, "\n", key, NULL);
}

static void add(struct settings_lines *lines, const char *group,
		const char *key, guint line)
{
	char *name = name_of(group, key);
	guint first = GPOINTER_TO_UINT(g_hash_table_lookup(lines->lines, name));
	struct repeated_key repeated = {
		.group = g_strdup(group),
		.key = g_strdup(key),
		.line = line,
		.first_line = first,
	};

	if (first && *key) {
		g_array_append_val(lines->repeated, repeated);
	} else {
		g_free(repeated.group);
		g_free(repeated.key);
	}
	g_hash_table_replace(lines->lines, name, GUINT_TO_POINTER(line));
}

static void clear_repeated(gpointer data)
{
	struct repeated_key *repeated = data;

	g_free(repeated->group);
	g_free(repeated->key);
}

struct settings_lines *settings_lines_new(const char *text)
{
	struct settings_lines *lines = g_new(struct settings_lines, 1);
	g_auto(GStrv) all = g_strsplit(text, "\n", -1);
	g_autofree char *group = g_strdup("");

	lines->lines =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	lines->repeated =
		g_array_new(FALSE, FALSE, sizeof(struct repeated_key));
	g_array_set_clear_func(lines->repeated, clear_repeated);
	for (guint i = 0; all[i]; i++) {
		char *line = g_strstrip(all[i]);
		char *end = strchr(line, '=');

		if (*line == '[' && g_str_has_suffix(line, "]")) {
			line[strlen(line) - 1] = '\0';
			g_free(group);
			group = g_strdup(line + 1);
			add(lines, group, "", i + 1);
		} else if (*line != '#' && end) {
			*end = '\0';
			add(lines, group, g_strchomp(line), i + 1);
		}
	}
	return lines;
}

void settings_lines_free(struct settings_lines *lines)
{
	g_hash_table_destroy(lines->lines);
	g_array_free(lines->repeated, TRUE);
	g_free(lines);
}

guint settings_line(const struct settings_lines *lines, const char *group,
		    const char *key)
{
	g_autofree char *name = name_of(group, key);

	return GPOINTER_TO_UINT(g_hash_table_lookup(lines->lines, name));
}
