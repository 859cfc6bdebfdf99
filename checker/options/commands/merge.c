// SPDX-License-Identifier: GPL-2.0-only
/* `vmalint merge`: reports in, a report out. */
#include "options/commands.h"

#include "options/options.h"
#include "options/reader.h"
#include "options/validate.h"

static void begin(struct options *options)
{
	options->output.fail_on = FAIL_ON_AS_TOLD;
	options->output.min_coverage_percent = COVERAGE_AS_TOLD;
}

/* The result is JSON again, unless something to read is asked for. */
static bool finish(struct reader *reader)
{
	struct output_request json = { .format = FORMAT_JSON };
	struct options *options = reader->options;
	GPtrArray *reports = options->reports;

	options->reports = options->select.paths;
	options->select.paths = reports;
	if (options->reports->len == 0)
		return reader_fail(
			reader,
			"'vmalint merge' is told the reports of all shards");
	if (!options->output.outputs->len)
		g_array_append_val(options->output.outputs, json);
	return validate_outputs(reader);
}

static const char head[] =
	"Joins the JSON reports of all shards of a run to what one run would have said:\n"
	"the same findings, fingerprints, counts and exit code. The order of the reports\n"
	"does not matter; one that is missing, twice there or of another run is refused.\n"
	"\nUsage:\n"
	"  vmalint merge [OPTION..] REPORT..\n"
	"\n"
	"REPORT is a file that 'vmalint check --shard K/N --format json:REPORT' wrote.\n"
	"The result goes to standard output, as JSON unless --format says otherwise.\n"
	"The tree is needed only for lines of source in the formats that show them;\n"
	"--tree says where it is here. --fail-on, --min-coverage and --baseline are\n"
	"those of the shards unless they are given.\n";

static const char tail[] =
	"\nExamples:\n"
	"  vmalint check --shard 1/2 --format json:1.json ~/linux   on one machine\n"
	"  vmalint check --shard 2/2 --format json:2.json ~/linux   on another\n"
	"  vmalint merge 1.json 2.json >whole.json\n"
	"  vmalint merge --format text --format html:page.html [12].json\n"
	"\nExit codes:\n"
	"  0  all shards were complete, and nothing found at or above --fail-on\n"
	"  1  all were complete, and something found\n"
	"  2  misused, the reports are not those of one run, or a shard was incomplete\n";

const struct command_row merge_command = {
	.usage =
		"  vmalint merge REPORT..              join the reports of shards to one\n",
	.summary = "join the reports of shards to one",
	.is_rare = true,
	.scope = SCOPE_OUTPUT,
	.listed = SCOPE_OUTPUT,
	.head = head,
	.tail = tail,
	.begin = begin,
	.finish = finish,
};
