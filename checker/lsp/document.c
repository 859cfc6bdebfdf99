// SPDX-License-Identifier: GPL-2.0-only
#include "lsp/document.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lsp/buffer.h"

/* A name that is not there yet is as it is written. */
static char *real_path(const char *uri)
{
	g_autofree char *path = g_filename_from_uri(uri, NULL, NULL);
	char *real = path ? realpath(path, NULL) : NULL;
	char *copy = real ? g_strdup(real) :
		     path ? g_canonicalize_filename(path, NULL) :
			    NULL;

	free(real);
	return copy;
}

struct document *document_new(const char *uri)
{
	char *path = real_path(uri);
	struct document *document;

	if (!path)
		return NULL;
	document = g_new0(struct document, 1);
	document->uri = g_strdup(uri);
	document->path = path;
	document->text = g_strdup("");
	document->hovers = g_queue_new();
	document->diagnostics = json_array();
	document->is_first = true;
	return document;
}

void document_free(gpointer data)
{
	struct document *document = data;

	document_stop(document);
	for (GList *at = document->hovers->head; at; at = at->next)
		json_decref(at->data);
	g_queue_free(document->hovers);
	json_decref(document->diagnostics);
	g_free(document->uri);
	g_free(document->path);
	g_free(document->text);
	g_free(document->progress);
	g_free(document);
}

void document_set_text(struct document *document, const json_t *text,
		       gint64 version)
{
	g_free(document->text);
	document->length = json_string_length(text);
	document->text =
		g_memdup2(document->length ? json_string_value(text) : "",
			  document->length + 1);
	document->version = version;
	document->is_dirty = true;
	document->is_cancelled = false;
	document->nr_lost = 0;
}

/* What the editor says and hears is none of the process's business. */
static void leave_standard_streams(void)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (null >= 0)
		dup2(null, STDIN_FILENO);
	else
		close(STDIN_FILENO);
	dup2(STDERR_FILENO, STDOUT_FILENO);
}

static void serve(const struct document *document, char **words,
		  enum encoding encoding, int questions, int answers)
{
	const struct buffer_request request = {
		.path = document->path,
		.words = words,
		.encoding = encoding,
		.questions = questions,
		.answers = answers,
	};

	setpgid(0, 0);
	leave_standard_streams();
	buffer_serve(&request);
	_exit(0);
}

static bool start(struct document *document, char **words,
		  enum encoding encoding)
{
	int questions[2], answers[2];

	if (pipe2(questions, O_CLOEXEC) < 0)
		return false;
	if (pipe2(answers, O_CLOEXEC) < 0) {
		close(questions[0]);
		close(questions[1]);
		return false;
	}
	document->pid = fork();
	if (document->pid == 0) {
		close(questions[1]);
		close(answers[0]);
		serve(document, words, encoding, questions[0], answers[1]);
	}
	close(questions[0]);
	close(answers[1]);
	document->questions = questions[1];
	rpc_reader_init(&document->answers, answers[0]);
	if (document->pid > 0)
		return true;
	document->pid = 1;
	document_stop(document);
	return false;
}

void document_stop(struct document *document)
{
	if (document->pid == 0)
		return;
	close(document->questions);
	close(document->answers.fd);
	rpc_reader_release(&document->answers);
	if (document->pid > 1) {
		/* Its workers are of its group. */
		kill(-document->pid, SIGKILL);
		kill(document->pid, SIGKILL);
		waitpid(document->pid, NULL, 0);
	}
	document->pid = 0;
	document->work = WORK_NONE;
	document->is_dirty = true;
	document->is_first = true;
	if (document->hover)
		g_queue_push_head(document->hovers, document->hover);
	document->hover = NULL;
}

static bool ask_check(struct document *document)
{
	document->work = WORK_CHECK;
	document->is_dirty = false;
	document->asked_version = document->version;
	return rpc_send(document->questions,
			json_pack("{s:s%}", "check", document->text,
				  (size_t)document->length));
}

static bool ask_hover(struct document *document)
{
	const json_t *position;

	document->hover = g_queue_pop_head(document->hovers);
	document->work = WORK_HOVER;
	position = json_object_get(json_object_get(document->hover, "params"),
				   "position");
	return rpc_send(document->questions,
			json_pack("{s:O, s:O}", "line",
				  json_object_get(position, "line"),
				  "character",
				  json_object_get(position, "character")));
}

bool document_ask(struct document *document, char **words,
		  enum encoding encoding)
{
	const bool wants_check = document->is_dirty && !document->is_cancelled;

	if (document->work != WORK_NONE ||
	    (!wants_check && g_queue_is_empty(document->hovers)))
		return true;
	if (document->pid == 0 && !start(document, words, encoding))
		return false;
	if (document->is_stale &&
	    !rpc_send(document->questions, json_pack("{s:b}", "forget", true)))
		return false;
	document->is_stale = false;
	return wants_check ? ask_check(document) : ask_hover(document);
}
