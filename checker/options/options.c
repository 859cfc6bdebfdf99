// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reads the command line: which command, its options and its words. Says what
 * is wrong with it; whether a path or an architecture exists is not asked.
 */
#include "options/options.h"
#include "options/module_here.h"

#include <string.h>

#include "base/session.h"
#include "cache_arguments.h"
#include "kbuild_arguments.h"
#include "options/arguments.h"
#include "options/help.h"
#include "options/reader.h"
#include "options/settings.h"
#include "validate.h"
#include "watch_arguments.h"

static const char *const command_names[] = {
	[COMMAND_CHECK] = "check",
	[COMMAND_RULES] = "rules",
	[COMMAND_HOOK] = "hook",
	[COMMAND_KBUILD] = "kbuild",
	[COMMAND_B4] = "b4",
	[COMMAND_MERGE] = "merge",
	[COMMAND_CACHE] = "cache",
	[COMMAND_HELP] = "help",
	NULL,
};

static void options_init(struct options *options)
{
	*options = (struct options){
		.command = COMMAND_CHECK,
		.paths = g_ptr_array_new(),
		.reports = g_ptr_array_new(),
		.words = g_ptr_array_new(),
		.arches = g_ptr_array_new(),
		.select = g_ptr_array_new(),
		.ignore = g_ptr_array_new(),
		.left_out = g_ptr_array_new(),
		.cflags = g_ptr_array_new(),
		.allowances =
			g_array_new(FALSE, TRUE, sizeof(struct allowance)),
		.severities = g_hash_table_new(g_str_hash, g_str_equal),
		.outputs =
			g_array_new(FALSE, TRUE, sizeof(struct output_request)),
		.fail_on = FAIL_ON_WARNING,
		.progress = PROGRESS_AUTO,
		.jobs = MIN(g_get_num_processors(), JOBS_LIMIT),
		.timeout_seconds = 120,
		.min_coverage_percent = COVERAGE_UNASKED,
		.cache_size = CACHE_SIZE_DEFAULT_MIB << 20,
		.strings = g_string_chunk_new(1024),
	};
}

/* True, to pass on. */
static bool set_help(struct reader *reader, enum command topic)
{
	g_autofree char *text = help_text(topic);

	reader->options->help = reader_keep(reader, text);
	return true;
}

/* What every run of checks needs, whoever asked for it. */
static bool finish_check(struct reader *reader)
{
	struct output_request text = { .format = FORMAT_TEXT };
	struct options *options = reader->options;

	for (guint i = 0; i < options->paths->len; i++) {
		if (!*(const char *)g_ptr_array_index(options->paths, i))
			return reader_fail(reader, "an empty word is no path");
	}
	module_here_take(reader);
	if (!settings_read(reader) || !change_is_sound(reader) ||
	    !shard_is_sound(reader))
		return false;
	if (g_ptr_array_find_with_equal_func(options->arches, "all",
					     g_str_equal, NULL))
		g_ptr_array_set_size(options->arches, 0);
	if (!options->outputs->len)
		g_array_append_val(options->outputs, text);
	return outputs_are_sound(reader) && rules_are_sound(reader) &&
	       watch_words_check(reader);
}

static bool read_check(struct reader *reader, char **words)
{
	if (!arguments_read(reader, COMMAND_CHECK, words))
		return false;
	if (reader->options->command == COMMAND_HELP)
		return set_help(reader, COMMAND_CHECK);
	return finish_check(reader);
}

static bool read_action(struct reader *reader)
{
	static const struct choice actions[] = {
		{ "install", HOOK_INSTALL },
		{ "uninstall", HOOK_UNINSTALL },
		{ "run", HOOK_RUN },
		{ NULL, 0 },
	};
	GPtrArray *words = reader->options->paths;
	int action;

	if (words->len == 0)
		return reader_fail(
			reader,
			"'vmalint hook' is told install, uninstall or run");
	if (!reader_choice(reader, "action of hook",
			   g_ptr_array_index(words, 0), actions, &action))
		return false;
	g_ptr_array_remove_index(words, 0);
	reader->options->hook = (enum hook_action)action;
	return true;
}

static bool read_hook(struct reader *reader, char **words)
{
	struct options *options = reader->options;

	if (!arguments_read(reader, COMMAND_HOOK, words))
		return false;
	if (options->command == COMMAND_HELP)
		return set_help(reader, COMMAND_HOOK);
	if (!read_action(reader))
		return false;
	if (options->hook == HOOK_RUN)
		return finish_check(reader);
	if (options->paths->len > 0)
		return reader_fail(
			reader, "'%s' is one word too many",
			(const char *)g_ptr_array_index(options->paths, 0));
	return true;
}

/* A mail on standard input: what is found goes where b4 looks for it. */
static bool read_b4(struct reader *reader, char **words)
{
	static const struct choice actions[] = {
		{ "check", FORMAT_B4_CHECK },
		{ "review", FORMAT_B4_REVIEW },
		{ NULL, 0 },
	};
	struct options *options = reader->options;
	struct output_request request = { 0 };
	int format;

	if (!arguments_read(reader, COMMAND_B4, words))
		return false;
	if (options->command == COMMAND_HELP)
		return set_help(reader, COMMAND_B4);
	if (options->paths->len == 0 || options->outputs->len > 0 ||
	    options->change != CHANGE_NONE)
		return reader_fail(
			reader,
			"'vmalint b4' is told check or review, and nothing of formats and changes");
	if (!reader_choice(reader, "action of b4",
			   g_ptr_array_index(options->paths, 0), actions,
			   &format))
		return false;
	g_ptr_array_remove_index(options->paths, 0);
	request.format = (enum format)format;
	g_array_append_val(options->outputs, request);
	options->change = CHANGE_PATCH;
	options->patch = "-";
	return finish_check(reader);
}

/* make must not stop for a finding unless it is asked to. */
static bool read_kbuild(struct reader *reader, char **words)
{
	struct options *options = reader->options;

	options->fail_on = FAIL_ON_NEVER;
	options->branches = BRANCHES_ACTIVE;
	if (!arguments_read(reader, COMMAND_KBUILD, words))
		return false;
	if (options->command == COMMAND_HELP)
		return set_help(reader, COMMAND_KBUILD);
	return kbuild_words_read(reader) && finish_check(reader);
}

/* Reports in, a report out, unless something to read is asked for. */
static bool read_merge(struct reader *reader, char **words)
{
	struct output_request json = { .format = FORMAT_JSON };
	struct options *options = reader->options;
	GPtrArray *reports = options->reports;

	options->fail_on = FAIL_ON_AS_TOLD;
	options->min_coverage_percent = COVERAGE_AS_TOLD;
	if (!arguments_read(reader, COMMAND_MERGE, words))
		return false;
	if (options->command == COMMAND_HELP)
		return set_help(reader, COMMAND_MERGE);
	options->reports = options->paths;
	options->paths = reports;
	if (options->reports->len == 0)
		return reader_fail(
			reader,
			"'vmalint merge' is told the reports of all shards");
	if (!options->outputs->len)
		g_array_append_val(options->outputs, json);
	return outputs_are_sound(reader);
}

static bool read_cache(struct reader *reader, char **words)
{
	if (!arguments_read(reader, COMMAND_CACHE, words))
		return false;
	if (reader->options->command == COMMAND_HELP)
		return set_help(reader, COMMAND_CACHE);
	return cache_words_read(reader);
}

/* The one word that a command may have, or NULL; false if there are more. */
static bool take_word(struct reader *reader, const char **ret_word)
{
	GPtrArray *words = reader->options->paths;

	if (words->len > 1)
		return reader_fail(reader, "'%s' is one word too many",
				   (const char *)g_ptr_array_index(words, 1));
	*ret_word = words->len ? g_ptr_array_index(words, 0) : NULL;
	g_ptr_array_set_size(words, 0);
	return true;
}

static bool read_rules(struct reader *reader, char **words)
{
	const char *name = NULL;

	if (!arguments_read(reader, COMMAND_RULES, words))
		return false;
	if (reader->options->command == COMMAND_HELP)
		return set_help(reader, COMMAND_RULES);
	if (!take_word(reader, &name))
		return false;
	reader->options->rule_name = name;
	return !name || reader_knows_rule(reader, name);
}

static bool unknown_command(struct reader *reader, const char *word)
{
	return reader_unknown(
		reader, "command", word, command_names,
		"commands are check, rules, hook, kbuild, b4, merge, cache and "
		"help");
}

static bool read_help(struct reader *reader, char **words)
{
	const char *name = NULL;

	if (!arguments_read(reader, COMMAND_HELP, words) ||
	    !take_word(reader, &name))
		return false;
	if (!name || !strcmp(name, command_names[COMMAND_HELP]))
		return set_help(reader, COMMAND_HELP);
	if (!strcmp(name, command_names[COMMAND_CHECK]))
		return set_help(reader, COMMAND_CHECK);
	if (!strcmp(name, command_names[COMMAND_RULES]))
		return set_help(reader, COMMAND_RULES);
	if (!strcmp(name, command_names[COMMAND_HOOK]))
		return set_help(reader, COMMAND_HOOK);
	if (!strcmp(name, command_names[COMMAND_KBUILD]))
		return set_help(reader, COMMAND_KBUILD);
	if (!strcmp(name, command_names[COMMAND_B4]))
		return set_help(reader, COMMAND_B4);
	if (!strcmp(name, command_names[COMMAND_MERGE]))
		return set_help(reader, COMMAND_MERGE);
	if (!strcmp(name, command_names[COMMAND_CACHE]))
		return set_help(reader, COMMAND_CACHE);
	if (g_strv_contains(reader->rule_names, name))
		return reader_fail(reader,
				   "a rule is explained by 'vmalint rules %s'",
				   name);
	return unknown_command(reader, name);
}

static bool is_like_path(const char *word)
{
	return strpbrk(word, "/.") || g_file_test(word, G_FILE_TEST_EXISTS);
}

/* Options before a command, and words that are none. */
static bool read_other(struct reader *reader, const char *word)
{
	const char *value = NULL;

	if (!strcmp(word, "--help") || !strcmp(word, "-h")) {
		reader->options->command = COMMAND_HELP;
		return set_help(reader, COMMAND_HELP);
	}
	if (!strcmp(word, "--version")) {
		reader->options->command = COMMAND_VERSION;
		return true;
	}
	if (word[0] == '-' && arguments_find(word, COMMAND_CHECK, &value))
		return reader_fail(
			reader,
			"'%s' stands before the command; did you mean 'vmalint check %s'?",
			word, word);
	if (word[0] == '-')
		return arguments_unknown(reader, COMMAND_VERSION, word);
	if (!is_like_path(word))
		return unknown_command(reader, word);
	return reader_fail(
		reader, "'%s' is no command; did you mean 'vmalint check %s'?",
		word, word);
}

static bool read_command(struct reader *reader, char **words)
{
	if (!strcmp(*words, command_names[COMMAND_CHECK]))
		return read_check(reader, words + 1);
	if (!strcmp(*words, command_names[COMMAND_RULES]))
		return read_rules(reader, words + 1);
	if (!strcmp(*words, command_names[COMMAND_HOOK]))
		return read_hook(reader, words + 1);
	if (!strcmp(*words, command_names[COMMAND_KBUILD]))
		return read_kbuild(reader, words + 1);
	if (!strcmp(*words, command_names[COMMAND_B4]))
		return read_b4(reader, words + 1);
	if (!strcmp(*words, command_names[COMMAND_MERGE]))
		return read_merge(reader, words + 1);
	if (!strcmp(*words, command_names[COMMAND_CACHE]))
		return read_cache(reader, words + 1);
	if (!strcmp(*words, command_names[COMMAND_HELP]))
		return read_help(reader, words + 1);
	return read_other(reader, *words);
}

bool options_parse(struct session *session, int argc, char **argv,
		   const char *const *rule_names, struct options *ret_options)
{
	g_autoptr(GHashTable) given = g_hash_table_new(g_str_hash, g_str_equal);
	struct reader reader = {
		.session = session,
		.options = ret_options,
		.rule_names = rule_names,
		.given = given,
	};

	options_init(ret_options);
	if (argc > 1)
		return read_command(&reader, argv + 1);
	set_help(&reader, COMMAND_HELP);
	session_problem(session, "options", NULL, 0, "no command given");
	return false;
}

static void free_allowances(GArray *allowances)
{
	for (guint i = 0; i < allowances->len; i++) {
		const struct allowance *one =
			&g_array_index(allowances, struct allowance, i);

		g_ptr_array_free(one->rules, TRUE);
	}
	g_array_free(allowances, TRUE);
}

void options_release(struct options *options)
{
	g_ptr_array_free(options->paths, TRUE);
	g_ptr_array_free(options->reports, TRUE);
	g_ptr_array_free(options->words, TRUE);
	g_ptr_array_free(options->arches, TRUE);
	g_ptr_array_free(options->select, TRUE);
	g_ptr_array_free(options->ignore, TRUE);
	g_array_free(options->outputs, TRUE);
	g_ptr_array_free(options->left_out, TRUE);
	g_ptr_array_free(options->cflags, TRUE);
	free_allowances(options->allowances);
	g_hash_table_destroy(options->severities);
	g_string_chunk_free(options->strings);
	*options = (struct options){ 0 };
}

enum severity options_severity(const struct options *options, const char *rule,
			       enum severity own)
{
	gpointer value = NULL;

	if (!options->severities ||
	    !g_hash_table_lookup_extended(options->severities, rule, NULL,
					  &value))
		return own;
	return (enum severity)GPOINTER_TO_INT(value);
}

bool options_enable(const struct options *options, const char *rule,
		    enum severity own)
{
	if (rule_is_ignored(options, rule))
		return false;
	if (options->select->len > 0)
		return g_ptr_array_find_with_equal_func(options->select, rule,
							g_str_equal, NULL);
	/* Notes are reported only when they are asked for by name. */
	return options_severity(options, rule, own) != SEVERITY_NOTE;
}

bool options_write_reports(const struct options *options)
{
	for (guint i = 0; i < options->outputs->len; i++) {
		if (g_array_index(options->outputs, struct output_request, i)
			    .format != FORMAT_TEXT)
			return true;
	}
	return false;
}

bool options_are_whole(const struct options *options)
{
	return options->change == CHANGE_NONE && options->shard_count == 0 &&
	       !options->is_part && options->paths->len == 0 &&
	       options->select->len == 0 && options->ignore->len == 0 &&
	       options->arches->len == 0;
}

bool options_path_fits(const char *pattern, const char *path)
{
	gsize length = strlen(pattern);

	if (strpbrk(pattern, "*?"))
		return g_pattern_match_simple(pattern, path);
	while (length > 0 && pattern[length - 1] == '/')
		length--;
	return strncmp(path, pattern, length) == 0 &&
	       (path[length] == '/' || path[length] == '\0');
}
