// SPDX-License-Identifier: GPL-2.0-only
/* `vmalint hook`: an action, and to run it what check is told. */
#include "options/commands.h"

#include "options/options.h"
#include "options/reader.h"

static const struct choice actions[] = {
	{ "install", HOOK_INSTALL },
	{ "uninstall", HOOK_UNINSTALL },
	{ "run", HOOK_RUN },
	{ NULL, 0 },
};

static bool finish(struct reader *reader)
{
	struct options *options = reader->options;
	int action;

	if (!reader_take_action(reader, "hook", actions,
				"install, uninstall or run", &action))
		return false;
	options->hook = (enum hook_action)action;
	if (options->hook == HOOK_RUN)
		return check_finish(reader);
	if (options->select.paths->len > 0)
		return reader_fail(reader, "'%s' is one word too many",
				   (const char *)g_ptr_array_index(
					   options->select.paths, 0));
	return true;
}

static const char head[] =
	"Keeps misuse of VMA flags out of commits: git runs the hook before each commit\n"
	"and each merge, and the hook checks what the commit adds, from the index.\n"
	"\nUsage:\n"
	"  vmalint hook install                put it in the repository around here\n"
	"  vmalint hook install --tree DIR     .. which is a module's, for this kernel\n"
	"  vmalint hook uninstall              take it out again\n"
	"  vmalint hook run [OPTION..] [FILE..]\n"
	"                                      what the hook does; options of check\n"
	"\n"
	"A hook that is there already is kept and runs first. 'git commit --no-verify'\n"
	"goes past all hooks once. A file .vmalint in the tree holds settings. In a\n"
	"repository that is no kernel tree run does nothing, unless --tree names one.\n";

static const char tail[] = "\nExamples:\n"
			   "  vmalint hook install\n"
			   "  vmalint hook run && git commit\n"
			   "\nExit codes:\n"
			   "  0  done; to run: nothing found\n"
			   "  1  something found\n"
			   "  2  misused or incomplete\n";

const struct command_row hook_command = {
	.usage =
		"  vmalint hook ACTION                 install, uninstall or run the commit hook\n",
	.summary = "keep misuse out of commits",
	.actions = actions,
	.scope = SCOPE_CHECK,
	.listed = SCOPE_ANY,
	.head = head,
	.tail = tail,
	.finish = finish,
};
