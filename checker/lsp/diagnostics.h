/* SPDX-License-Identifier: GPL-2.0-only */
/* Findings as the protocol has them. */
#ifndef VMALINT_LSP_DIAGNOSTICS_H
#define VMALINT_LSP_DIAGNOSTICS_H

#include <jansson.h>

#include "lsp/position.h"

struct report;
struct tree;

/* Of which file findings are told, and how places are written. */
struct diagnostics_request {
	const struct tree *tree;
	const char *path;	       /* absolute */
	const struct lined_text *text; /* of the file */
	enum encoding encoding;
};

/*
 * The findings of a finished report in one file, as a list of Diagnostic,
 * owned. "data" of each has what code actions need: "edits" (TextEdit) and
 * their "title".
 */
json_t *diagnostics_of(const struct diagnostics_request *request,
		       const struct report *report);

#endif
