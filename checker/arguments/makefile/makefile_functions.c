// SPDX-License-Identifier: GPL-2.0-only
/*
 * Functions, as GNU make's manual (4.3) describes them in "Functions for
 * Transforming Text". Those that run something are not among them.
 */
#include "makefile_functions.h"

#include <string.h>

#include "makefile_text.h"

/* Arguments of one call; the last one that is wanted has all further commas. */
enum { ARGUMENT_LIMIT = 10 };

/* One call, its arguments as they are written. */
struct makefile_call {
	struct makefile_expansion *expansion;
	char *arguments[ARGUMENT_LIMIT]; /* owned */
	guint nr;
};

char *makefile_expand_part(struct makefile_expansion *expansion,
			   const char *text)
{
	GString *outer = expansion->out;
	char *part;

	expansion->out = g_string_new(NULL);
	expansion->into(expansion, text);
	part = g_string_free(expansion->out, FALSE);
	expansion->out = outer;
	return part;
}

/* An argument, expanded; owned. */
static char *value_of(const struct makefile_call *call, guint i)
{
	return i < call->nr ? makefile_expand_part(call->expansion,
						   call->arguments[i]) :
			      g_strdup("");
}

static bool call_for_words(const struct makefile_call *call, const char *name)
{
	const guint nr = makefile_word_arguments(name);
	g_autofree char *first = nr > 1 ? value_of(call, 0) : g_strdup("");
	g_autofree char *second = nr > 2 ? value_of(call, 1) : g_strdup("");
	g_autofree char *words = nr > 0 ? value_of(call, nr - 1) : NULL;

	if (words)
		makefile_call_for_words(call->expansion, name,
					g_strstrip(first), g_strstrip(second),
					words);
	return words != NULL;
}

/* $(subst FROM,TO,TEXT) */
static void call_subst(const struct makefile_call *call)
{
	g_autofree char *from = value_of(call, 0);
	g_autofree char *to = value_of(call, 1);
	g_autofree char *text = value_of(call, 2);
	g_auto(GStrv) parts = *from ? g_strsplit(text, from, -1) : NULL;
	g_autofree char *joined = parts ? g_strjoinv(to, parts) : NULL;

	g_string_append(call->expansion->out, joined ? joined : text);
}

/* $(findstring WHAT,TEXT) */
static void call_findstring(const struct makefile_call *call)
{
	g_autofree char *what = value_of(call, 0);
	g_autofree char *text = value_of(call, 1);

	if (strstr(what, MAKEFILE_UNKNOWN) || strstr(text, MAKEFILE_UNKNOWN))
		g_string_append(call->expansion->out, MAKEFILE_UNKNOWN);
	else if (strstr(text, what))
		g_string_append(call->expansion->out, what);
}

/* $(if CONDITION,THEN,ELSE) */
static void call_if(const struct makefile_call *call)
{
	g_autofree char *condition = value_of(call, 0);
	g_autofree char *value = NULL;

	if (strstr(condition, MAKEFILE_UNKNOWN)) {
		g_string_append(call->expansion->out, MAKEFILE_UNKNOWN);
		return;
	}
	value = value_of(call, *g_strstrip(condition) ? 1 : 2);
	g_string_append(call->expansion->out, value);
}

/* $(or A,B,..), the first that says something; $(and A,B,..), the last. */
static void call_logic(const struct makefile_call *call, bool is_or)
{
	for (guint i = 0; i < call->nr; i++) {
		g_autofree char *value = value_of(call, i);
		const bool says = *g_strstrip(value) != '\0';

		if (says == is_or || (says && i + 1 == call->nr)) {
			g_string_append(call->expansion->out, value);
			return;
		}
		if (!says && !is_or)
			return;
	}
}

/* Sets a variable for a while; returns what it was, owned, or NULL. */
static char *set_for_now(GHashTable *variables, const char *name,
			 const char *value)
{
	char *before = g_hash_table_contains(variables, name) ?
			       g_strdup(makefile_raw_value(variables, name)) :
			       NULL;

	makefile_set(variables, name, value);
	return before;
}

/* Takes what it was. */
static void set_back(GHashTable *variables, const char *name, char *before)
{
	if (before)
		makefile_set(variables, name, before);
	else
		g_hash_table_remove(variables, name);
	g_free(before);
}

struct repetition {
	const struct makefile_call *call;
	const char *name;
	gsize begin;
};

static void repeat(const struct repetition *repetition, const char *word)
{
	const struct makefile_call *call = repetition->call;
	GHashTable *variables = call->expansion->scope->variables;
	char *before = set_for_now(variables, repetition->name, word);
	g_autofree char *value = value_of(call, 2);

	set_back(variables, repetition->name, before);
	if (call->expansion->out->len > repetition->begin)
		g_string_append_c(call->expansion->out, ' ');
	g_string_append(call->expansion->out, value);
}

/* $(foreach NAME,WORDS,TEXT) */
static void call_foreach(const struct makefile_call *call)
{
	g_autofree char *name = value_of(call, 0);
	g_autofree char *text = value_of(call, 1);
	g_auto(GStrv) words = g_strsplit_set(text, " \t\n", -1);
	const struct repetition repetition = {
		.call = call,
		.name = g_strstrip(name),
		.begin = call->expansion->out->len,
	};

	for (guint i = 0; words[i]; i++) {
		if (*words[i])
			repeat(&repetition, words[i]);
	}
}

/* $(call NAME,A,..): its value, in which $(1) is A; false: none is set. */
static bool call_variable(const struct makefile_call *call)
{
	GHashTable *variables = call->expansion->scope->variables;
	g_autofree char *name = value_of(call, 0);
	char *before[ARGUMENT_LIMIT] = { NULL };
	g_autofree char *text = NULL;

	if (!g_hash_table_contains(variables, g_strstrip(name)))
		return false;
	for (guint i = 1; i < call->nr; i++) {
		g_autofree char *number = g_strdup_printf("%u", i);
		g_autofree char *value = value_of(call, i);

		before[i] = set_for_now(variables, number, value);
	}
	text = g_strdup(makefile_raw_value(variables, name));
	call->expansion->into(call->expansion, text);
	for (guint i = 1; i < call->nr; i++) {
		g_autofree char *number = g_strdup_printf("%u", i);

		set_back(variables, number, before[i]);
	}
	return true;
}

static bool call_eval(const struct makefile_call *call)
{
	const struct makefile_scope *scope = call->expansion->scope;
	g_autofree char *text = value_of(call, 0);

	if (scope->eval)
		scope->eval(scope->context, text);
	return scope->eval != NULL;
}

/* What only a shell could tell, but for where it would be. */
static bool call_shell(const struct makefile_call *call)
{
	g_autofree char *text = value_of(call, 0);

	if (strcmp(g_strstrip(text), "pwd") != 0)
		return false;
	g_string_append(call->expansion->out, call->expansion->scope->folder);
	return true;
}

static bool call_special(const struct makefile_call *call, const char *name)
{
	if (strcmp(name, "strip") == 0) {
		g_autofree char *text = value_of(call, 0);

		g_string_append(call->expansion->out, g_strstrip(text));
	} else if (strcmp(name, "subst") == 0) {
		call_subst(call);
	} else if (strcmp(name, "findstring") == 0) {
		call_findstring(call);
	} else if (strcmp(name, "if") == 0) {
		call_if(call);
	} else if (strcmp(name, "or") == 0 || strcmp(name, "and") == 0) {
		call_logic(call, *name == 'o');
	} else if (strcmp(name, "foreach") == 0) {
		call_foreach(call);
	} else if (strcmp(name, "call") == 0) {
		return call_variable(call);
	} else if (strcmp(name, "eval") == 0) {
		return call_eval(call);
	} else if (strcmp(name, "shell") == 0) {
		return call_shell(call);
	} else {
		return strcmp(name, "info") == 0 ||
		       strcmp(name, "warning") == 0;
	}
	return true;
}

/* How many arguments commas part; the rest is the last one's. */
static guint wanted_arguments(const char *name)
{
	static const char *const with_one[] = { "strip", "eval", "shell" };

	for (gsize i = 0; i < G_N_ELEMENTS(with_one); i++) {
		if (strcmp(with_one[i], name) == 0)
			return 1;
	}
	if (makefile_word_arguments(name) > 0)
		return makefile_word_arguments(name);
	return strcmp(name, "foreach") == 0 || strcmp(name, "subst") == 0 ||
			       strcmp(name, "if") == 0 ?
		       3 :
	       strcmp(name, "findstring") == 0 ? 2 :
						 ARGUMENT_LIMIT;
}

/* Parts the arguments at the commas that stand in no brackets. */
static void split(struct makefile_call *call, const char *name,
		  const char *text)
{
	const guint wanted = wanted_arguments(name);
	const char *start = text;
	guint depth = 0;

	for (const char *p = text;; p++) {
		const bool is_comma = *p == ',' && depth == 0 &&
				      call->nr + 1 < wanted;

		depth += *p == '(' || *p == '{';
		depth -= (*p == ')' || *p == '}') && depth > 0;
		if (*p && !is_comma)
			continue;
		call->arguments[call->nr++] =
			g_strndup(start, (gsize)(p - start));
		start = p + 1;
		if (!*p)
			return;
	}
}

bool makefile_call_function(struct makefile_expansion *expansion,
			    const char *name, const char *text)
{
	struct makefile_call call = { .expansion = expansion };
	bool is_known;

	split(&call, name, text);
	is_known = call_for_words(&call, name) || call_special(&call, name);
	for (guint i = 0; i < call.nr; i++)
		g_free(call.arguments[i]);
	return is_known;
}
