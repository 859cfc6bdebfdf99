// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reads assignments, includes, conditions and rules of Makefiles, as GNU
 * make's manual describes them. A condition over something unknown does not
 * hold.
 */
#include "makefile.h"

#include <stdbool.h>
#include <string.h>

#include "base/name.h"
#include "base/view.h"
#include "makefile_parts.h"
#include "makefile_text.h"

/* Makefiles of one part of a tree; far more than any has. */
enum { FILE_LIMIT = 64, EVAL_LIMIT = 8 };

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

	if (g_hash_table_contains(makefile->given, name) ||
	    strstr(name, MAKEFILE_UNKNOWN))
		return;
	switch (op) {
	case ':':
		expanded = makefile_text_of(makefile, value);
		hidden = hide_dollars(expanded);
		makefile_set(makefile->scope.variables, name, hidden);
		break;
	case '+':
		makefile_append(makefile->scope.variables, name, value);
		break;
	case '?':
		if (!g_hash_table_contains(makefile->scope.variables, name))
			makefile_set(makefile->scope.variables, name, value);
		break;
	case '!':
		makefile_set(makefile->scope.variables, name, MAKEFILE_UNKNOWN);
		break;
	default:
		makefile_set(makefile->scope.variables, name, value);
		break;
	}
}

/* *ret_exports is set if one of them exports what follows. */
static const char *skip_modifiers(const char *line, bool *ret_exports)
{
	static const char *const words[] = { "export", "override", "private" };
	const char *rest;

	for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
		rest = makefile_after_word(line, words[i]);
		if (!rest || !*rest)
			continue;
		*ret_exports |= i == 0;
		return skip_modifiers(rest, ret_exports);
	}
	return line;
}

/*
 * The name on the left of an assignment. What only a configuration could tell
 * is the `y` of `ccflags-$(CONFIG_X)` where all counts. Owned.
 */
static char *assigned_name(const struct makefile *makefile, const char *raw)
{
	g_autofree char *name = makefile_text_of(makefile, raw);
	g_auto(GStrv) parts = NULL;

	if (!makefile->takes_undecided)
		return g_steal_pointer(&name);
	parts = g_strsplit(name, MAKEFILE_UNKNOWN, -1);
	return g_strjoinv("y", parts);
}

/* `export NAME ..` */
static void export_names(const struct makefile *makefile, const char *text)
{
	g_autofree char *names = makefile_text_of(makefile, text);
	g_auto(GStrv) words = g_strsplit_set(names, " \t", -1);

	for (guint i = 0; words[i]; i++) {
		if (*words[i])
			g_hash_table_add(makefile->exports, g_strdup(words[i]));
	}
}

/* Where the operator of an assignment begins; NULL: there is none. */
static const char *find_equals(const char *line)
{
	guint depth = 0;

	for (const char *p = line; *p; p++) {
		depth += *p == '(' || *p == '{';
		depth -= (*p == ')' || *p == '}') && depth > 0;
		if (*p == '=' && depth == 0)
			return p;
	}
	return NULL;
}

/* True if the line assigns a variable: NAME, operator, value. */
static bool take_assignment(const struct makefile *makefile, const char *line)
{
	bool exports = false;
	const char *start = skip_modifiers(line, &exports);
	const char *equals = find_equals(start);
	const char *end = equals;
	g_autofree char *raw = NULL;
	g_autofree char *name = NULL;
	char op = '=';

	if (!equals && exports)
		export_names(makefile, start);
	if (!equals || equals == start)
		return exports;
	if (strchr(":+?!", equals[-1]))
		op = *--end;
	while (op == ':' && end > start && end[-1] == ':')
		end--;
	raw = g_strndup(start, (gsize)(end - start));
	g_strchomp(raw);
	if (!*raw || strchr(raw, '#'))
		return false;
	name = assigned_name(makefile, raw);
	if (!*name || strpbrk(name, " \t:"))
		return false;
	assign(makefile, name, op, equals + 1 + strspn(equals + 1, " \t"));
	if (exports)
		export_names(makefile, name);
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

/* True if the line is one reference, such as $(eval ..), that says nothing. */
static bool take_reference(struct makefile *makefile, const char *line)
{
	const char *end = line[0] == '$' && (line[1] == '(' || line[1] == '{') ?
				  makefile_reference_end(line + 1) :
				  NULL;
	g_autofree char *text = NULL;

	if (!end || *end)
		return false;
	text = makefile_text_of(makefile, line);
	return true;
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
	    !take_assignment(reading->makefile, line) &&
	    !take_reference(reading->makefile, line))
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

static bool has_file(void *context, const char *path)
{
	const struct makefile *makefile = context;

	return name_is_below(path, makefile->root) &&
	       (view_has_file(makefile->view, path) ||
		g_file_test(path, G_FILE_TEST_IS_DIR));
}

static void read_evaluated(void *context, const char *text)
{
	struct makefile *makefile = context;

	if (makefile->depth++ < EVAL_LIMIT)
		read_text(makefile, text);
	makefile->depth--;
}

static void give(struct makefile *makefile, const char *name, const char *value)
{
	makefile_set(makefile->scope.variables, name, value);
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

static void inherit(struct makefile *makefile, GHashTable *inherited)
{
	GHashTableIter iter;
	gpointer name, value;

	if (!inherited)
		return;
	g_hash_table_iter_init(&iter, inherited);
	while (g_hash_table_iter_next(&iter, &name, &value)) {
		g_autofree char *hidden = hide_dollars(value);

		makefile_set(makefile->scope.variables, name, hidden);
		g_hash_table_add(makefile->exports, g_strdup(name));
	}
}

struct makefile *makefile_read(const struct makefile_request *request,
			       const char *path)
{
	struct makefile *makefile = g_new0(struct makefile, 1);

	makefile->folder = g_strdup(request->folder);
	makefile->root = g_strdup(request->root);
	makefile->view = request->view;
	makefile->takes_undecided = request->takes_undecided;
	makefile->scope = (struct makefile_scope){
		.variables = makefile_variables_new(),
		.folder = makefile->folder,
		.config = request->config,
		.is_config_unknown = request->takes_undecided,
		.has_file = has_file,
		.eval = read_evaluated,
		.context = makefile,
		.steps = &makefile->nr_steps,
	};
	makefile->exports =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	makefile->given =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	makefile->rules = g_ptr_array_new_with_free_func(rule_free);
	makefile->targets = g_ptr_array_new_with_free_func(g_free);
	inherit(makefile, request->inherited);
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
	g_hash_table_destroy(makefile->scope.variables);
	g_hash_table_destroy(makefile->given);
	g_hash_table_destroy(makefile->exports);
	g_ptr_array_unref(makefile->rules);
	g_ptr_array_unref(makefile->targets);
	g_free(makefile);
}

const GPtrArray *makefile_targets(const struct makefile *makefile)
{
	return makefile->targets;
}
