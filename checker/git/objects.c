// SPDX-License-Identifier: GPL-2.0-only
/* Talks with `git cat-file --batch`: names go in, objects come out. */
#include "objects.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/pages.h"
#include "git.h"
#include "process.h"

enum {
	/*
	 * As many bytes of names are sent before the answers are read. They fit
	 * into the socket, so neither of us waits for the other for ever.
	 */
	SENT_AT_ONCE = 16 << 10,
	LINE_LIMIT = 16 << 10,
};

struct batch {
	struct process process;
	bool is_running;
	bool is_ending;	  /* was told to, and is to be waited for */
	int input;	  /* a socket: none that is closed can kill us */
	gsize start, end; /* of what was read and is not used yet */
	char buffer[LINE_LIMIT];
};

/* It has nothing to write, and workers of ours may hold its input open. */
static void begin_to_stop(struct batch *batch)
{
	kill(batch->process.pid, SIGTERM);
	close(batch->input);
	batch->is_running = false;
	batch->is_ending = true;
}

static void stop(struct batch *batch)
{
	if (batch->is_running)
		begin_to_stop(batch);
	if (!batch->is_ending)
		return;
	process_wait(&batch->process);
	process_release(&batch->process);
	batch->is_ending = false;
}

static bool start(const struct git *git, char **ret_reason)
{
	static const char *const words[] = { "cat-file", "--batch", NULL };
	struct batch *batch = git->batch;
	int ends[2];

	stop(batch);
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0) {
		*ret_reason = g_strdup(g_strerror(errno));
		return false;
	}
	batch->is_running =
		process_start(git, words, ends[1], &batch->process, ret_reason);
	batch->input = ends[0];
	batch->start = 0;
	batch->end = 0;
	close(ends[1]);
	if (!batch->is_running)
		close(ends[0]);
	return batch->is_running;
}

void git_rest(const struct git *git)
{
	if (git->batch->is_running)
		begin_to_stop(git->batch);
}

void objects_open(struct git *git)
{
	g_autofree char *reason = NULL;

	git->batch = g_new0(struct batch, 1);
	start(git, &reason);
}

void objects_close(struct git *git)
{
	if (git->batch)
		stop(git->batch);
	g_clear_pointer(&git->batch, g_free);
}

static bool send_all(const struct batch *batch, const GString *text)
{
	gsize done = 0;

	while (done < text->len) {
		ssize_t put = send(batch->input, text->str + done,
				   text->len - done, MSG_NOSIGNAL);

		if (put < 0 && errno != EINTR)
			return false;
		done += put > 0 ? (gsize)put : 0;
	}
	return true;
}

static ssize_t read_some(const struct batch *batch, char *to, gsize size)
{
	ssize_t got;

	do {
		got = read(batch->process.output, to, size);
	} while (got < 0 && errno == EINTR);
	return got;
}

/* A line without its end, in the buffer until more is read. */
static char *take_line(struct batch *batch)
{
	for (;;) {
		char *line = batch->buffer + batch->start;
		char *newline = memchr(line, '\n', batch->end - batch->start);
		ssize_t got;

		if (newline) {
			*newline = '\0';
			batch->start = (gsize)(newline + 1 - batch->buffer);
			return line;
		}
		memmove(batch->buffer, line, batch->end - batch->start);
		batch->end -= batch->start;
		batch->start = 0;
		got = read_some(batch, batch->buffer + batch->end,
				LINE_LIMIT - batch->end);
		if (got <= 0)
			return NULL;
		batch->end += (gsize)got;
	}
}

static bool take_bytes(struct batch *batch, char *to, gsize size)
{
	gsize done = MIN(size, batch->end - batch->start);

	if (done > 0)
		memcpy(to, batch->buffer + batch->start, done);
	batch->start += done;
	while (done < size) {
		ssize_t got = read_some(batch, to + done, size - done);

		if (got <= 0)
			return false;
		done += (gsize)got;
	}
	return true;
}

static bool take_content(struct batch *batch, gsize size, GBytes **ret_content)
{
	void *start;
	g_autoptr(GBytes) content = pages_new(size, &start);
	char newline;

	if (!content || !take_bytes(batch, start, size) ||
	    !take_bytes(batch, &newline, 1) || newline != '\n')
		return false;
	*ret_content = g_steal_pointer(&content);
	return true;
}

/*
 * "ID KIND SIZE\n", that many bytes, "\n"; or "NAME missing\n", as for a name
 * that means several objects, if git does not even say "NAME ambiguous\n".
 */
static bool take_object(struct batch *batch, struct object *ret_object)
{
	char *line = take_line(batch);
	g_auto(GStrv) fields = NULL;

	*ret_object = (struct object){ 0 };
	if (!line)
		return false;
	if (g_str_has_suffix(line, " missing") ||
	    g_str_has_suffix(line, " ambiguous"))
		return true;
	fields = g_strsplit(line, " ", -1);
	if (g_strv_length(fields) != 3 ||
	    !take_content(batch, g_ascii_strtoull(fields[2], NULL, 10),
			  &ret_object->content))
		return false;
	ret_object->id = g_strdup(fields[0]);
	ret_object->kind = g_intern_string(fields[1]);
	return true;
}

static bool take_objects(struct batch *batch, guint nr, GArray *objects)
{
	for (guint i = 0; i < nr; i++) {
		struct object object;

		if (!take_object(batch, &object))
			return false;
		g_array_append_val(objects, object);
	}
	return true;
}

/* The names from the first on that are sent at once; their number. */
static guint gather(const GPtrArray *names, guint first, GString *text)
{
	guint next = first;

	while (next < names->len && text->len < SENT_AT_ONCE)
		g_string_append_printf(
			text, "%s\n",
			(const char *)g_ptr_array_index(names, next++));
	return next - first;
}

static bool get(const struct git *git, const GPtrArray *names, GArray *objects)
{
	for (guint done = 0; done < names->len;) {
		g_autoptr(GString) text = g_string_new(NULL);
		const guint nr = gather(names, done, text);

		if (!send_all(git->batch, text) ||
		    !take_objects(git->batch, nr, objects))
			return false;
		done += nr;
	}
	return true;
}

bool objects_get(const struct git *git, const GPtrArray *names,
		 GArray *ret_objects, char **ret_reason)
{
	if (!git->batch->is_running && !start(git, ret_reason))
		return false;
	if (get(git, names, ret_objects))
		return true;
	/* Where it has ended, it has said why before. */
	*ret_reason = process_complaint(&git->batch->process);
	stop(git->batch);
	return false;
}

bool objects_get_one(const struct git *git, const char *name,
		     struct object *ret_object)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_autoptr(GArray) objects = objects_array();
	g_autofree char *reason = NULL;

	*ret_object = (struct object){ 0 };
	g_ptr_array_add(names, (gpointer)name);
	if (!objects_get(git, names, objects, &reason) || objects->len == 0)
		return false;
	*ret_object = g_array_index(objects, struct object, 0);
	memset(objects->data, 0, sizeof(*ret_object));
	return ret_object->content != NULL;
}

static void clear(gpointer object)
{
	object_clear(object);
}

GArray *objects_array(void)
{
	GArray *objects = g_array_new(FALSE, FALSE, sizeof(struct object));

	g_array_set_clear_func(objects, clear);
	return objects;
}

void object_clear(struct object *object)
{
	g_clear_pointer(&object->id, g_free);
	g_clear_pointer(&object->content, g_bytes_unref);
}
