// SPDX-License-Identifier: GPL-2.0-only
/* `vmalint config`: what check is told, and nothing is checked. */
#include "options/commands.h"

#include "options/options.h"

static const char head[] =
	"Shows what a check would go by, and where each choice comes from: the command\n"
	"line, a line of the file .vmalint, or the default. Nothing is checked.\n"
	"\nUsage:\n"
	"  vmalint config [OPTION..] [PATH..]\n"
	"\n"
	"Options and PATHs are those of 'vmalint check'.\n";

static const char tail[] = "\nExamples:\n"
			   "  vmalint config\n"
			   "  vmalint config --select struct_copy ~/linux/mm\n"
			   "\nExit codes:\n"
			   "  0  shown\n"
			   "  2  misused, or a setting is wrong\n";

const struct command_row config_command = {
	.usage =
		"  vmalint config [OPTION..] [PATH..]  what a check would go by, and from where\n",
	.summary = "show what a check would go by",
	.is_rare = true,
	.scope = SCOPE_CHECK,
	.listed = SCOPE_ANY,
	.head = head,
	.tail = tail,
	.finish = check_finish,
};
