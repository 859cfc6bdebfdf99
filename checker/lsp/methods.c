// SPDX-License-Identifier: GPL-2.0-only
/* What the client may say, a row each. */
#include <string.h>

#include "lsp/actions.h"
#include "lsp/server.h"

/* Of JSON-RPC and the protocol. */
enum {
	ERROR_UNKNOWN_METHOD = -32601,
	ERROR_NOT_INITIALIZED = -32002,
	ERROR_SHUT_DOWN = -32600,
	ERROR_CANCELLED = -32800,
};

static bool has_word(const json_t *list, const char *word)
{
	const json_t *one;
	size_t i;

	json_array_foreach(list, i, one)
	{
		if (g_strcmp0(json_string_value(one), word) == 0)
			return true;
	}
	return false;
}

static const json_t *at(const json_t *object, const char *path)
{
	g_auto(GStrv) names = g_strsplit(path, ".", -1);

	for (char **name = names; *name; name++)
		object = json_object_get(object, *name);
	return object;
}

static void initialize(struct server *server, const json_t *message)
{
	const json_t *can = at(message, "params.capabilities");
	const char *encoding = "utf-16";

	if (has_word(at(can, "general.positionEncodings"), "utf-8")) {
		server->encoding = ENCODING_UTF8;
		encoding = "utf-8";
	}
	server->shows_progress =
		json_is_true(at(can, "window.workDoneProgress"));
	server->registers_watchers = json_is_true(
		at(can, "workspace.didChangeWatchedFiles.dynamicRegistration"));
	server->is_initialized = true;
	server_reply(
		message,
		json_pack("{s:{s:s, s:{s:b, s:i, s:{s:b}}, s:b, s:{s:[s]}},"
			  " s:{s:s, s:s}}",
			  "capabilities", "positionEncoding", encoding,
			  "textDocumentSync", "openClose", true, "change", 1,
			  "save", "includeText", false, "hoverProvider", true,
			  "codeActionProvider", "codeActionKinds", "quickfix",
			  "serverInfo", "name", "vmalint", "version",
			  VMALINT_VERSION));
}

static void initialized(struct server *server, const json_t *message)
{
	(void)message;
	if (server->registers_watchers)
		server_request(
			server, "client/registerCapability",
			json_pack("{s:[{s:s, s:s, s:{s:[{s:s}, {s:s}]}}]}",
				  "registrations", "id", "vmalint-files",
				  "method", "workspace/didChangeWatchedFiles",
				  "registerOptions", "watchers", "globPattern",
				  "**/.vmalint", "globPattern", "**/*.h"));
}

static void shut_down(struct server *server, const json_t *message)
{
	server->is_shut_down = true;
	g_hash_table_remove_all(server->documents);
	server_reply(message, json_null());
}

static void leave(struct server *server, const json_t *message)
{
	(void)message;
	server->status = server->is_shut_down ? 0 : 1;
}

static struct document *document_of(const struct server *server,
				    const json_t *message)
{
	const char *uri =
		json_string_value(at(message, "params.textDocument.uri"));

	return uri ? g_hash_table_lookup(server->documents, uri) : NULL;
}

static bool is_c(const char *path)
{
	return g_str_has_suffix(path, ".c") || g_str_has_suffix(path, ".h");
}

static void open_document(struct server *server, const json_t *message)
{
	const json_t *item = at(message, "params.textDocument");
	const char *uri = json_string_value(json_object_get(item, "uri"));
	struct document *document = uri ? document_new(uri) : NULL;

	if (!document)
		return;
	document_set_text(document, json_object_get(item, "text"),
			  json_integer_value(json_object_get(item, "version")));
	/* An editor may send others of its language c, or all. */
	document->is_cancelled = !is_c(document->path);
	g_hash_table_replace(server->documents, document->uri, document);
}

static void change_document(struct server *server, const json_t *message)
{
	struct document *document = document_of(server, message);
	const json_t *changes = at(message, "params.contentChanges");
	/* Each is the whole text, as we have asked for: the last one counts. */
	const json_t *last =
		json_array_get(changes, json_array_size(changes) - 1);

	if (!document || !last)
		return;
	document_set_text(
		document, json_object_get(last, "text"),
		json_integer_value(at(message, "params.textDocument.version")));
	document->is_cancelled = !is_c(document->path);
}

static void close_document(struct server *server, const json_t *message)
{
	struct document *document = document_of(server, message);

	if (!document)
		return;
	server_notify(
		"textDocument/publishDiagnostics",
		json_pack("{s:s, s:[]}", "uri", document->uri, "diagnostics"));
	g_hash_table_remove(server->documents, document->uri);
}

/* What was saved may be in the headers and settings of others. */
static void look_at_all_again(struct server *server, const char *uri)
{
	GHashTableIter iter;
	gpointer value;

	if (g_str_has_suffix(uri, ".c"))
		return;
	g_hash_table_iter_init(&iter, server->documents);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		struct document *document = value;

		document->is_stale = document->is_dirty = true;
	}
}

static void save_document(struct server *server, const json_t *message)
{
	const char *uri =
		json_string_value(at(message, "params.textDocument.uri"));

	if (uri)
		look_at_all_again(server, uri);
}

static void change_files(struct server *server, const json_t *message)
{
	const json_t *change;
	size_t i;

	json_array_foreach(at(message, "params.changes"), i, change)
	{
		const char *uri =
			json_string_value(json_object_get(change, "uri"));

		if (uri)
			look_at_all_again(server, uri);
	}
}

static void hover(struct server *server, const json_t *message)
{
	struct document *document = document_of(server, message);

	if (document && is_c(document->path))
		g_queue_push_tail(document->hovers, json_deep_copy(message));
	else
		server_reply(message, json_null());
}

static void code_action(struct server *server, const json_t *message)
{
	const struct document *document = document_of(server, message);

	server_reply(message, document ?
				      actions_for(document,
						  at(message, "params.range")) :
				      json_array());
}

/* A request that waits is taken out; one that is worked on is answered soon. */
static void cancel_request(struct server *server, const json_t *message)
{
	const json_t *id = at(message, "params.id");
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, server->documents);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		struct document *document = value;

		for (GList *one = document->hovers->head; one;
		     one = one->next) {
			json_t *request = one->data;

			if (!json_equal(json_object_get(request, "id"), id))
				continue;
			server_refuse(request, ERROR_CANCELLED, "cancelled");
			json_decref(request);
			g_queue_delete_link(document->hovers, one);
			return;
		}
	}
}

/* Ends what takes long; the next change begins it anew. */
static void cancel_progress(struct server *server, const json_t *message)
{
	const char *token = json_string_value(at(message, "params.token"));
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, server->documents);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		struct document *document = value;

		if (!document->progress ||
		    g_strcmp0(document->progress, token) != 0)
			continue;
		document_stop(document);
		document->is_cancelled = true;
		server_notify("$/progress",
			      json_pack("{s:s, s:{s:s, s:s}}", "token", token,
					"value", "kind", "end", "message",
					"cancelled"));
		g_clear_pointer(&document->progress, g_free);
	}
}

static void ignore(struct server *server, const json_t *message)
{
	(void)server;
	(void)message;
}

static const struct method {
	const char *name;
	void (*handle)(struct server *server, const json_t *message);
} methods[] = {
	{ "initialize", initialize },
	{ "initialized", initialized },
	{ "shutdown", shut_down },
	{ "exit", leave },
	{ "textDocument/didOpen", open_document },
	{ "textDocument/didChange", change_document },
	{ "textDocument/didSave", save_document },
	{ "textDocument/didClose", close_document },
	{ "textDocument/hover", hover },
	{ "textDocument/codeAction", code_action },
	{ "workspace/didChangeWatchedFiles", change_files },
	{ "workspace/didChangeConfiguration", ignore },
	{ "window/workDoneProgress/cancel", cancel_progress },
	{ "$/cancelRequest", cancel_request },
	{ "$/setTrace", ignore },
};

static const struct method *find_method(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(methods); i++) {
		if (strcmp(methods[i].name, name) == 0)
			return &methods[i];
	}
	return NULL;
}

void server_handle(struct server *server, const json_t *message)
{
	const char *name =
		json_string_value(json_object_get(message, "method"));
	const struct method *method = name ? find_method(name) : NULL;
	const bool is_request = name && json_object_get(message, "id");
	const bool is_early = !server->is_initialized && method &&
			      method->handle != initialize &&
			      method->handle != leave;
	const bool is_late = server->is_shut_down && method &&
			     method->handle != leave;

	/* The answer to a request of ours says nothing that we need. */
	if (!name)
		return;
	if (method && !is_early && !is_late)
		method->handle(server, message);
	else if (is_request && is_early)
		server_refuse(message, ERROR_NOT_INITIALIZED,
			      "initialize comes first");
	else if (is_request && is_late)
		server_refuse(message, ERROR_SHUT_DOWN, "it is shut down");
	else if (is_request)
		server_refuse(message, ERROR_UNKNOWN_METHOD, "no such method");
}
