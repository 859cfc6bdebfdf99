// SPDX-License-Identifier: GPL-2.0-only
/* `vmalint init`: no words. */
#include "options/commands.h"

#include "options/options.h"
#include "options/reader.h"

static bool finish(struct reader *reader)
{
	const GPtrArray *words = reader->options->select.paths;

	return words->len == 0 ||
	       reader_fail(reader, "'%s' is one word too many",
			   (const char *)g_ptr_array_index(words, 0));
}

static const char head[] =
	"Writes a file .vmalint, in which a project keeps its choices, into the root of\n"
	"the tree, the repository or the module around the current folder. All in it is a\n"
	"comment, so that it changes nothing until a line is taken. A file that is there\n"
	"is left alone.\n"
	"\nUsage:\n"
	"  vmalint init\n";

static const char tail[] =
	"\nExamples:\n"
	"  vmalint init && $EDITOR .vmalint && vmalint config\n"
	"\nExit codes:\n"
	"  0  written\n"
	"  2  misused, there already, or it could not be written\n";

const struct command_row init_command = {
	.usage =
		"  vmalint init                        write a commented .vmalint to choose from\n",
	.summary = "write a commented .vmalint",
	.is_rare = true,
	.scope = SCOPE_ANY,
	.listed = SCOPE_ANY,
	.head = head,
	.tail = tail,
	.finish = finish,
};
