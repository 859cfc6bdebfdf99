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
	/* No file of a tree has one as long, and an answer may repeat it. */
	NAME_LIMIT = 8 << 10,
	LINE_LIMIT = NAME_LIMIT + 64,
	/*
	 * No more bytes of names are sent before the answers are read. They fit
	 * into the socket, so neither of us waits for the other for ever.
	 */
	SENT_AT_ONCE = 16 << 10,
};

struct batch {
	struct process process;
	bool is_running;
	bool is_ending;	  /* was told to, and is to be waited for */
	int input;	  /* a socket: none that is closed can kill us */
	gsize start, end; /* of what was read and is not used yet */
	char buffer[LINE_LIMIT];
};

/*
 * It has nothing to clean up. To close its input would not do, as workers of
 * ours may hold that open; and whoever started us may ignore SIGTERM.
 */
static void begin_to_stop(struct batch *batch)
{
	kill(batch->process.child.pid, SIGKILL);
	close(batch->input);
	batch->is_running = false;
	batch->is_ending = true;
}

/* Ends it; what it said on standard error is owned, if that is asked for. */
static void stop(struct batch *batch, char **ret_complaint)
{
	if (batch->is_running)
		begin_to_stop(batch);
	if (!batch->is_ending)
		return;
	process_wait(&batch->process);
	if (ret_complaint)
		*ret_complaint = process_complaint(&batch->process);
	process_release(&batch->process);
	batch->is_ending = false;
}

static bool start(const struct git *git, char **ret_reason)
{
	static const char *const words[] = { "cat-file", "--batch", NULL };
	struct batch *batch = git->batch;
	int ends[2];

	stop(batch, NULL);
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
		stop(git->batch, NULL);
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
	return child_read(&batch->process.child, to, size,
			  CHILD_SILENCE_SECONDS);
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
 * The size in "ID KIND SIZE"; negative for all other answers, which mean that
 * there is no such object: "NAME missing", "NAME ambiguous".
 */
static gint64 size_of(char **fields)
{
	guint64 size;

	if (g_strv_length(fields) != 3 ||
	    !g_ascii_string_to_unsigned(fields[2], 10, 0, G_MAXINT64, &size,
					NULL))
		return -1;
	return (gint64)size;
}

/* Its size is followed by that many bytes and "\n". */
static bool take_object(struct batch *batch, struct object *ret_object)
{
	char *line = take_line(batch);
	g_auto(GStrv) fields = line ? g_strsplit(line, " ", -1) : NULL;
	const gint64 size = fields ? size_of(fields) : -1;

	if (!line || size < 0)
		return line != NULL;
	if (!take_content(batch, (gsize)size, &ret_object->content))
		return false;
	ret_object->id = g_strdup(fields[0]);
	ret_object->kind = g_intern_string(fields[1]);
	return true;
}

static bool is_askable(const char *name)
{
	return strlen(name) < NAME_LIMIT;
}

/* The names from the first on that are sent at once; where the next are. */
static guint gather(const GPtrArray *names, guint first, GString *text)
{
	guint next = first;

	for (; next < names->len; next++) {
		const char *name = g_ptr_array_index(names, next);

		if (!is_askable(name))
			continue;
		if (text->len + strlen(name) >= SENT_AT_ONCE)
			break;
		g_string_append_printf(text, "%s\n", name);
	}
	return next;
}

/* Takes the answers to names; what was not asked for is not there. */
static bool take_objects(struct batch *batch, const GPtrArray *names,
			 guint first, guint end, GArray *objects)
{
	for (guint i = first; i < end; i++) {
		struct object object = { 0 };

		if (is_askable(g_ptr_array_index(names, i)) &&
		    !take_object(batch, &object))
			return false;
		g_array_append_val(objects, object);
	}
	return true;
}

static bool get(const struct git *git, const GPtrArray *names, GArray *objects)
{
	for (guint first = 0; first < names->len;) {
		g_autoptr(GString) text = g_string_new(NULL);
		const guint end = gather(names, first, text);

		if (!send_all(git->batch, text) ||
		    !take_objects(git->batch, names, first, end, objects))
			return false;
		first = end;
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
	stop(git->batch, ret_reason);
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
