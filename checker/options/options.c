// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reads the command line: which command, its options and its words. Says what
 * is wrong with it; whether a path or an architecture exists is not asked.
 */
#include "options/options.h"

#include <string.h>

#include "base/session.h"
#include "options/arguments.h"
#include "options/commands.h"
#include "options/help.h"
#include "options/reader.h"
#include "validate.h"

static void options_init(struct options *options)
{
	*options = (struct options){
		.command = COMMAND_CHECK,
		.select.paths = g_ptr_array_new(),
		.reports = g_ptr_array_new(),
		.report.shown_paths = g_ptr_array_new(),
		.arguments.by_make = g_ptr_array_new(),
		.arguments.arches = g_ptr_array_new(),
		.rules.select = g_ptr_array_new(),
		.rules.ignore = g_ptr_array_new(),
		.arguments.left_out = g_ptr_array_new(),
		.arguments.cflags = g_ptr_array_new(),
		.triage.allowances =
			g_array_new(FALSE, TRUE, sizeof(struct allowance)),
		.origins = g_hash_table_new(g_str_hash, g_str_equal),
		.rules.severities = g_hash_table_new(g_str_hash, g_str_equal),
		.output.outputs =
			g_array_new(FALSE, TRUE, sizeof(struct output_request)),
		.output.fail_on = FAIL_ON_WARNING,
		.output.progress = WHEN_AUTO,
		.run.jobs = MIN(g_get_num_processors(), JOBS_LIMIT),
		.run.timeout_seconds = 120,
		.output.min_coverage_percent = COVERAGE_UNASKED,
		.keep.size = CACHE_SIZE_DEFAULT_MIB << 20,
		.strings = g_string_chunk_new(1024),
	};
}

/* True, to pass on. */
static bool set_help(struct reader *reader, enum command topic)
{
	g_autofree char *text = reader->is_short_help ? help_text_short(topic) :
							help_text(topic);

	reader->options->help = reader_keep(reader, text);
	return true;
}

/* The command of this name, or -1. */
static int find_command(const char *name)
{
	for (int i = 0; command_names[i]; i++) {
		if (!strcmp(name, command_names[i]))
			return i;
	}
	return -1;
}

static bool unknown_command(struct reader *reader, const char *word)
{
	g_autofree char *names = g_strjoinv(", ", (char **)command_names);
	char *last = strrchr(names, ',');
	g_autofree char *hint = g_strdup_printf("commands are %.*s and %s",
						(int)(last - names), names,
						last + strlen(", "));

	return reader_unknown(reader, "command", word, command_names, hint);
}

/* `vmalint help`: what it is asked for. */
static bool choose_help(struct reader *reader)
{
	const char *name = NULL;
	int topic;

	if (!reader_take_word(reader, &name))
		return false;
	topic = name ? find_command(name) : COMMAND_HELP;
	if (topic >= 0)
		return set_help(reader, (enum command)topic);
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
		reader->is_short_help = word[1] == 'h';
		reader->options->command = COMMAND_HELP;
		return set_help(reader, COMMAND_HELP);
	}
	if (!strcmp(word, "--version")) {
		reader->options->command = COMMAND_VERSION;
		return true;
	}
	if (word[0] == '-' && arguments_find(word, SCOPE_CHECK, &value))
		return reader_fail(
			reader,
			"'%s' stands before the command; did you mean 'vmalint check %s'?",
			word, word);
	if (word[0] == '-')
		return arguments_unknown(reader, SCOPE_PROGRAM, word);
	if (!is_like_path(word))
		return unknown_command(reader, word);
	return reader_fail(
		reader, "'%s' is no command; did you mean 'vmalint check %s'?",
		word, word);
}

static bool read_command(struct reader *reader, char **words)
{
	struct options *options = reader->options;
	int command = find_command(*words);
	const struct command_row *row;

	if (command < 0)
		return read_other(reader, *words);
	row = command_rows[command];
	options->command = (enum command)command;
	options->given = words + 1;
	if (row->begin)
		row->begin(options);
	if (!arguments_read(reader, row->scope, words + 1))
		return false;
	if (command == COMMAND_HELP)
		return choose_help(reader);
	if (options->command == COMMAND_HELP)
		return set_help(reader, (enum command)command);
	return row->finish(reader);
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
	reader.is_short_help = true;
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
	g_ptr_array_free(options->select.paths, TRUE);
	g_ptr_array_free(options->reports, TRUE);
	g_ptr_array_free(options->report.shown_paths, TRUE);
	g_ptr_array_free(options->arguments.by_make, TRUE);
	g_ptr_array_free(options->arguments.arches, TRUE);
	g_ptr_array_free(options->rules.select, TRUE);
	g_ptr_array_free(options->rules.ignore, TRUE);
	g_array_free(options->output.outputs, TRUE);
	g_ptr_array_free(options->arguments.left_out, TRUE);
	g_ptr_array_free(options->arguments.cflags, TRUE);
	free_allowances(options->triage.allowances);
	g_hash_table_destroy(options->origins);
	g_hash_table_destroy(options->rules.severities);
	g_string_chunk_free(options->strings);
	*options = (struct options){ 0 };
}

enum severity options_severity(const struct rules_options *options,
			       const char *rule, enum severity own)
{
	gpointer value = NULL;

	if (!options->severities ||
	    !g_hash_table_lookup_extended(options->severities, rule, NULL,
					  &value))
		return own;
	return (enum severity)GPOINTER_TO_INT(value);
}

const char *options_origin(const struct options *options, const char *name)
{
	const char *origin = g_hash_table_lookup(options->origins, name);

	return origin ? origin : "default";
}

bool options_enable(const struct rules_options *options, const char *rule,
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

bool options_write_reports(const struct output_options *options)
{
	for (guint i = 0; i < options->outputs->len; i++) {
		if (g_array_index(options->outputs, struct output_request, i)
			    .format != FORMAT_TEXT)
			return true;
	}
	return false;
}

bool options_tell_tree(const struct output_options *options)
{
	return !options->is_brief || options_write_reports(options);
}

bool options_are_whole(const struct options *options)
{
	return options->change.kind == CHANGE_NONE &&
	       options->run.shard_count == 0 && !options->triage.is_part &&
	       options->select.paths->len == 0 &&
	       !options->select.lists_paths &&
	       options->rules.select->len == 0 &&
	       options->rules.ignore->len == 0 &&
	       options->arguments.arches->len == 0;
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

bool options_leave_out(const struct arguments_options *options,
		       const char *path)
{
	for (guint i = 0; i < options->left_out->len; i++) {
		if (options_path_fits(g_ptr_array_index(options->left_out, i),
				      path))
			return true;
	}
	return false;
}
