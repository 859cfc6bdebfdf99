// SPDX-License-Identifier: GPL-2.0-only
/* Whether to colour, as users of terminals are used to. */
#include <unistd.h>

#include "output/formats.h"

/* As https://no-color.org/ has it: an empty NO_COLOR does not count. */
enum colour colour_for(const char *file)
{
	const char *no_color = g_getenv("NO_COLOR");
	const char *terminal = g_getenv("TERM");

	if (file || !isatty(STDOUT_FILENO))
		return COLOUR_NEVER;
	if ((no_color && *no_color) || !terminal || !*terminal ||
	    !g_strcmp0(terminal, "dumb"))
		return COLOUR_NEVER;
	return COLOUR_ALWAYS;
}
