// SPDX-License-Identifier: GPL-2.0-only
/* Whether to colour, as users of terminals are used to. */
#include <string.h>
#include <unistd.h>

#include "options/stages.h"
#include "output/formats.h"

static bool is_set(const char *variable)
{
	const char *value = g_getenv(variable);

	return value && *value;
}

static bool is_terminal_of_colours(void)
{
	const char *terminal = g_getenv("TERM");

	return isatty(STDOUT_FILENO) && terminal && *terminal &&
	       strcmp(terminal, "dumb") != 0;
}

/*
 * --color is heard first, then NO_COLOR as https://no-color.org/ has it (an
 * empty one does not count), then CLICOLOR_FORCE and CLICOLOR as in
 * https://bixense.com/clicolors/. A file has colours only if that was said.
 */
enum colour colour_for(const struct output_subject *subject)
{
	enum when when = subject->options->color;

	if (when != WHEN_AUTO)
		return when == WHEN_ALWAYS ? COLOUR_ALWAYS : COLOUR_NEVER;
	if (subject->file || is_set("NO_COLOR"))
		return COLOUR_NEVER;
	if (is_set("CLICOLOR_FORCE") &&
	    strcmp(g_getenv("CLICOLOR_FORCE"), "0") != 0)
		return COLOUR_ALWAYS;
	if (is_set("CLICOLOR") && strcmp(g_getenv("CLICOLOR"), "0") == 0)
		return COLOUR_NEVER;
	return is_terminal_of_colours() ? COLOUR_ALWAYS : COLOUR_NEVER;
}
