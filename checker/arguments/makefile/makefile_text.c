// SPDX-License-Identifier: GPL-2.0-only
/* Expansion, as GNU make's manual describes it in "How to Use Variables". */
#include "makefile_text.h"

#include <stdbool.h>
#include <string.h>

#include "makefile_functions.h"

/* Variables may name each other, and a text may double with each step. */
enum { DEPTH_LIMIT = 24, LENGTH_LIMIT = 1 << 16, STEP_LIMIT = 1 << 18 };

/* What is set nowhere; symbols are those of the configuration. */
static void expand_unset(struct makefile_expansion *expansion, const char *name)
{
	const struct makefile_scope *scope = expansion->scope;
	const char *value = NULL;

	if (!g_str_has_prefix(name, "CONFIG_"))
		return;
	if (scope->config)
		value = g_hash_table_lookup(scope->config, name);
	else if (scope->is_config_unknown)
		value = MAKEFILE_UNKNOWN;
	g_string_append(expansion->out, value ? value : "");
}

static void expand_into(struct makefile_expansion *expansion, const char *text);

static void expand_variable(struct makefile_expansion *expansion,
			    const char *name)
{
	struct makefile_variable *variable =
		g_hash_table_lookup(expansion->scope->variables, name);
	g_autofree char *text = NULL;

	if (!variable) {
		expand_unset(expansion, name);
		return;
	}
	if (variable->is_open) {
		g_string_append(expansion->out, MAKEFILE_UNKNOWN);
		return;
	}
	variable->is_open = TRUE;
	text = g_strdup(variable->value->str);
	expand_into(expansion, text);
	/* An $(eval) in it may have set it anew. */
	variable = g_hash_table_lookup(expansion->scope->variables, name);
	if (variable)
		variable->is_open = FALSE;
}

/* $(NAME:from=to): each word of the value, changed at its end. */
static void expand_changed(struct makefile_expansion *expansion, char *name)
{
	char *colon = strchr(name, ':');
	char *equals = strchr(colon, '=');
	g_autofree char *reference = NULL;
	g_autofree char *value = NULL;

	if (!equals) {
		g_string_append(expansion->out, MAKEFILE_UNKNOWN);
		return;
	}
	*colon = *equals = '\0';
	reference = g_strdup_printf("$(%s)", name);
	value = makefile_expand_part(expansion, reference);
	makefile_change_words(expansion->out, colon + 1, equals + 1, value);
}

/* What stands between the brackets of $(..). */
static void expand_reference(struct makefile_expansion *expansion,
			     const char *inner)
{
	const char *blank = strpbrk(inner, " \t");
	g_autofree char *name = NULL;

	if (blank) {
		g_autofree char *function =
			g_strndup(inner, (gsize)(blank - inner));

		if (makefile_call_function(expansion, function,
					   blank + strspn(blank, " \t")))
			return;
		g_string_append(expansion->out, MAKEFILE_UNKNOWN);
		return;
	}
	name = makefile_expand_part(expansion, inner);
	if (strchr(name, ':'))
		expand_changed(expansion, name);
	else
		expand_variable(expansion, name);
}

const char *makefile_reference_end(const char *open)
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
static void expand_letter(struct makefile_expansion *expansion, char letter)
{
	const char name[] = { letter, '\0' };

	if (g_hash_table_contains(expansion->scope->variables, name))
		expand_variable(expansion, name);
	else
		g_string_append(expansion->out, MAKEFILE_UNKNOWN);
}

/* Appends what the reference at a $ stands for; returns what is behind it. */
static const char *expand_dollar(struct makefile_expansion *expansion,
				 const char *at)
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
	end = makefile_reference_end(open);
	if (!end) {
		g_string_append(expansion->out, MAKEFILE_UNKNOWN);
		return open + strlen(open);
	}
	inner = g_strndup(open + 1, (gsize)(end - open - 2));
	expand_reference(expansion, inner);
	return end;
}

static void expand_into(struct makefile_expansion *expansion, const char *text)
{
	guint *steps = expansion->scope->steps;
	const bool is_allowed = ++expansion->depth <= DEPTH_LIMIT &&
				(!steps || ++*steps <= STEP_LIMIT);

	if (!is_allowed)
		g_string_append(expansion->out, MAKEFILE_UNKNOWN);
	while (is_allowed && *text && expansion->out->len < LENGTH_LIMIT) {
		const gsize plain = strcspn(text, "$");

		g_string_append_len(expansion->out, text, (gssize)plain);
		text += plain;
		if (*text)
			text = expand_dollar(expansion, text);
	}
	expansion->depth--;
}

char *makefile_expand(const struct makefile_scope *scope, const char *text)
{
	struct makefile_expansion expansion = {
		.scope = scope,
		.out = g_string_new(NULL),
		.into = expand_into,
	};

	expand_into(&expansion, text);
	return g_string_free(expansion.out, FALSE);
}
