/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The process of an open buffer: reads what it is asked, in the frames of
 * rpc.h, and answers each question with one message. It keeps the tree, the
 * arguments and the preamble of its file between questions.
 *
 *	{"check": text}               {"diagnostics": [..], "problems": [text]}
 *	{"line": n, "character": n}   {"hover": text or null}
 *	{"forget": true}              no answer: what it keeps may be old
 *
 * "lost": true in an answer says that a parse was lost, and begun anew.
 */
#ifndef VMALINT_LSP_BUFFER_H
#define VMALINT_LSP_BUFFER_H

#include "lsp/position.h"

struct buffer_request {
	const char *path; /* absolute, without links */
	char **words;	  /* options for all buffers; ends with NULL */
	enum encoding encoding;
	int questions, answers; /* file descriptors */
};

/* Answers until nobody asks any more. */
void buffer_serve(const struct buffer_request *request);

#endif
