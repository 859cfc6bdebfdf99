// SPDX-License-Identifier: GPL-2.0-only
/* `vmalint help`, which is also what the program says of itself. */
#include "options/commands.h"

static const char head[] =
	"vmalint finds misuse of VMA flags (vm_flags, vma_flags_t, VM_*, VMA_*_BIT)\n"
	"in Linux kernel trees: every architecture, nothing configured, nothing built.\n";

const struct command_row help_command = {
	.usage =
		"  vmalint help [COMMAND]              this text, or the one on a command\n",
	.summary = "explain a command",
	.scope = SCOPE_ANY,
	.listed = SCOPE_CHECK,
	.head = head,
};
