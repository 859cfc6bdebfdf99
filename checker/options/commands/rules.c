// SPDX-License-Identifier: GPL-2.0-only
/* `vmalint rules`: the name of a rule, or nothing. */
#include "options/commands.h"

#include "options/options.h"
#include "options/reader.h"

static bool finish(struct reader *reader)
{
	const char *name = NULL;

	if (!reader_take_word(reader, &name))
		return false;
	reader->options->rule_name = name;
	return !name || reader_knows_rule(reader, name);
}

static const char head[] =
	"Lists the rules with a sentence each, or explains one of them: what it finds,\n"
	"why it matters, a bad and a good example, and what it cannot see.\n"
	"\nUsage:\n"
	"  vmalint rules [NAME]\n";

static const char tail[] = "\nExamples:\n"
			   "  vmalint rules\n"
			   "  vmalint rules direct_write\n"
			   "  vmalint rules bit_as_mask | less\n"
			   "\nExit codes:\n"
			   "  0  printed\n"
			   "  2  misused, or the output could not be written\n";

const struct command_row rules_command = {
	.usage =
		"  vmalint rules [NAME]                list the rules, or explain one\n",
	.summary = "list the rules, or explain one",
	.scope = SCOPE_ANY,
	.listed = SCOPE_ANY,
	.head = head,
	.tail = tail,
	.finish = finish,
};
