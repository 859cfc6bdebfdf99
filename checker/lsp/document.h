/* SPDX-License-Identifier: GPL-2.0-only */
/* An open buffer as the server sees it, and the process that looks at it. */
#ifndef VMALINT_LSP_DOCUMENT_H
#define VMALINT_LSP_DOCUMENT_H

#include <glib.h>
#include <jansson.h>
#include <stdbool.h>
#include <sys/types.h>

#include "lsp/position.h"
#include "lsp/rpc.h"

/* What the process of a buffer is doing. */
enum document_work { WORK_NONE, WORK_CHECK, WORK_HOVER };

struct document {
	char *uri, *path; /* path: absolute, without links */
	char *text;
	gsize length;
	gint64 version;
	pid_t pid; /* 0: there is none */
	int questions;
	struct rpc_reader answers;
	enum document_work work;
	bool is_dirty;	      /* text is not what was looked at last */
	bool is_stale;	      /* what the process keeps may be old */
	bool is_first;	      /* nothing was looked at yet: it takes a while */
	bool is_cancelled;    /* nobody wants to hear until the text changes */
	guint nr_lost;	      /* processes lost since the last answer */
	gint64 asked_version; /* that is looked at */
	GQueue *hovers;	      /* json_t *: requests that wait; owned */
	json_t *hover;	      /* the one that is worked on; or NULL */
	json_t *diagnostics;  /* of the last answer; never NULL */
	char *progress;	      /* the token of what is shown; or NULL */
};

/* NULL if the URI names no file. */
struct document *document_new(const char *uri);
void document_free(gpointer document);

void document_set_text(struct document *document, const json_t *text,
		       gint64 version);

/*
 * Gives the process its next question, if it has none; starts it if need be.
 * False if it could not be started or is gone: document_lost() says so.
 */
bool document_ask(struct document *document, char **words,
		  enum encoding encoding);

/* Ends the process. */
void document_stop(struct document *document);

#endif
