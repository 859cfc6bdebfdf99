// SPDX-License-Identifier: GPL-2.0-only
/* All commands; each has a file in commands/. */
#include "options/commands.h"

const struct command_row *const command_rows[] = {
#define COMMAND(id, name) [COMMAND_##id] = &name##_command,
#include "options/commands.def"
#undef COMMAND
};

const char *const command_names[] = {
#define COMMAND(id, name) [COMMAND_##id] = #name,
#include "options/commands.def"
#undef COMMAND
	NULL,
};
