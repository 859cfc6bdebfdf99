// SPDX-License-Identifier: GPL-2.0-only
/* Expansion, as GNU make's manual describes it in "How to Use Variables". */
#include "makefile_text.h"

#include <stdbool.h>
#include <string.h>

/* Variables may name each other, and a text may double with each step. */
enum { DEPTH_LIMIT = 24, LENGTH_LIMIT = 1 << 16 };

struct expansion {
	GHashTable *variables;
	const char *folder;
	GString *out;
	guint depth;
};

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

static void expand_into(struct expansion *expansion, const char *text);

static void expand_variable(struct expansion *expansion, const char *name)
{
	struct makefile_variable *variable =
		g_hash_table_lookup(expansion->variables, name);

	if (!variable)
		return;
	if (variable->is_open) {
		g_string_append(expansion->out, MAKEFILE_UNKNOWN);
		return;
	}
	variable->is_open = TRUE;
	expand_into(expansion, variable->value->str);
	variable->is_open = FALSE;
}

/* The same expansion into a text of its own; owned. */
static char *expand_part(struct expansion *expansion, const char *text)
{
	GString *outer = expansion->out;
	char *part;

	expansion->out = g_string_new(NULL);
	expand_into(expansion, text);
	part = g_string_free(expansion->out, FALSE);
	expansion->out = outer;
	return part;
}

/* Each path without dots, from the folder. */
static void append_absolute(struct expansion *expansion, const char *paths)
{
	g_auto(GStrv) words = g_strsplit_set(paths, " \t", -1);
	const char *blank = "";

	for (guint i = 0; words[i]; i++) {
		g_autofree char *path = NULL;

		if (!*words[i])
			continue;
		path = g_canonicalize_filename(words[i], expansion->folder);
		g_string_append_printf(expansion->out, "%s%s", blank, path);
		blank = " ";
	}
}

/* $(addprefix P,WORDS) */
static void append_prefixed(struct expansion *expansion, char *arguments)
{
	char *comma = strchr(arguments, ',');
	g_auto(GStrv) words = NULL;
	const char *blank = "";

	if (!comma)
		return;
	*comma = '\0';
	words = g_strsplit_set(comma + 1, " \t", -1);
	for (guint i = 0; words[i]; i++) {
		if (!*words[i])
			continue;
		g_string_append_printf(expansion->out, "%s%s%s", blank,
				       arguments, words[i]);
		blank = " ";
	}
}

/* $(NAME arguments); false if it is no function that only handles text. */
static bool call_function(struct expansion *expansion, const char *name,
			  const char *text)
{
	g_autofree char *arguments = expand_part(expansion, text);

	if (strcmp(name, "strip") == 0)
		g_string_append(expansion->out, g_strstrip(arguments));
	else if (strcmp(name, "abspath") == 0 || strcmp(name, "realpath") == 0)
		append_absolute(expansion, arguments);
	else if (strcmp(name, "addprefix") == 0)
		append_prefixed(expansion, arguments);
	else if (strcmp(name, "shell") == 0 &&
		 strcmp(g_strstrip(arguments), "pwd") == 0)
		g_string_append(expansion->out, expansion->folder);
	else
		return false;
	return true;
}

/* What stands between the brackets of $(..). */
static void expand_reference(struct expansion *expansion, const char *inner)
{
	const char *blank = strpbrk(inner, " \t");
	g_autofree char *name = NULL;

	if (blank) {
		g_autofree char *function =
			g_strndup(inner, (gsize)(blank - inner));

		if (!call_function(expansion, function, blank + 1))
			g_string_append(expansion->out, MAKEFILE_UNKNOWN);
		return;
	}
	name = expand_part(expansion, inner);
	if (strchr(name, ':'))
		g_string_append(expansion->out, MAKEFILE_UNKNOWN);
	else
		expand_variable(expansion, name);
}

/* Behind the bracket that closes the one at open; NULL if none does. */
static const char *reference_end(const char *open)
{
	const char close = *open == '(' ? ')' : '}';
	guint depth = 0;

	for (const char *p = open; *p; p++) {
		if (*p == *open)
			depth++;
		else if (*p == close && --depth == 0)
			return p + 1;
	}
	return NULL;
}

/* $@ and its like, where a rule has set them. */
static void expand_letter(struct expansion *expansion, char letter)
{
	const char name[] = { letter, '\0' };

	if (g_hash_table_contains(expansion->variables, name))
		expand_variable(expansion, name);
	else
		g_string_append(expansion->out, MAKEFILE_UNKNOWN);
}

/* Appends what the reference at a $ stands for; returns what is behind it. */
static const char *expand_dollar(struct expansion *expansion, const char *at)
{
	const char *open = at + 1;
	const char *end;
	g_autofree char *inner = NULL;

	if (*open == '$') {
		g_string_append_c(expansion->out, '$');
		return open + 1;
	}
	if (*open != '(' && *open != '{') {
		expand_letter(expansion, *open);
		return *open ? open + 1 : open;
	}
	end = reference_end(open);
	if (!end) {
		g_string_append(expansion->out, MAKEFILE_UNKNOWN);
		return open + strlen(open);
	}
	inner = g_strndup(open + 1, (gsize)(end - open - 2));
	expand_reference(expansion, inner);
	return end;
}

static void expand_into(struct expansion *expansion, const char *text)
{
	if (++expansion->depth > DEPTH_LIMIT)
		g_string_append(expansion->out, MAKEFILE_UNKNOWN);
	while (expansion->depth <= DEPTH_LIMIT && *text &&
	       expansion->out->len < LENGTH_LIMIT) {
		const gsize plain = strcspn(text, "$");

		g_string_append_len(expansion->out, text, (gssize)plain);
		text += plain;
		if (*text)
			text = expand_dollar(expansion, text);
	}
	expansion->depth--;
}

char *makefile_expand(GHashTable *variables, const char *folder,
		      const char *text)
{
	struct expansion expansion = {
		.variables = variables,
		.folder = folder,
		.out = g_string_new(NULL),
	};

	expand_into(&expansion, text);
	return g_string_free(expansion.out, FALSE);
}
