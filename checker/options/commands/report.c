// SPDX-License-Identifier: GPL-2.0-only
/* `vmalint report`: a file, and what of it is to be shown. */
#include "options/commands.h"

#include <string.h>

#include "options/options.h"
#include "options/reader.h"
#include "options/validate.h"

static bool finish(struct reader *reader)
{
	struct output_request text = { .format = FORMAT_TEXT };
	struct options *options = reader->options;
	GPtrArray *words = options->select.paths;

	if (words->len == 0)
		return reader_fail(reader,
				   "'vmalint report' is told a JSON report");
	if (words->len > 1)
		return reader_fail(
			reader,
			"'%s' is one word too many; did you mean '--path %s'?",
			(const char *)g_ptr_array_index(words, 1),
			(const char *)g_ptr_array_index(words, 1));
	options->report.stored = g_ptr_array_index(words, 0);
	/* A path is of the tree here, and nothing that is looked at. */
	g_ptr_array_set_size(words, 0);
	options->triage.is_part = options->report.shown_paths->len > 0 ||
				  options->report.lowest > SEVERITY_NOTE;
	if (!options->output.outputs->len)
		g_array_append_val(options->output.outputs, text);
	return validate_outputs(reader);
}

static const char head[] =
	"Shows a stored JSON report, or a part of it, in any format. Nothing is checked.\n"
	"\nUsage:\n"
	"  vmalint report [OPTION..] FILE\n"
	"\n"
	"FILE is what 'vmalint check --format json:FILE' wrote; - is standard input. The\n"
	"tree is needed only for lines of source in the formats that show them, and for\n"
	"--by maintainer; --tree says where it is here.\n";

static const char tail[] =
	"\nExamples:\n"
	"  vmalint report out.json\n"
	"  vmalint report --format html:page.html out.json\n"
	"  vmalint report --format table --by maintainer out.json\n"
	"  vmalint report --select direct_write --path drivers/gpu out.json\n"
	"\nExit codes:\n"
	"  0  the run was complete, and nothing of what is shown is at or above --fail-on\n"
	"  1  it was complete, and something is\n"
	"  2  misused, FILE is no such report, or the run was incomplete\n";

const struct command_row report_command = {
	.usage =
		"  vmalint report FILE.json            a stored report in any format\n",
	.summary = "show a stored report in any format",
	.scope = SCOPE_REPORT,
	.listed = SCOPE_REPORT,
	.head = head,
	.tail = tail,
	.finish = finish,
};
