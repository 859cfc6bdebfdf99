// SPDX-License-Identifier: GPL-2.0-only
/* Reads assignments, rules and recipes of a Kbuild file. */
#include "kbuild_rules.h"

#include <stdbool.h>
#include <string.h>

#include "arguments/makefile/makefile_text.h"
#include "base/view.h"

struct rules_reader {
	const struct kbuild_place *place;
	const char *path;
	GHashTable *variables;
	struct kbuild_rules *rules;
	GPtrArray *patterns; /* struct kbuild_rule *, owned: targets with % */
	GPtrArray *wanted;   /* char *, owned: headers that rules ask for */
	guint first_open;    /* rules from here on wait for a recipe */
	guint first_pattern; /* likewise of the patterns */
	bool is_in_define;
};

static void rule_free(gpointer data)
{
	struct kbuild_rule *rule = data;

	g_free(rule->target);
	g_free(rule->source);
	g_free(rule->recipe);
	g_free(rule->path);
	g_free(rule);
}

void kbuild_rules_init(struct kbuild_rules *rules)
{
	rules->rules = g_ptr_array_new_with_free_func(rule_free);
	rules->folders = g_ptr_array_new_with_free_func(g_free);
}

void kbuild_rules_release(struct kbuild_rules *rules)
{
	g_ptr_array_unref(rules->rules);
	g_ptr_array_unref(rules->folders);
}

static char *expand(const struct rules_reader *reading, const char *text)
{
	const struct makefile_scope scope = {
		.variables = reading->variables,
		.folder = reading->place->root,
	};

	return makefile_expand(&scope, text);
}

/* A path from the root, without dots; owned. */
static char *plain_path(const char *word)
{
	g_autofree char *path = g_canonicalize_filename(word, "/");

	return g_strdup(path + 1);
}

/* True if the line begins with the word. */
static bool has_word(const char *line, const char *word)
{
	const gsize length = strlen(word);

	return strncmp(line, word, length) == 0 &&
	       (!line[length] || strchr(" \t(\"'", line[length]));
}

/* A line that only chooses among others. */
static bool is_condition(const char *line)
{
	static const char *const words[] = { "ifeq",   "ifneq", "ifdef",
					     "ifndef", "else",	"endif" };

	for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
		if (has_word(line, words[i]))
			return true;
	}
	return false;
}

/* Takes source; the rule is its reader's. */
static struct kbuild_rule *add_rule(const struct rules_reader *reading,
				    const char *target, char *source,
				    const char *recipe, guint number)
{
	struct kbuild_rule *rule = g_new0(struct kbuild_rule, 1);

	rule->target = plain_path(target);
	rule->source = source;
	rule->recipe = g_strdup(recipe);
	rule->path = g_strdup(reading->path);
	rule->line = number;
	g_ptr_array_add(strchr(target, '%') ? reading->patterns :
					      reading->rules->rules,
			rule);
	return rule;
}

/* Lists of what is made in a folder, whoever has the rule for it. */
static bool is_list(const char *name)
{
	static const char *const names[] = { "targets", "always-y", "always",
					     "extra-y" };

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		if (strcmp(name, names[i]) == 0)
			return true;
	}
	return false;
}

/* A header in a list is made, though it is not said how. */
static void take_list(const struct rules_reader *reading, const char *line,
		      guint number)
{
	g_autofree char *expanded = expand(reading, strchr(line, '=') + 1);
	g_auto(GStrv) words = g_strsplit_set(expanded, " \t", -1);

	for (guint i = 0; words[i]; i++) {
		g_autofree char *path = NULL;

		if (!g_str_has_suffix(words[i], ".h") ||
		    strpbrk(words[i], "%" MAKEFILE_UNKNOWN))
			continue;
		path = g_build_filename(reading->place->folder, words[i], NULL);
		add_rule(reading, path, g_strdup(""), line, number)->is_listed =
			true;
	}
}

/* True if the line assigns a variable: NAME, operator, value. */
static bool take_assignment(const struct rules_reader *reading,
			    const char *line, guint number)
{
	const char *equals = strchr(line, '=');
	const char *end = equals;
	g_autofree char *name = NULL;
	g_autofree char *value = NULL;
	bool adds, is_simple;

	if (!equals || equals == line)
		return false;
	adds = equals[-1] == '+';
	is_simple = equals[-1] == ':';
	while (end > line && strchr(":+?!", end[-1]))
		end--;
	name = g_strndup(line, (gsize)(end - line));
	g_strstrip(name);
	if (!*name || strpbrk(name, " \t:#$("))
		return false;
	if (is_list(name))
		take_list(reading, line, number);
	value = g_strdup(equals + 1);
	g_strstrip(value);
	if (is_simple) {
		g_autofree char *written = g_steal_pointer(&value);

		value = expand(reading, written);
	}
	if (adds)
		makefile_append(reading->variables, name, value);
	else
		makefile_set(reading->variables, name, value);
	return true;
}

/* The first word that names a file; owned, "" if there is none. */
static char *first_file(const struct rules_reader *reading, const char *text)
{
	g_autofree char *expanded = expand(reading, text);
	g_auto(GStrv) words = g_strsplit_set(expanded, " \t", -1);

	for (guint i = 0; words[i]; i++) {
		if (*words[i] && strcmp(words[i], "FORCE") != 0)
			return strstr(words[i], MAKEFILE_UNKNOWN) ?
				       g_strdup("") :
				       plain_path(words[i]);
	}
	return g_strdup("");
}

/* Remembers the headers among the words behind the colon of a rule. */
static void note_wanted(const struct rules_reader *reading, const char *text)
{
	g_autofree char *expanded = expand(reading, text);
	g_auto(GStrv) words = g_strsplit_set(expanded, " \t", -1);

	for (guint i = 0; words[i]; i++) {
		if (g_str_has_suffix(words[i], ".h") &&
		    !strpbrk(words[i], "%" MAKEFILE_UNKNOWN))
			g_ptr_array_add(reading->wanted, plain_path(words[i]));
	}
}

/* TARGETS: PREREQUISITES; the value of a variable for a target is no rule. */
static void take_rule(struct rules_reader *reading, const char *line,
		      guint number)
{
	const char *colon = NULL;
	g_autofree char *left = NULL;
	g_autofree char *targets = NULL;
	g_auto(GStrv) words = NULL;
	guint depth = 0;

	for (const char *p = line; *p && !colon; p++) {
		depth += *p == '(' || *p == '{';
		depth -= (*p == ')' || *p == '}') && depth > 0;
		if (*p == ':' && depth == 0)
			colon = p;
	}
	if (!colon || strchr(colon, '='))
		return;
	left = g_strndup(line, (gsize)(colon - line));
	targets = expand(reading, left);
	words = g_strsplit_set(targets, " \t", -1);
	note_wanted(reading, colon + 1);
	for (guint i = 0; words[i]; i++) {
		if (*words[i] && !strstr(words[i], MAKEFILE_UNKNOWN))
			add_rule(reading, words[i],
				 first_file(reading, colon + 1), "", number);
	}
}

/* The word behind `$(build)=`. */
static void take_folder(const struct rules_reader *reading, const char *line)
{
	static const char build[] = "$(build)=";
	const char *at = strstr(line, build);
	g_autofree char *word = NULL;
	g_autofree char *expanded = NULL;
	gsize length = 0;
	guint depth = 0;

	if (!at)
		return;
	at += strlen(build);
	for (; at[length] && !g_ascii_isspace(at[length]); length++) {
		depth += at[length] == '(';
		if (at[length] == ')' && depth-- == 0)
			break;
	}
	word = g_strndup(at, length);
	expanded = expand(reading, word);
	if (*expanded && !strstr(expanded, MAKEFILE_UNKNOWN))
		g_ptr_array_add(reading->rules->folders, plain_path(expanded));
}

/* The first command of the rules from one on is that of all of them. */
static void give_recipe(const GPtrArray *rules, guint first, const char *line)
{
	for (guint i = first; i < rules->len; i++) {
		struct kbuild_rule *rule = g_ptr_array_index(rules, i);

		if (!*rule->recipe) {
			g_free(rule->recipe);
			rule->recipe = g_strdup(line);
		}
	}
}

static void take_recipe(const struct rules_reader *reading, char *line)
{
	take_folder(reading, line);
	g_strstrip(line);
	give_recipe(reading->rules->rules, reading->first_open, line);
	give_recipe(reading->patterns, reading->first_pattern, line);
}

static void take_line(struct rules_reader *reading, char *line, guint number)
{
	const bool is_recipe = *line == '\t';
	char *comment = is_recipe ? NULL : strchr(line, '#');

	if (comment)
		*comment = '\0';
	if (has_word(line, "define"))
		reading->is_in_define = true;
	if (reading->is_in_define) {
		reading->is_in_define = !has_word(line, "endef");
		return;
	}
	if (is_recipe) {
		take_recipe(reading, line);
		return;
	}
	g_strstrip(line);
	if (!*line || is_condition(line))
		return;
	take_folder(reading, line);
	reading->first_open = reading->rules->rules->len;
	reading->first_pattern = reading->patterns->len;
	if (!take_assignment(reading, line, number))
		take_rule(reading, line, number);
}

/* Each line with those that it goes on in. */
static void read_lines(struct rules_reader *reading, const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (guint i = 0; lines[i];) {
		g_autoptr(GString) line = g_string_new(NULL);
		const guint number = i + 1;
		bool goes_on = true;

		for (; goes_on && lines[i]; i++) {
			g_strchomp(lines[i]);
			goes_on = g_str_has_suffix(lines[i], "\\");
			g_string_append_len(line, lines[i],
					    (gssize)strlen(lines[i]) - goes_on);
		}
		take_line(reading, line->str, number);
	}
}

/* What stands for the % of a pattern in a path; owned, NULL if it differs. */
static char *stem_of(const char *pattern, const char *path)
{
	const gsize before = strcspn(pattern, "%");
	const char *behind = pattern + before + 1;
	const gsize length = strlen(path);

	if (length <= before + strlen(behind) ||
	    strncmp(pattern, path, before) != 0 ||
	    !g_str_has_suffix(path, behind))
		return NULL;
	return g_strndup(path + before, length - before - strlen(behind));
}

static bool has_rule(const struct rules_reader *reading, const char *path)
{
	const GPtrArray *rules = reading->rules->rules;

	for (guint i = 0; i < rules->len; i++) {
		const struct kbuild_rule *rule = g_ptr_array_index(rules, i);

		if (!rule->is_listed && *rule->recipe &&
		    strcmp(rule->target, path) == 0)
			return true;
	}
	return false;
}

/* Of several patterns that fit make takes the one with the shortest stem. */
static void apply_patterns(const struct rules_reader *reading, const char *path)
{
	const struct kbuild_rule *best = NULL;
	g_autofree char *best_stem = NULL;
	g_auto(GStrv) parts = NULL;

	for (guint i = 0; i < reading->patterns->len; i++) {
		const struct kbuild_rule *rule =
			g_ptr_array_index(reading->patterns, i);
		g_autofree char *stem = stem_of(rule->target, path);

		if (!stem || !*rule->recipe ||
		    (best && strlen(stem) >= strlen(best_stem)))
			continue;
		best = rule;
		g_free(best_stem);
		best_stem = g_steal_pointer(&stem);
	}
	if (!best || has_rule(reading, path))
		return;
	parts = g_strsplit(best->source, "%", 2);
	add_rule(reading, path, g_strjoinv(best_stem, parts), best->recipe,
		 best->line);
}

/* Patterns become rules for the headers that are asked for. */
static void end_patterns(const struct rules_reader *reading, guint first)
{
	const GPtrArray *rules = reading->rules->rules;

	for (guint i = first; i < rules->len; i++) {
		const struct kbuild_rule *rule = g_ptr_array_index(rules, i);

		if (rule->is_listed)
			g_ptr_array_add(reading->wanted,
					g_strdup(rule->target));
	}
	for (guint i = 0; i < reading->wanted->len; i++)
		apply_patterns(reading, g_ptr_array_index(reading->wanted, i));
}

static GHashTable *variables_of(const struct kbuild_place *place)
{
	GHashTable *variables = makefile_variables_new();

	makefile_set(variables, "obj", place->folder);
	makefile_set(variables, "src", place->folder);
	makefile_set(variables, "srctree", ".");
	makefile_set(variables, "objtree", ".");
	makefile_set(variables, "SRCARCH", place->arch);
	makefile_set(variables, "ARCH", place->arch);
	makefile_set(variables, "SUBARCH", place->host);
	return variables;
}

void kbuild_rules_read(const struct kbuild_place *place, const char *path,
		       struct kbuild_rules *rules)
{
	struct rules_reader reading = {
		.place = place,
		.path = path,
		.rules = rules,
		.first_open = rules->rules->len,
	};
	const guint rules_before = rules->rules->len;
	g_autofree char *absolute = g_build_filename(place->root, path, NULL);
	gsize length = 0;
	g_autofree char *text = view_read(place->view, absolute, &length, NULL);

	if (!text)
		return;
	reading.variables = variables_of(place);
	reading.patterns = g_ptr_array_new_with_free_func(rule_free);
	reading.wanted = g_ptr_array_new_with_free_func(g_free);
	read_lines(&reading, text);
	end_patterns(&reading, rules_before);
	g_ptr_array_unref(reading.patterns);
	g_ptr_array_unref(reading.wanted);
	g_hash_table_destroy(reading.variables);
}
