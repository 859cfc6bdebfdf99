// SPDX-License-Identifier: GPL-2.0-only
/* Messages to the client; that nobody reads them is seen when reading. */
#include <unistd.h>

#include "lsp/server.h"

void server_reply(const json_t *request, json_t *result)
{
	rpc_send(STDOUT_FILENO,
		 json_pack("{s:s, s:O?, s:o}", "jsonrpc", "2.0", "id",
			   json_object_get(request, "id"), "result", result));
}

void server_refuse(const json_t *request, int code, const char *text)
{
	rpc_send(STDOUT_FILENO,
		 json_pack("{s:s, s:O?, s:{s:i, s:s}}", "jsonrpc", "2.0", "id",
			   json_object_get(request, "id"), "error", "code",
			   code, "message", text));
}

void server_notify(const char *method, json_t *params)
{
	rpc_send(STDOUT_FILENO, json_pack("{s:s, s:s, s:o}", "jsonrpc", "2.0",
					  "method", method, "params", params));
}

void server_request(struct server *server, const char *method, json_t *params)
{
	rpc_send(STDOUT_FILENO,
		 json_pack("{s:s, s:i, s:s, s:o}", "jsonrpc", "2.0", "id",
			   (int)++server->nr_requests, "method", method,
			   "params", params));
}

void server_say(int level, const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);

	server_notify(level < 4 ? "window/showMessage" : "window/logMessage",
		      json_pack("{s:i, s:s}", "type", level, "message", valid));
}
