// SPDX-License-Identifier: GPL-2.0-only
/* `vmalint check`: what any run of checks may be told. */
#include "options/commands.h"

#include "options/module_here.h"
#include "options/options.h"
#include "options/reader.h"
#include "options/settings.h"
#include "options/validate.h"
#include "options/watch_arguments.h"

bool check_finish(struct reader *reader)
{
	struct output_request text = { .format = FORMAT_TEXT };
	struct options *options = reader->options;

	for (guint i = 0; i < options->select.paths->len; i++) {
		if (!*(const char *)g_ptr_array_index(options->select.paths, i))
			return reader_fail(reader, "an empty word is no path");
	}
	module_here_take(reader);
	if (!settings_read(reader) || !validate_change(reader) ||
	    !validate_shard(reader))
		return false;
	if (g_ptr_array_find_with_equal_func(options->arguments.arches, "all",
					     g_str_equal, NULL))
		g_ptr_array_set_size(options->arguments.arches, 0);
	if (!options->output.outputs->len)
		g_array_append_val(options->output.outputs, text);
	return validate_outputs(reader) && validate_rules(reader) &&
	       watch_words_check(reader);
}

static const char head[] =
	"Checks a kernel tree, or files and folders of one, for misuse of VMA flags.\n"
	"Findings go to standard output, the tally and all else to standard error.\n"
	"\nUsage:\n"
	"  vmalint check [OPTION..] [PATH..]\n"
	"\n"
	"PATH is a tree, or a folder or file of one; the default is the tree around\n"
	"the current folder. '--' ends the options.\n";

static const char tail[] =
	"\nExamples:\n"
	"  vmalint check ~/linux\n"
	"      the whole tree on every architecture\n"
	"  vmalint check --arch x86,arm64 mm fs/proc/task_mmu.c\n"
	"      a folder and a file of the tree around here, on two of them\n"
	"  vmalint check --format text --format json:out.json --fail-on error\n"
	"      text to read and JSON to keep; warnings leave the exit code at 0\n"
	"\nExit codes:\n"
	"  0  complete, and nothing found at or above --fail-on\n"
	"  1  complete, and something found\n"
	"  2  misused or incomplete: a file failed, too few lines were seen, or an\n"
	"     output could not be written; what was found is printed all the same\n";

const struct command_row check_command = {
	.usage =
		"  vmalint check [OPTION..] [PATH..]   check a tree, folders or files\n",
	.summary = "check a tree, folders or files",
	.scope = SCOPE_CHECK,
	.listed = SCOPE_CHECK,
	.head = head,
	.tail = tail,
	.finish = check_finish,
};
