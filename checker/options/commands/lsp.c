// SPDX-License-Identifier: GPL-2.0-only
/* `vmalint lsp`: what every check of a buffer is told. */
#include "options/commands.h"

#include "options/options.h"
#include "options/reader.h"

static bool finish(struct reader *reader)
{
	const struct options *options = reader->options;

	if (options->select.paths->len > 0)
		return reader_fail(reader,
				   "'%s': the editor says which files are open",
				   (const char *)g_ptr_array_index(
					   options->select.paths, 0));
	if (options->change.kind != CHANGE_NONE || options->run.watch ||
	    options->run.shard_count > 0 || options->output.outputs->len > 0 ||
	    options->triage.write_baseline || options->run.dump != DUMP_NONE)
		return reader_fail(reader,
				   "lsp takes no option that is about a "
				   "change, an output or a run in parts");
	return true;
}

static const char head[] =
	"A language server on standard input and output: what is wrong in open buffers,\n"
	"as they are typed. Editors start it; see the page on integration.\n"
	"\nUsage:\n"
	"  vmalint lsp [OPTION..]\n"
	"\n"
	"Options are those of 'vmalint check', such as --arch, --select and --tree. Each\n"
	"buffer belongs to the tree around its file; .vmalint is heard, and read again\n"
	"when it changes.\n";

static const char tail[] = "\nExamples:\n"
			   "  vmalint lsp --arch x86\n"
			   "\nExit codes:\n"
			   "  0  shut down as the protocol has it\n"
			   "  1  the editor went away without that\n"
			   "  2  misused, or what came in was no message\n";

const struct command_row lsp_command = {
	.usage =
		"  vmalint lsp [OPTION..]              language server for editors\n",
	.summary = "language server for editors",
	.scope = SCOPE_CHECK,
	.listed = SCOPE_ANY,
	.head = head,
	.tail = tail,
	.finish = finish,
};
