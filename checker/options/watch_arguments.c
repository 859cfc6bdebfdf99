// SPDX-License-Identifier: GPL-2.0-only
/* A watch tells of files on disk, in text, and of nothing else. */
#include "watch_arguments.h"

#include "options/options.h"
#include "options/reader.h"

static bool is_plain_text(const GArray *outputs)
{
	const struct output_request *first =
		&g_array_index(outputs, struct output_request, 0);

	return outputs->len == 1 && first->format == FORMAT_TEXT &&
	       !first->file;
}

bool watch_words_check(struct reader *reader)
{
	const struct options *options = reader->options;

	if (!options->run.watch)
		return true;
	if (options->command != COMMAND_CHECK ||
	    options->change.kind != CHANGE_NONE ||
	    options->run.dump != DUMP_NONE)
		return reader_fail(reader,
				   "--watch is of 'vmalint check' alone, and "
				   "not of a change or a dump");
	if (!is_plain_text(options->output.outputs))
		return reader_fail(reader, "--watch tells what is new as text "
					   "on standard output");
	if (options->triage.write_baseline)
		return reader_fail(reader, "--watch writes no baseline");
	return true;
}
