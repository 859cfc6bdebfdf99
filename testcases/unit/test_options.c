// SPDX-License-Identifier: GPL-2.0-only
/* The command line: defaults, every option, and the text of each refusal. */
#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include "base/session.h"
#include "options/options.h"

static const char *const rule_names[] = { "bit_as_mask", "direct_write",
					  "mask_as_bit", NULL };

/* One parsed command line. */
struct parsed {
	struct session session;
	struct options options;
	bool done;
};

/* The words have a blank between them; "_" stands for an empty word. */
static void parse(struct parsed *parsed, const char *words)
{
	g_autofree char *line = g_strconcat("vmalint ", words, NULL);
	g_auto(GStrv) argv = g_strsplit(g_strchomp(line), " ", -1);

	for (char **word = argv; *word; word++) {
		if (!strcmp(*word, "_"))
			**word = '\0';
	}
	session_init(&parsed->session);
	parsed->done = options_parse(&parsed->session, (int)g_strv_length(argv),
				     argv, rule_names, &parsed->options);
}

static void release(struct parsed *parsed)
{
	options_release(&parsed->options);
	session_release(&parsed->session);
}

static const char *problem_text(const struct parsed *parsed)
{
	g_assert_cmpuint(parsed->session.problems->len, ==, 1);
	return g_array_index(parsed->session.problems, struct problem, 0).text;
}

static void assert_list(const GPtrArray *list, const char *expected)
{
	g_autoptr(GString) joined = g_string_new(NULL);

	for (guint i = 0; i < list->len; i++)
		g_string_append_printf(joined, "%s%s", i ? " " : "",
				       (char *)g_ptr_array_index(list, i));
	g_assert_cmpstr(joined->str, ==, expected);
}

static void assert_output(const struct options *options, guint i,
			  enum format format, const char *file)
{
	const struct output_request *request = &g_array_index(
		options->output.outputs, struct output_request, i);

	g_assert_cmpint(request->format, ==, format);
	g_assert_cmpstr(request->file, ==, file);
}

static void test_defaults(void)
{
	struct parsed parsed;
	const struct options *options = &parsed.options;

	parse(&parsed, "check");
	g_assert_true(parsed.done);
	g_assert_cmpint(options->command, ==, COMMAND_CHECK);
	g_assert_null(options->help);
	assert_list(options->select.paths, "");
	g_assert_null(options->select.tree);
	assert_list(options->arguments.arches, "");
	g_assert_null(options->arguments.config);
	assert_list(options->rules.select, "");
	assert_list(options->rules.ignore, "");
	g_assert_cmpuint(options->output.outputs->len, ==, 1);
	assert_output(options, 0, FORMAT_TEXT, NULL);
	g_assert_cmpint(options->output.fail_on, ==, FAIL_ON_WARNING);
	g_assert_cmpint(options->output.progress, ==, WHEN_AUTO);
	g_assert_cmpint(options->run.dump, ==, DUMP_NONE);
	g_assert_false(options->output.stats);
	g_assert_cmpuint(options->run.jobs, ==,
			 MIN(g_get_num_processors(), 512));
	g_assert_cmpuint(options->run.timeout_seconds, ==, 120);
	g_assert_cmpfloat(options->output.min_coverage_percent, ==,
			  COVERAGE_UNASKED);
	g_assert_null(options->keep.dir);
	release(&parsed);
}

static void test_every_option(void)
{
	struct parsed parsed;
	const struct options *options = &parsed.options;

	parse(&parsed,
	      "check mm --tree /t --arch x86,arm64 --arch=s390,x86 "
	      "--config /c.xz "
	      "--select direct_write --select=bit_as_mask,direct_write "
	      "--ignore mask_as_bit --format text --format json:a:b "
	      "--fail-on never -j7 --cache-dir=c --progress never --stats "
	      "--timeout 86400 --min-coverage 99.5 --dump facts fs/x.c -- "
	      "--stats -");
	g_assert_true(parsed.done);
	assert_list(options->select.paths, "mm fs/x.c --stats -");
	g_assert_cmpstr(options->select.tree, ==, "/t");
	assert_list(options->arguments.arches, "x86 arm64 s390");
	g_assert_cmpstr(options->arguments.config, ==, "/c.xz");
	assert_list(options->rules.select, "direct_write bit_as_mask");
	assert_list(options->rules.ignore, "mask_as_bit");
	g_assert_cmpuint(options->output.outputs->len, ==, 2);
	assert_output(options, 0, FORMAT_TEXT, NULL);
	assert_output(options, 1, FORMAT_JSON, "a:b");
	g_assert_cmpint(options->output.fail_on, ==, FAIL_ON_NEVER);
	g_assert_cmpint(options->output.progress, ==, WHEN_NEVER);
	g_assert_cmpint(options->run.dump, ==, DUMP_FACTS);
	g_assert_true(options->output.stats);
	g_assert_cmpuint(options->run.jobs, ==, 7);
	g_assert_cmpuint(options->run.timeout_seconds, ==, 86400);
	g_assert_cmpfloat(options->output.min_coverage_percent, ==, 99.5);
	g_assert_cmpstr(options->keep.dir, ==, "c");
	release(&parsed);
}

static void test_all(void)
{
	struct parsed parsed;

	parse(&parsed, "check --arch arm,all --select all --format json:- "
		       "-j 512 --jobs 1");
	g_assert_true(parsed.done);
	assert_list(parsed.options.arguments.arches, "");
	assert_list(parsed.options.rules.select,
		    "bit_as_mask direct_write mask_as_bit");
	assert_output(&parsed.options, 0, FORMAT_JSON, NULL);
	g_assert_cmpuint(parsed.options.run.jobs, ==, 1);
	release(&parsed);
}

static void test_rules(void)
{
	struct parsed parsed;

	parse(&parsed, "rules");
	g_assert_true(parsed.done);
	g_assert_cmpint(parsed.options.command, ==, COMMAND_RULES);
	g_assert_null(parsed.options.rule_name);
	release(&parsed);
	parse(&parsed, "rules direct_write");
	g_assert_true(parsed.done);
	g_assert_cmpstr(parsed.options.rule_name, ==, "direct_write");
	release(&parsed);
	parse(&parsed, "--version");
	g_assert_true(parsed.done);
	g_assert_cmpint(parsed.options.command, ==, COMMAND_VERSION);
	release(&parsed);
}

/* Command lines and what is wrong with them; NULL if nothing is. */
static const struct refusal {
	const char *words, *text;
} refusals[] = {
	{ "mm/mmap.c", "'mm/mmap.c' is no command; did you mean "
		       "'vmalint check mm/mmap.c'?" },
	{ "chekc", "unknown command 'chekc'; did you mean 'check'?" },
	{ "frobnicate",
	  "unknown command 'frobnicate'; commands are "
	  "check, rules, hook, kbuild, b4, merge, report, lsp, cache, "
	  "init, config and help" },
	{ "_", "unknown command ''; commands are check, rules, "
	       "hook, kbuild, b4, merge, report, lsp, cache, init, config "
	       "and help" },
	{ "--stats", "'--stats' stands before the command; did you "
		     "mean 'vmalint check --stats'?" },
	{ "--versoin",
	  "unknown option '--versoin'; did you mean '--version'?" },
	{ "check --jbos=3", "unknown option '--jbos'; did you mean '--jobs'?" },
	{ "check -x", "unknown option '-x'; '--help' lists them" },
	{ "check --", NULL },
	{ "check -- _", "an empty word is no path" },
	{ "rules --stats", "unknown option '--stats'; '--help' lists them" },
	{ "check --tree", "option '--tree' lacks its argument DIR" },
	{ "check --tree --stats", "option '--tree' lacks its argument DIR" },
	{ "check --tree=--stats", NULL },
	{ "check --tree _", "'--tree' takes a folder, not ''" },
	{ "check --cache-dir=", "'--cache-dir' takes a folder, not ''" },
	{ "check --stats=1", "'--stats=1': --stats takes no argument" },
	{ "check -j0", "'--jobs' takes a number from 1 to 512, not '0'" },
	{ "check -j 513", "'--jobs' takes a number from 1 to 512, not '513'" },
	{ "check --jobs=+4",
	  "'--jobs' takes a number from 1 to 512, not '+4'" },
	{ "check -j 99999999999999999999",
	  "'--jobs' takes a number from 1 to 512, not "
	  "'99999999999999999999'" },
	{ "check --timeout 86401",
	  "'--timeout' takes a number from 1 to 86400, not "
	  "'86401'" },
	{ "check --min-coverage 100.5",
	  "'--min-coverage' takes a percentage from 0 to 100, not "
	  "'100.5'" },
	{ "check --min-coverage nan",
	  "'--min-coverage' takes a percentage from 0 to 100, not "
	  "'nan'" },
	{ "check --min-coverage -1",
	  "'--min-coverage' takes a percentage from 0 to 100, not "
	  "'-1'" },
	{ "check --min-coverage _",
	  "'--min-coverage' takes a percentage from 0 to 100, not "
	  "''" },
	{ "check --select direct_wirte",
	  "unknown rule 'direct_wirte'; did you mean "
	  "'direct_write'?" },
	{ "check --ignore bit-as-mask",
	  "unknown rule 'bit-as-mask'; did you mean "
	  "'bit_as_mask'?" },
	{ "check --select sparse",
	  "unknown rule 'sparse'; 'vmalint rules' lists them" },
	{ "check --select direct_write,",
	  "'--select' takes names with commas between them, not "
	  "'direct_write,'" },
	{ "check --ignore all", "--ignore leaves no rule to check" },
	{ "check --select direct_write --ignore direct_write",
	  "--ignore leaves no rule to check" },
	{ "check --arch ../x86",
	  "'--arch' takes names of folders in arch/, not '../x86'" },
	{ "check --format jsn", "unknown format 'jsn'; did you mean 'json'?" },
	{ "check --format yaml",
	  "unknown format 'yaml'; known are text, json, sarif, github, "
	  "gitlab, checkstyle, junit, rdjsonl, html, table" },
	{ "check --format sarf",
	  "unknown format 'sarf'; did you mean 'sarif'?" },
	{ "check --format json:",
	  "'--format' takes NAME or NAME:FILE, not 'json:'" },
	{ "check --format json --format text:-",
	  "two outputs go to standard output" },
	{ "check --format json:o --format text:o", "two outputs go to o" },
	{ "check --fail-on eror",
	  "unknown level of --fail-on 'eror'; did you mean "
	  "'error'?" },
	{ "check --progress x",
	  "unknown mode of --progress 'x'; known are auto, always, "
	  "never" },
	{ "check --dump fact",
	  "unknown kind of --dump 'fact'; did you mean 'facts'?" },
	{ "rules direct_write x", "'x' is one word too many" },
	{ "rules direct", "unknown rule 'direct'; 'vmalint rules' lists them" },
	{ "help chek", "unknown command 'chek'; did you mean 'check'?" },
	{ "help direct_write", "a rule is explained by 'vmalint rules "
			       "direct_write'" },
};

static void test_refusals(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(refusals); i++) {
		struct parsed parsed;

		parse(&parsed, refusals[i].words);
		g_assert_cmpint(parsed.done, ==, !refusals[i].text);
		if (refusals[i].text) {
			g_assert_cmpstr(problem_text(&parsed), ==,
					refusals[i].text);
			g_assert_null(parsed.options.help);
			g_assert_true(session_is_incomplete(&parsed.session));
		}
		release(&parsed);
	}
}

static void test_long_words(void)
{
	g_autofree char *name = g_strnfill(100000, 'a');
	g_autofree char *words = g_strconcat("check --select ", name, NULL);
	struct parsed parsed;

	parse(&parsed, words);
	g_assert_false(parsed.done);
	g_assert_true(g_str_has_suffix(problem_text(&parsed), "lists them"));
	release(&parsed);
}

static void assert_fits(const char *help)
{
	g_auto(GStrv) lines = g_strsplit(help, "\n", -1);

	for (char **line = lines; *line; line++) {
		g_assert_cmpuint(strlen(*line), <=, 80);
		g_assert_null(strchr(*line, '\t'));
	}
	g_assert_true(g_str_has_suffix(help, "\n"));
}

static void assert_teaches_check(const char *help)
{
	static const char *const parts[] = {
		"\nUsage:\n",	   "\nExamples:\n", "\nExit codes:\n",
		"--tree DIR",	   "--arch LIST",   "--select LIST",
		"--ignore LIST",   "--format NAME", "--fail-on LEVEL",
		"--min-coverage ", "--timeout ",    "-j, --jobs N",
		"--cache-dir DIR", "--progress ",   "--stats",
		"--dump WHAT",	   "-h, --help",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		g_assert_nonnull(strstr(help, parts[i]));
}

static void test_help(void)
{
	static const struct {
		const char *words;
		bool of_check;
	} rows[] = {
		{ "--help", true },
		{ "-h", false },
		{ "help", true },
		{ "help help", true },
		{ "help check", true },
		{ "check --help", true },
		{ "check mm --help x", true },
		{ "check mm -h x", false },
		{ "rules --help", false },
		{ "help rules", false },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct parsed parsed;

		parse(&parsed, rows[i].words);
		g_assert_true(parsed.done);
		g_assert_cmpint(parsed.options.command, ==, COMMAND_HELP);
		assert_fits(parsed.options.help);
		if (rows[i].of_check)
			assert_teaches_check(parsed.options.help);
		release(&parsed);
	}
}

static void test_no_words(void)
{
	struct parsed parsed;

	parse(&parsed, "");
	g_assert_false(parsed.done);
	g_assert_cmpstr(problem_text(&parsed), ==, "no command given");
	assert_fits(parsed.options.help);
	g_assert_nonnull(strstr(parsed.options.help, "\nUsage:\n"));
	release(&parsed);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/options/defaults", test_defaults);
	g_test_add_func("/options/every_option", test_every_option);
	g_test_add_func("/options/all", test_all);
	g_test_add_func("/options/rules", test_rules);
	g_test_add_func("/options/refusals", test_refusals);
	g_test_add_func("/options/long_words", test_long_words);
	g_test_add_func("/options/help", test_help);
	g_test_add_func("/options/no_words", test_no_words);
	return g_test_run();
}
