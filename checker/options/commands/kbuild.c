// SPDX-License-Identifier: GPL-2.0-only
/*
 * `vmalint kbuild`. Kbuild calls `$(CHECK) $(CHECKFLAGS) $(c_flags) FILE`, and
 * CF= is part of CHECKFLAGS: sparse's words, the compiler's and ours come in
 * one row.
 */
#include "options/commands.h"

#include <string.h>

#include "options/arguments.h"
#include "options/options.h"
#include "options/reader.h"
#include "options/table.h"

/* Others have the name of a word of GCC, or of sparse as --arch has. */
static const char *const ours[] = {
	"baseline",    "branches",	  "cache-dir", "fail-on",  "ignore",
	"no-settings", "no-suppressions", "select",    "settings", "timeout",
	NULL,
};

static const struct option_row *our_option(const char *word,
					   const char **ret_value)
{
	const struct option_row *row;

	if (!g_str_has_prefix(word, "--"))
		return NULL;
	row = arguments_find(word, SCOPE_CHECK, ret_value);
	if (!row || !g_strv_contains(ours, row->name))
		return NULL;
	return !row->argument == !*ret_value ? row : NULL;
}

/* Ours are applied, a compiler's are kept; the last one is the file. */
static bool sort_words(struct reader *reader)
{
	struct options *options = reader->options;
	GPtrArray *paths = options->select.paths;
	const char *file;

	if (paths->len == 0)
		return reader_fail(
			reader,
			"'vmalint kbuild' is called by make: make C=1 CHECK=\"vmalint kbuild --\"");
	file = g_ptr_array_index(paths, paths->len - 1);
	for (guint i = 0; i + 1 < paths->len; i++) {
		char *word = g_ptr_array_index(paths, i);
		const char *value = NULL;
		const struct option_row *row = our_option(word, &value);

		if (!row)
			g_ptr_array_add(options->arguments.by_make, word);
		else if (!option_apply(reader, row, value))
			return false;
	}
	g_ptr_array_set_size(paths, 0);
	g_ptr_array_add(paths, (gpointer)file);
	return true;
}

/* make must not stop for a finding unless it is asked to. */
static void begin(struct options *options)
{
	options->output.fail_on = FAIL_ON_NEVER;
	options->run.branches = BRANCHES_ACTIVE;
}

static bool finish(struct reader *reader)
{
	return sort_words(reader) && check_finish(reader);
}

static const char head[] =
	"Checks one file while make builds it. Kbuild, sparse and 0day pass their own\n"
	"words; a file without VMA flags costs a few milliseconds.\n"
	"\nUsage:\n"
	"  make C=1 CHECK=\"vmalint kbuild --\"    what make compiles; C=2: every file\n"
	"  vmalint kbuild [OPTION..] -- WORD.. FILE\n"
	"\n"
	"OPTION is one of 'vmalint check'. In CF= an option with an argument is one\n"
	"word, as in CF=--select=direct_write; it can be baseline, branches, cache-dir,\n"
	"fail-on, ignore, no-settings, no-suppressions, select, settings or timeout.\n"
	"Only what the build compiles is looked at, unless CF=--branches=all.\n"
	"Findings go to standard error, one line each. V=1 also tells which lines with\n"
	"flags were not seen, and why.\n";

static const char tail[] =
	"\nExamples:\n"
	"  make C=2 CHECK=\"vmalint kbuild --\" mm/\n"
	"  make C=1 CHECK=\"vmalint kbuild --\" CF=--fail-on=error\n"
	"  make -C /lib/modules/$(uname -r)/build M=$PWD C=2 CHECK=\"vmalint kbuild --\"\n"
	"\nExit codes:\n"
	"  0  always, unless failing is asked for: make deletes an object whose check\n"
	"     fails\n"
	"  1  something found at or above --fail-on\n"
	"  2  misused; with --fail-on also: the file could not be checked\n";

const struct command_row kbuild_command = {
	.usage =
		"  vmalint kbuild -- WORD..            check a file for make: see its help\n",
	.summary = "check a file while make builds it",
	.is_rare = true,
	.scope = SCOPE_CHECK,
	.listed = SCOPE_ANY,
	.head = head,
	.tail = tail,
	.begin = begin,
	.finish = finish,
};
