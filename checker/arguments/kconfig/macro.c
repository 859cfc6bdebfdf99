// SPDX-License-Identifier: GPL-2.0-only
/* Expands $(...) with limits on depth and work; runs nothing. */
#include "macro.h"

#include <string.h>

#include "probe.h"

#define DEPTH_LIMIT	100
#define WORK_LIMIT	((gsize)16 << 20)
#define ARGUMENTS_LIMIT 16

struct variable {
	GString *value;
	bool is_simple;
	unsigned int nr_running;
};

/* The arguments of the function whose body is being expanded. */
struct macro_frame {
	char **arguments;
	guint nr_arguments;
};

static void expand_text(struct kconfig_macros *macros,
			const struct macro_frame *frame, const char *at,
			const char *end, GString *text);

static void variable_free(gpointer data)
{
	struct variable *variable = data;

	g_string_free(variable->value, TRUE);
	g_free(variable);
}

struct kconfig_macros *kconfig_macros_new(struct kconfig_tree *tree,
					  const struct kconfig_request *request)
{
	struct kconfig_macros *macros = g_new0(struct kconfig_macros, 1);

	macros->tree = tree;
	macros->srcarch = request->srcarch;
	macros->budget = WORK_LIMIT;
	macros->variables = g_hash_table_new_full(g_str_hash, g_str_equal,
						  g_free, variable_free);
	macros->environment =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	kconfig_probe_add_environment(macros->environment);
	kconfig_macros_export(macros, "ARCH", request->arch);
	kconfig_macros_export(macros, "SRCARCH", request->srcarch);
	kconfig_macros_export(macros, "SUBARCH", "x86");
	kconfig_macros_export(macros, "HEADER_ARCH", "x86");
	kconfig_macros_export(macros, "srctree", tree->root);
	kconfig_macros_export(macros, "objtree", ".");
	return macros;
}

void kconfig_macros_free(struct kconfig_macros *macros)
{
	g_hash_table_destroy(macros->variables);
	g_hash_table_destroy(macros->environment);
	g_free(macros);
}

void kconfig_macros_export(struct kconfig_macros *macros, const char *name,
			   const char *value)
{
	g_hash_table_insert(macros->environment, g_strdup(name),
			    g_strdup(value));
}

const char *kconfig_macros_environment(const struct kconfig_macros *macros,
				       const char *name)
{
	return g_hash_table_lookup(macros->environment, name);
}

static bool spend(struct kconfig_macros *macros, gsize work)
{
	if (macros->budget == 0)
		return false;
	if (work < macros->budget) {
		macros->budget -= work;
		return true;
	}
	macros->budget = 0;
	kconfig_tree_notice(macros->tree, macros->path, macros->line,
			    "macros expand without end; the rest is empty");
	return false;
}

void kconfig_macros_assign(struct kconfig_macros *macros, const char *name,
			   enum kconfig_flavor flavor, const char *value)
{
	struct variable *variable =
		g_hash_table_lookup(macros->variables, name);
	g_autoptr(GString) text = g_string_new(NULL);
	bool appends = flavor == FLAVOR_APPEND && variable;
	bool is_simple = appends ? variable->is_simple :
				   flavor == FLAVOR_SIMPLE;

	if (is_simple)
		expand_text(macros, NULL, value, value + strlen(value), text);
	else
		g_string_append(text, value);
	if (!spend(macros, text->len + 1))
		return;
	if (!variable) {
		variable = g_new0(struct variable, 1);
		variable->value = g_string_new(NULL);
		g_hash_table_insert(macros->variables, g_strdup(name),
				    variable);
	}
	variable->is_simple = is_simple;
	if (appends)
		g_string_append_c(variable->value, ' ');
	else
		g_string_truncate(variable->value, 0);
	g_string_append_len(variable->value, text->str, (gssize)text->len);
}

static bool expand_variable(struct kconfig_macros *macros, const char *name,
			    const struct macro_frame *frame, GString *text)
{
	struct variable *variable =
		g_hash_table_lookup(macros->variables, name);
	GString *value;

	if (!variable)
		return false;
	value = variable->value;
	if (variable->is_simple) {
		g_string_append_len(text, value->str, (gssize)value->len);
		return true;
	}
	if (frame->nr_arguments == 0 && variable->nr_running > 0) {
		kconfig_tree_notice(macros->tree, macros->path, macros->line,
				    "macro '%s' expands to itself", name);
		return true;
	}
	variable->nr_running++;
	expand_text(macros, frame, value->str, value->str + value->len, text);
	variable->nr_running--;
	return true;
}

static bool expand_builtin(struct kconfig_macros *macros, const char *name,
			   const struct macro_frame *frame, GString *text)
{
	if (strcmp(name, "filename") == 0) {
		g_string_append(text, macros->path);
		return true;
	}
	if (strcmp(name, "lineno") == 0) {
		g_string_append_printf(text, "%u", macros->line);
		return true;
	}
	if (strcmp(name, "info") == 0 || strcmp(name, "warning-if") == 0)
		return true;
	if (strcmp(name, "error-if") != 0)
		return false;
	if (frame->nr_arguments == 2 && strcmp(frame->arguments[0], "y") == 0)
		kconfig_tree_notice(macros->tree, macros->path, macros->line,
				    "Kconfig stops here: %s",
				    frame->arguments[1]);
	return true;
}

static void call(struct kconfig_macros *macros, const char *name,
		 const struct macro_frame *frame, GString *text)
{
	g_autofree char *answer =
		kconfig_probe_answer(macros->srcarch, name, frame->arguments);
	const char *value;

	if (answer) {
		g_string_append(text, answer);
		return;
	}
	if (expand_variable(macros, name, frame, text) ||
	    expand_builtin(macros, name, frame, text) ||
	    frame->nr_arguments > 0)
		return;
	value = g_hash_table_lookup(macros->environment, name);
	if (value)
		g_string_append(text, value);
}

/* Where the argument ends: a comma or the end, outside of parentheses. */
static const char *find_comma(const char *at, const char *end)
{
	int nesting = 0;

	for (; at < end; at++) {
		if (nesting == 0 && *at == ',')
			return at;
		if (*at == '(')
			nesting++;
		else if (*at == ')')
			nesting--;
	}
	return end;
}

static const char *frame_argument(const struct macro_frame *frame,
				  const char *name)
{
	guint64 number;

	if (!frame || !g_ascii_string_to_unsigned(name, 10, 1,
						  MAX(frame->nr_arguments, 1),
						  &number, NULL))
		return NULL;
	return number <= frame->nr_arguments ? frame->arguments[number - 1] :
					       NULL;
}

/* Expands the inside of one pair of parentheses: name,argument,argument. */
static void expand_clause(struct kconfig_macros *macros,
			  const struct macro_frame *outer, const char *at,
			  const char *end, GString *text)
{
	char *words[ARGUMENTS_LIMIT + 2] = { NULL };
	struct macro_frame frame = { .arguments = words + 1 };
	const char *argument;
	guint nr_words = 0;

	for (;;) {
		const char *comma = find_comma(at, end);
		GString *word = g_string_new(NULL);

		expand_text(macros, outer, at, comma, word);
		words[nr_words++] = g_string_free(word, FALSE);
		if (comma == end || nr_words > ARGUMENTS_LIMIT)
			break;
		at = comma + 1;
	}
	frame.nr_arguments = nr_words - 1;
	argument = frame.nr_arguments ? NULL : frame_argument(outer, words[0]);
	if (argument)
		g_string_append(text, argument);
	else
		call(macros, words[0], &frame, text);
	while (nr_words > 0)
		g_free(words[--nr_words]);
}

static const char *find_closing(const char *at, const char *end)
{
	int nesting = 0;

	for (; at < end; at++) {
		if (*at == '(')
			nesting++;
		else if (*at == ')' && nesting-- == 0)
			return at;
	}
	return NULL;
}

static void expand_reference(struct kconfig_macros *macros,
			     const struct macro_frame *frame, const char **at,
			     const char *end, GString *text)
{
	const char *start = *at + 1;
	const char *closing;

	if (*at == end || **at != '(') {
		g_string_append_c(text, '$');
		return;
	}
	closing = find_closing(start, end);
	if (!closing) {
		kconfig_tree_notice(macros->tree, macros->path, macros->line,
				    "'$(' is not closed");
		*at = end;
		return;
	}
	*at = closing + 1;
	if (!spend(macros, (gsize)(closing - start) + 1))
		return;
	if (macros->depth >= DEPTH_LIMIT) {
		kconfig_tree_notice(macros->tree, macros->path, macros->line,
				    "macros are nested too deeply");
		return;
	}
	macros->depth++;
	expand_clause(macros, frame, start, closing, text);
	macros->depth--;
}

static void expand_text(struct kconfig_macros *macros,
			const struct macro_frame *frame, const char *at,
			const char *end, GString *text)
{
	gsize length_before = text->len;

	while (at < end) {
		const char *dollar = memchr(at, '$', (gsize)(end - at));
		const char *stop = dollar ? dollar : end;

		g_string_append_len(text, at, stop - at);
		at = stop;
		if (!dollar)
			break;
		at++;
		expand_reference(macros, frame, &at, end, text);
	}
	if (!spend(macros, text->len - length_before + 1))
		g_string_truncate(text, length_before);
}

void kconfig_macros_expand_dollar(struct kconfig_macros *macros,
				  const char **at, const char *end,
				  GString *text)
{
	expand_reference(macros, NULL, at, end, text);
}
