// SPDX-License-Identifier: GPL-2.0-only
/* `vmalint help`, and --help of any command: the options have the text. */
#include "commands.h"
#include "options/options.h"
#include "output/output.h"

int help_run(struct session *session, const struct options *options)
{
	return output_text(session, options->help);
}
