// SPDX-License-Identifier: GPL-2.0-only
/* What processes say, and what becomes of them, told to the client. */
#include "lsp/server.h"

/* A file that ends its process again and again is left until it changes. */
enum { LOST_AT_MOST = 2 };

static void publish(const struct document *document)
{
	server_notify("textDocument/publishDiagnostics",
		      json_pack("{s:s, s:I, s:O}", "uri", document->uri,
				"version", (json_int_t)document->asked_version,
				"diagnostics", document->diagnostics));
}

static void end_progress(struct document *document)
{
	if (!document->progress)
		return;
	server_notify("$/progress",
		      json_pack("{s:s, s:{s:s}}", "token", document->progress,
				"value", "kind", "end"));
	g_clear_pointer(&document->progress, g_free);
}

/* The first look makes configurations and headers. */
static void begin_progress(struct server *server, struct document *document)
{
	g_autofree char *name = g_path_get_basename(document->path);

	if (!server->shows_progress || !document->is_first ||
	    document->progress)
		return;
	document->progress =
		g_strdup_printf("vmalint-%s-%u", name, server->nr_requests + 1);
	server_request(server, "window/workDoneProgress/create",
		       json_pack("{s:s}", "token", document->progress));
	server_notify("$/progress",
		      json_pack("{s:s, s:{s:s, s:s, s:s, s:b}}", "token",
				document->progress, "value", "kind", "begin",
				"title", "vmalint", "message", name,
				"cancellable", true));
}

static void take_diagnostics(struct document *document, const json_t *answer)
{
	const json_t *problem;
	size_t i;

	json_decref(document->diagnostics);
	document->diagnostics =
		json_incref(json_object_get(answer, "diagnostics"));
	document->is_first = false;
	/* Of a text that is no more nothing is told. */
	if (!document->is_dirty)
		publish(document);
	json_array_foreach(json_object_get(answer, "problems"), i, problem)
		server_say(4, json_string_value(problem));
}

static void take_hover(struct document *document, const json_t *answer)
{
	const json_t *text = json_object_get(answer, "hover");

	server_reply(document->hover,
		     json_is_string(text) ?
			     json_pack("{s:{s:s, s:O}}", "contents", "kind",
				       "markdown", "value", text) :
			     json_null());
	json_decref(document->hover);
	document->hover = NULL;
}

void server_take_answer(struct server *server, struct document *document,
			const json_t *answer)
{
	const enum document_work work = document->work;
	g_autofree char *text = NULL;

	(void)server;
	document->work = WORK_NONE;
	document->nr_lost = 0;
	if (json_object_get(answer, "lost")) {
		text = g_strdup_printf("vmalint: the parser was lost on %s; it "
				       "was started anew",
				       document->path);
		server_say(2, text);
	}
	if (work == WORK_HOVER) {
		take_hover(document, answer);
		return;
	}
	end_progress(document);
	take_diagnostics(document, answer);
}

void server_take_loss(struct server *server, struct document *document)
{
	g_autofree char *text = NULL;

	(void)server;
	document_stop(document);
	end_progress(document);
	document->nr_lost++;
	document->is_cancelled = document->nr_lost > LOST_AT_MOST;
	text = g_strdup_printf(
		"vmalint: what checks %s was lost%s", document->path,
		document->is_cancelled ?
			" again; it is left until the text changes" :
			"; it was started anew");
	server_say(2, text);
	for (GList *at = document->hovers->head; at; at = at->next) {
		server_reply(at->data, json_null());
		json_decref(at->data);
	}
	g_queue_clear(document->hovers);
}

void server_go_on(struct server *server)
{
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, server->documents);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		struct document *document = value;

		if (document->is_dirty && !document->is_cancelled &&
		    document->work == WORK_NONE)
			begin_progress(server, document);
		if (!document_ask(document, server->words, server->encoding))
			server_take_loss(server, document);
	}
}
