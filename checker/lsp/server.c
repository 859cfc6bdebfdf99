// SPDX-License-Identifier: GPL-2.0-only
/* Waits for the client and for the processes of its buffers. */
#include "lsp/server.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "lsp/lsp.h"

/* All messages of the client that are whole; false at its end. */
static bool hear_client(struct server *server, struct rpc_reader *reader)
{
	enum rpc_state state = RPC_MESSAGE;

	if (!rpc_fill(reader)) {
		server->status = server->is_shut_down ? 0 : 1;
		return false;
	}
	while (server->status < 0 && state != RPC_PART) {
		json_auto_t *message = NULL;

		state = rpc_next(reader, &message);
		if (state == RPC_MESSAGE)
			server_handle(server, message);
		else if (state == RPC_NO_JSON)
			server_refuse(NULL, -32700, "that is no JSON object");
		if (state != RPC_NO_HEADER)
			continue;
		fputs("vmalint: lsp: what came in is no message of the "
		      "protocol\n",
		      stderr);
		server->status = 2;
	}
	return server->status < 0;
}

static void hear_document(struct server *server, struct document *document)
{
	enum rpc_state state = RPC_MESSAGE;

	if (!rpc_fill(&document->answers)) {
		server_take_loss(server, document);
		return;
	}
	while (state != RPC_PART) {
		json_auto_t *answer = NULL;

		state = rpc_next(&document->answers, &answer);
		if (state == RPC_MESSAGE)
			server_take_answer(server, document, answer);
		if (state == RPC_NO_HEADER) {
			server_take_loss(server, document);
			return;
		}
	}
}

/* The client first, then each document that has a process, in this order. */
static GArray *descriptors(const struct server *server, GPtrArray *documents)
{
	GArray *all = g_array_new(FALSE, FALSE, sizeof(struct pollfd));
	struct pollfd one = { .fd = STDIN_FILENO, .events = POLLIN };
	GHashTableIter iter;
	gpointer value;

	g_array_append_val(all, one);
	g_hash_table_iter_init(&iter, server->documents);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct document *document = value;

		if (document->pid == 0)
			continue;
		one.fd = document->answers.fd;
		g_array_append_val(all, one);
		g_ptr_array_add(documents, value);
	}
	return all;
}

/* One round: processes before the client, which may close their documents. */
static bool hear(struct server *server, struct rpc_reader *client)
{
	g_autoptr(GPtrArray) documents = g_ptr_array_new();
	g_autoptr(GArray) all = descriptors(server, documents);
	struct pollfd *fds = (struct pollfd *)(void *)all->data;

	if (poll(fds, all->len, -1) < 0)
		return errno == EINTR;
	for (guint i = 1; i < all->len; i++) {
		if (fds[i].revents)
			hear_document(server,
				      g_ptr_array_index(documents, i - 1));
	}
	return !fds[0].revents || hear_client(server, client);
}

int lsp_serve(char **words)
{
	struct server server = {
		.words = words,
		.documents = g_hash_table_new_full(g_str_hash, g_str_equal,
						   NULL, document_free),
		.status = -1,
	};
	struct rpc_reader client;

	signal(SIGPIPE, SIG_IGN);
	rpc_reader_init(&client, STDIN_FILENO);
	while (hear(&server, &client))
		server_go_on(&server);
	g_hash_table_destroy(server.documents);
	rpc_reader_release(&client);
	return MAX(server.status, 0);
}
