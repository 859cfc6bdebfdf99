// SPDX-License-Identifier: GPL-2.0-only
#include "lsp/buffer.h"

#include <stdbool.h>
#include <string.h>

#include "base/session.h"
#include "base/text_file.h"
#include "base/view.h"
#include "findings/findings.h"
#include "lsp/diagnostics.h"
#include "lsp/rpc.h"
#include "options/options.h"
#include "rule.h"
#include "run/cache_folder.h"
#include "run/edited_file.h"
#include "run/pass.h"
#include "run/triage.h"
#include "select/select.h"

/* What is kept between questions; all is empty until setup. */
struct buffer {
	const struct buffer_request *request;
	struct view *view; /* the disk, and the text of the buffer */
	GBytes *text;
	struct session session;
	struct options given, options; /* .. as parsed, and with its cache */
	struct cache_folder *cache;
	struct selection selection;
	struct check_pass pass;
	struct edited_file *file; /* a C file that names flags; or NULL */
	char *settings;		  /* what .vmalint said; or NULL */
	bool is_set_up;
	bool is_lost; /* a parse was lost since the last answer */
};

static void forget(struct buffer *buffer)
{
	if (!buffer->is_set_up)
		return;
	edited_file_free(buffer->file);
	check_pass_release(&buffer->pass);
	selection_release(&buffer->selection);
	cache_folder_leave(buffer->cache);
	options_release(&buffer->given);
	session_release(&buffer->session);
	g_clear_pointer(&buffer->settings, g_free);
	buffer->file = NULL;
	buffer->cache = NULL;
	buffer->selection = (struct selection){ 0 };
	buffer->is_set_up = false;
}

/* As if a user had typed it: false with a problem recorded. */
static bool parse_options(const struct buffer *buffer, struct session *session,
			  struct options *ret_options)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	const char *path = buffer->request->path;
	g_autofree char *folder = g_path_get_dirname(path);

	/* What was never saved is looked for where it will be. */
	if (!g_file_test(path, G_FILE_TEST_EXISTS))
		path = folder;
	g_ptr_array_add(words, (gpointer) "vmalint");
	g_ptr_array_add(words, (gpointer) "check");
	for (char **word = buffer->request->words; *word; word++)
		g_ptr_array_add(words, *word);
	g_ptr_array_add(words, (gpointer) "--");
	g_ptr_array_add(words, (gpointer)path);
	g_ptr_array_add(words, NULL);
	return options_parse(session, (int)words->len - 1,
			     (char **)words->pdata, rule_names, ret_options);
}

/* What the settings that hold for the file say now; owned; NULL: nothing. */
static char *read_settings(const struct buffer *buffer)
{
	struct session session;
	struct options options;
	char *text = NULL;

	session_init(&session);
	parse_options(buffer, &session, &options);
	if (options.triage.settings) {
		gsize length = 0;
		g_autofree char *said =
			text_file_read(options.triage.settings, &length, NULL);

		text = g_strdup_printf("%s\n%s", options.triage.settings,
				       said ? said : "");
	}
	options_release(&options);
	session_release(&session);
	return text;
}

static bool select_file(struct buffer *buffer)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new();
	const char *root =
		files_tree_root(&buffer->session, &buffer->options.select);
	const struct selection_scope scope = {
		.root = root,
		.view = buffer->view,
		.paths = paths,
		.tells_tree = true,
	};

	g_ptr_array_add(paths, (gpointer)buffer->request->path);
	return root &&
	       files_select_scope(&buffer->session, &buffer->options.keep,
				  &scope, &buffer->selection);
}

/* The first look, which may take results of earlier runs. */
static bool set_up(struct buffer *buffer)
{
	session_init(&buffer->session);
	buffer->settings = read_settings(buffer);
	check_pass_init(&buffer->pass);
	buffer->is_set_up = true;
	if (!parse_options(buffer, &buffer->session, &buffer->given)) {
		buffer->options = buffer->given;
		return false;
	}
	buffer->cache = cache_folder_enter(&buffer->session, &buffer->given,
					   &buffer->options);
	return select_file(buffer) &&
	       (buffer->selection.files->len == 0 ||
		check_pass_run(&buffer->session, &buffer->options,
			       &buffer->selection,
			       &buffer->pass) == CHECK_DONE);
}

static void begin_file(struct buffer *buffer)
{
	if (buffer->file || buffer->selection.files->len == 0 ||
	    g_array_index(buffer->selection.files, struct selected_file, 0)
		    .is_header)
		return;
	buffer->file = edited_file_new(&buffer->options, &buffer->selection,
				       &buffer->pass);
	if (!edited_file_knows(buffer->file, buffer->request->path) ||
	    !edited_file_show(buffer->file, buffer->view,
			      buffer->request->path))
		g_clear_pointer(&buffer->file, edited_file_free);
}

static void take_problems(const struct session *session, json_t *problems)
{
	for (guint i = 0; i < session->problems->len; i++) {
		const struct problem *problem =
			&g_array_index(session->problems, struct problem, i);
		g_autofree char *line =
			problem->line ? g_strdup_printf(":%u", problem->line) :
					g_strdup("");
		g_autofree char *text = g_strdup_printf(
			"%s%s%s%s", problem->path, line,
			*problem->path ? ": " : "", problem->text);
		g_autofree char *valid = g_utf8_make_valid(text, -1);

		if (problem->weight == PROBLEM_INCOMPLETE)
			json_array_append_new(problems, json_string(valid));
	}
}

/* What comments and settings leave of a report, for the editor. */
static json_t *diagnose(struct buffer *buffer, struct report *report)
{
	gsize length = 0;
	const char *text = g_bytes_get_data(buffer->text, &length);
	struct lined_text lined;
	const struct diagnostics_request request = {
		.tree = &buffer->selection.tree,
		.path = buffer->request->path,
		.text = &lined,
		.encoding = buffer->request->encoding,
	};
	struct session session;
	json_t *list;

	session_init(&session);
	triage_report(&session, &buffer->options, &buffer->selection.tree, NULL,
		      report);
	triage_baseline(&session, &buffer->options, &buffer->selection.tree,
			NULL, report);
	lined_text_init(&lined, text ? text : "", length);
	list = diagnostics_of(&request, report);
	lined_text_release(&lined);
	session_release(&session);
	return list;
}

/* A quick look over what is kept; NULL if there is none, or it was lost. */
static json_t *look_again(struct buffer *buffer)
{
	struct report report;
	json_t *list = NULL;
	bool is_past;

	begin_file(buffer);
	if (!buffer->file || !edited_file_write(buffer->file, buffer->text))
		return NULL;
	report_init(&report);
	if (edited_file_run(buffer->file, buffer->request->path, &report,
			    &is_past)) {
		report_finish(&report);
		list = diagnose(buffer, &report);
	} else {
		buffer->is_lost = true;
	}
	report_release(&report);
	return list;
}

static json_t *look_first(struct buffer *buffer, json_t *problems)
{
	json_t *list = NULL;

	forget(buffer);
	if (set_up(buffer))
		list = diagnose(buffer, &buffer->pass.report);
	take_problems(&buffer->session, problems);
	if (!list)
		forget(buffer);
	return list ? list : json_array();
}

static bool has_new_settings(const struct buffer *buffer)
{
	g_autofree char *settings = read_settings(buffer);

	return g_strcmp0(settings, buffer->settings) != 0;
}

static json_t *check(struct buffer *buffer, const char *text, gsize length)
{
	json_t *problems = json_array();
	json_t *list = NULL;

	if (buffer->text)
		g_bytes_unref(buffer->text);
	buffer->text = g_bytes_new(text, length);
	view_set(buffer->view, buffer->request->path, buffer->text);
	if (buffer->is_set_up && !has_new_settings(buffer))
		list = look_again(buffer);
	if (!list)
		list = look_first(buffer, problems);
	return json_pack("{s:o, s:o}", "diagnostics", list, "problems",
			 problems);
}

static json_t *hover(struct buffer *buffer, guint line, guint character)
{
	gsize length = 0;
	const char *text =
		buffer->text ? g_bytes_get_data(buffer->text, &length) : NULL;
	g_autofree char *said = NULL;
	struct lined_text lined;

	if (buffer->is_set_up)
		begin_file(buffer);
	if (buffer->file && edited_file_write(buffer->file, buffer->text)) {
		lined_text_init(&lined, text, length);
		buffer->is_lost = !edited_file_describe(
			buffer->file, buffer->request->path, line + 1,
			column_of(&lined, buffer->request->encoding, line,
				  character),
			&said);
		lined_text_release(&lined);
	}
	return json_pack("{s:s?}", "hover", said);
}

/* The answer to a question, or NULL: there is none. */
static json_t *answer(struct buffer *buffer, const json_t *question)
{
	const json_t *text = json_object_get(question, "check");
	json_t *said;

	if (json_object_get(question, "forget")) {
		forget(buffer);
		return NULL;
	}
	if (text)
		said = check(buffer, json_string_value(text),
			     json_string_length(text));
	else
		said = hover(buffer,
			     (guint)json_integer_value(
				     json_object_get(question, "line")),
			     (guint)json_integer_value(
				     json_object_get(question, "character")));
	if (buffer->is_lost)
		json_object_set_new(said, "lost", json_true());
	buffer->is_lost = false;
	return said;
}

void buffer_serve(const struct buffer_request *request)
{
	struct buffer buffer = { .request = request, .view = view_new() };
	struct rpc_reader reader;
	enum rpc_state state = RPC_PART;

	rpc_reader_init(&reader, request->questions);
	while (state != RPC_NO_HEADER) {
		json_auto_t *question = NULL;
		json_t *said = NULL;

		state = rpc_next(&reader, &question);
		if (state == RPC_PART && !rpc_fill(&reader))
			break;
		if (state == RPC_MESSAGE)
			said = answer(&buffer, question);
		if (said && !rpc_send(request->answers, said))
			break;
	}
	forget(&buffer);
	rpc_reader_release(&reader);
	if (buffer.text)
		g_bytes_unref(buffer.text);
	view_free(buffer.view);
}
