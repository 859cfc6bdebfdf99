// SPDX-License-Identifier: GPL-2.0-only
/* `vmalint lsp`: see lsp/. */
#include "lsp/lsp.h"

#include "commands.h"
#include "options/options.h"

int lsp_run(struct session *session, const struct options *options)
{
	(void)session;
	return lsp_serve(options->given);
}
