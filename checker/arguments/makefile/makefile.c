// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reads assignments, includes, conditions and rules of Makefiles, as GNU
 * make's manual describes them. A condition over something unknown does not
 * hold.
 */
#include "makefile.h"

#include <stdbool.h>
#include <string.h>

#include "base/view.h"
#include "makefile_parts.h"
#include "makefile_text.h"

/* Makefiles of one part of a tree; far more than any has. */
enum { FILE_LIMIT = 64 };

static void read_file(struct makefile *makefile, const char *path);

static void rule_free(gpointer data)
{
	struct makefile_rule *rule = data;

	g_free(rule->targets);
	g_ptr_array_unref(rule->recipe);
	g_free(rule);
}

/* A text that another expansion gives back as it is; owned. */
static char *hide_dollars(const char *text)
{
	g_auto(GStrv) parts = g_strsplit(text, "$", -1);

	return g_strjoinv("$$", parts);
}

/* op is what stands before the = that ends it. */
static void assign(const struct makefile *makefile, const char *name, char op,
		   const char *value)
{
	g_autofree char *expanded = NULL;
	g_autofree char *hidden = NULL;

	if (g_hash_table_contains(makefile->given, name))
		return;
	switch (op) {
	case ':':
		expanded = makefile_text_of(makefile, value);
		hidden = hide_dollars(expanded);
		makefile_set(makefile->variables, name, hidden);
		break;
	case '+':
		makefile_append(makefile->variables, name, value);
		break;
	case '?':
		if (!g_hash_table_contains(makefile->variables, name))
			makefile_set(makefile->variables, name, value);
		break;
	case '!':
		makefile_set(makefile->variables, name, MAKEFILE_UNKNOWN);
		break;
	default:
		makefile_set(makefile->variables, name, value);
		break;
	}
}

static const char *skip_modifiers(const char *line)
{
	static const char *const words[] = { "override", "export", "private" };
	const char *rest;

	for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
		rest = makefile_after_word(line, words[i]);
		if (rest && *rest)
			return skip_modifiers(rest);
	}
	return line;
}

/* True if the line assigns a variable: NAME, operator, value. */
static bool take_assignment(const struct makefile *makefile, const char *line)
{
	const char *start = skip_modifiers(line);
	const char *equals = strchr(start, '=');
	const char *end = equals;
	g_autofree char *raw = NULL;
	g_autofree char *name = NULL;
	char op = '=';

	if (!equals || equals == start)
		return false;
	if (strchr(":+?!", equals[-1]))
		op = *--end;
	while (op == ':' && end > start && end[-1] == ':')
		end--;
	raw = g_strndup(start, (gsize)(end - start));
	g_strchomp(raw);
	if (!*raw || strpbrk(raw, " \t:#"))
		return false;
	name = makefile_text_of(makefile, raw);
	assign(makefile, name, op, equals + 1 + strspn(equals + 1, " \t"));
	return true;
}

static void read_included(struct makefile *makefile, const char *rest)
{
	g_autofree char *names = makefile_text_of(makefile, rest);
	g_auto(GStrv) words = g_strsplit_set(names, " \t", -1);

	for (guint i = 0; words[i]; i++) {
		g_autofree char *path = NULL;

		if (!*words[i] || strstr(words[i], MAKEFILE_UNKNOWN))
			continue;
		path = g_canonicalize_filename(words[i], makefile->folder);
		read_file(makefile, path);
	}
}

/* True if the line includes other files. */
static bool take_include(struct makefile *makefile, const char *line)
{
	const char *rest = makefile_after_word(line, "include");

	if (!rest)
		rest = makefile_after_word(line, "-include");
	if (!rest)
		rest = makefile_after_word(line, "sinclude");
	if (rest)
		read_included(makefile, rest);
	return rest != NULL;
}

/* TARGETS: PREREQUISITES; what follows is its recipe. */
static void take_rule(struct makefile_reading *reading, const char *line)
{
	const char *colon = strchr(line, ':');
	g_autofree char *targets = NULL;
	struct makefile_rule *rule;

	if (!colon)
		return;
	targets = g_strndup(line, (gsize)(colon - line));
	rule = g_new0(struct makefile_rule, 1);
	rule->targets = makefile_text_of(reading->makefile, targets);
	rule->recipe = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(reading->makefile->rules, rule);
	reading->rule = rule;
}

static void take_line(struct makefile_reading *reading, const char *line)
{
	line += strspn(line, " \t");
	if (makefile_after_word(line, "define") &&
	    makefile_is_active(reading)) {
		reading->is_in_define = true;
		return;
	}
	if (makefile_after_word(line, "endef")) {
		reading->is_in_define = false;
		return;
	}
	if (!*line || makefile_take_condition(reading, line) ||
	    !makefile_is_active(reading))
		return;
	reading->rule = NULL;
	if (!take_include(reading->makefile, line) &&
	    !take_assignment(reading->makefile, line))
		take_rule(reading, line);
}

/* Cuts a comment off a line. */
static void cut_comment(char *line)
{
	for (char *p = strchr(line, '#'); p; p = strchr(p + 1, '#')) {
		if (p > line && p[-1] == '\\')
			continue;
		*p = '\0';
		return;
	}
}

/* A line with those that it goes on in; owned. Moves *at behind them. */
static char *next_line(const char **at, bool is_recipe)
{
	GString *line = g_string_new(NULL);
	bool goes_on = true;

	while (goes_on && **at) {
		const gsize length = strcspn(*at, "\n");
		const char *text = *at;
		gsize used = length;

		if (used > 0 && text[used - 1] == '\r')
			used--;
		goes_on = used > 0 && text[used - 1] == '\\';
		g_string_append_len(line, text,
				    (gssize)(goes_on ? used - 1 : used));
		if (goes_on)
			g_string_append_c(line, is_recipe ? '\n' : ' ');
		*at += length + (text[length] == '\n');
	}
	return g_string_free(line, FALSE);
}

static void read_text(struct makefile *makefile, const char *text)
{
	struct makefile_reading reading = { .makefile = makefile };

	while (*text) {
		const bool is_recipe = *text == '\t' && reading.rule;
		g_autofree char *line = next_line(&text, is_recipe);

		if (is_recipe) {
			if (makefile_is_active(&reading))
				g_ptr_array_add(reading.rule->recipe,
						g_strdup(line));
			continue;
		}
		cut_comment(line);
		g_strchomp(line);
		take_line(&reading, line);
	}
}

static void read_file(struct makefile *makefile, const char *path)
{
	g_autofree char *text = NULL;

	if (makefile->nr_files++ >= FILE_LIMIT)
		return;
	text = makefile_read_below_root(makefile, path);
	if (text)
		read_text(makefile, text);
}

static void give(struct makefile *makefile, const char *name, const char *value)
{
	makefile_set(makefile->variables, name, value);
	g_hash_table_add(makefile->given, g_strdup(name));
}

/* What rules write; patterns and what is not known are no targets. */
static void list_targets(struct makefile *makefile)
{
	for (guint i = 0; i < makefile->rules->len; i++) {
		const struct makefile_rule *rule =
			g_ptr_array_index(makefile->rules, i);
		g_auto(GStrv) words = g_strsplit_set(rule->targets, " \t", -1);

		for (guint k = 0; rule->recipe->len > 0 && words[k]; k++) {
			if (*words[k] &&
			    !strpbrk(words[k], "%" MAKEFILE_UNKNOWN))
				g_ptr_array_add(makefile->targets,
						g_strdup(words[k]));
		}
	}
}

struct makefile *makefile_read(const struct makefile_request *request,
			       const char *path)
{
	struct makefile *makefile = g_new0(struct makefile, 1);

	makefile->folder = g_strdup(request->folder);
	makefile->root = g_strdup(request->root);
	makefile->view = request->view;
	makefile->variables = makefile_variables_new();
	makefile->given =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	makefile->rules = g_ptr_array_new_with_free_func(rule_free);
	makefile->targets = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; request->given[i]; i += 2)
		give(makefile, request->given[i], request->given[i + 1]);
	give(makefile, "CURDIR", request->folder);
	read_file(makefile, path);
	list_targets(makefile);
	return makefile;
}

void makefile_free(struct makefile *makefile)
{
	g_free(makefile->folder);
	g_free(makefile->root);
	g_hash_table_destroy(makefile->variables);
	g_hash_table_destroy(makefile->given);
	g_ptr_array_unref(makefile->rules);
	g_ptr_array_unref(makefile->targets);
	g_free(makefile);
}

const GPtrArray *makefile_targets(const struct makefile *makefile)
{
	return makefile->targets;
}

/* Options whose argument may be the next word (GCC 14, clang 19). */
static bool wants_argument(const char *word)
{
	static const char *const options[] = {
		"-D",	    "-I",      "-U",	   "-idirafter",
		"-include", "-iquote", "-isystem", NULL,
	};

	return g_strv_contains(options, word);
}

/* Adds a word; one that is not known takes its option with it. */
static void add_word(GPtrArray *words, guint first, const char *word)
{
	if (!strstr(word, MAKEFILE_UNKNOWN))
		g_ptr_array_add(words, g_strdup(word));
	else if (words->len > first &&
		 wants_argument(g_ptr_array_index(words, words->len - 1)))
		g_ptr_array_remove_index(words, words->len - 1);
}

void makefile_add_words(const struct makefile *makefile, const char *name,
			GPtrArray *words)
{
	g_autofree char *reference = g_strdup_printf("$(%s)", name);
	g_autofree char *text = makefile_text_of(makefile, reference);
	g_auto(GStrv) parts = NULL;
	const guint first = words->len;

	/* Quoted as for the shell; what is not, is taken blank by blank. */
	if (!g_shell_parse_argv(text, NULL, &parts, NULL))
		parts = g_strsplit_set(text, " \t", -1);
	for (guint i = 0; parts && parts[i]; i++) {
		if (*parts[i])
			add_word(words, first, parts[i]);
	}
}
