/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The Language Server Protocol (3.17) over standard input and output. Each open
 * buffer has a process of its own that knows its tree and checks what is typed;
 * the server itself only passes on, so that it answers at all times and no
 * parse can end it.
 */
#ifndef VMALINT_LSP_LSP_H
#define VMALINT_LSP_LSP_H

/*
 * Serves until the editor says exit or goes away. words (ends with NULL) are
 * options of `vmalint check` that hold for all buffers. Returns the exit code.
 */
int lsp_serve(char **words);

#endif
