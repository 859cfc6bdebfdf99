/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Messages as the protocol frames them: "Content-Length: N", an empty line and
 * N bytes of JSON. Also what the server and its processes speak.
 */
#ifndef VMALINT_LSP_RPC_H
#define VMALINT_LSP_RPC_H

#include <glib.h>
#include <jansson.h>
#include <stdbool.h>

/* What has come in and is no whole message yet. */
struct rpc_reader {
	int fd;
	GString *bytes;
};

void rpc_reader_init(struct rpc_reader *reader, int fd);
void rpc_reader_release(struct rpc_reader *reader);

/* Reads what there is, at least a byte; false at the end or on an error. */
bool rpc_fill(struct rpc_reader *reader);

enum rpc_state {
	RPC_MESSAGE,   /* *ret_message is one, owned */
	RPC_PART,      /* more has to be read */
	RPC_NO_JSON,   /* a message that is no object was taken off */
	RPC_NO_HEADER, /* what follows cannot be read any more */
};

enum rpc_state rpc_next(struct rpc_reader *reader, json_t **ret_message);

/* Sends a message, which it releases; false if nobody reads any more. */
bool rpc_send(int fd, json_t *message);

#endif
