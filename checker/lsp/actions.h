/* SPDX-License-Identifier: GPL-2.0-only */
/* What can be done about diagnostics. */
#ifndef VMALINT_LSP_ACTIONS_H
#define VMALINT_LSP_ACTIONS_H

#include <jansson.h>

#include "lsp/document.h"

/*
 * The actions for the diagnostics that touch a range: the edits of each that
 * has some, and a comment above the line that allows it. An owned list of
 * CodeAction.
 */
json_t *actions_for(const struct document *document, const json_t *range);

#endif
