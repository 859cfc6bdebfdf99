/* SPDX-License-Identifier: GPL-2.0-only */
/* What the server knows of its client; private to lsp/. */
#ifndef VMALINT_LSP_SERVER_H
#define VMALINT_LSP_SERVER_H

#include <glib.h>
#include <jansson.h>
#include <stdbool.h>

#include "lsp/document.h"

struct server {
	char **words;	       /* options for all buffers */
	GHashTable *documents; /* uri -> struct document *, owned */
	enum encoding encoding;
	bool is_initialized, is_shut_down;
	bool shows_progress;	 /* the client can */
	bool registers_watchers; /* the client watches files for us */
	guint nr_requests;	 /* that we have sent: their numbers */
	int status;		 /* exit code, once it is 0 or more */
};

/* Does what a message says, and answers it if it is a request. */
void server_handle(struct server *server, const json_t *message);

/* Takes what the process of a document has said. */
void server_take_answer(struct server *server, struct document *document,
			const json_t *answer);

/* The process of a document is gone. */
void server_take_loss(struct server *server, struct document *document);

/* Gives work to whoever has none. */
void server_go_on(struct server *server);

/* Messages to the client. */
void server_reply(const json_t *request, json_t *result);
void server_refuse(const json_t *request, int code, const char *text);
void server_notify(const char *method, json_t *params);
void server_request(struct server *server, const char *method, json_t *params);

/* A sentence for the user; level 1 error, 2 warning, 3 information, 4 log. */
void server_say(int level, const char *text);

#endif
