// SPDX-License-Identifier: GPL-2.0-only
/*
 * To b4 a line on standard error is a failure, whoever wrote it, and output of
 * a broken run must still be of the right form. So both streams are held back
 * while the check runs.
 */
#include "commands.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/session.h"
#include "change/patch/patch.h"
#include "check.h"
#include "options/options.h"
#include "output/output.h"
#include "run/cache_folder.h"

static char *read_all(int stream, gsize *ret_length)
{
	GString *text = g_string_new(NULL);
	char buffer[65536];
	ssize_t got;

	while ((got = read(stream, buffer, sizeof(buffer))) > 0 ||
	       (got < 0 && errno == EINTR)) {
		if (got > 0)
			g_string_append_len(text, buffer, got);
	}
	*ret_length = text->len;
	return g_string_free(text, FALSE);
}

/* True if the mail holds a patch, or what should be one. */
static bool holds_patch(const char *text, gsize length)
{
	g_autofree char *reason = NULL;
	struct patch patch;
	guint line = 0;
	bool is_read = patch_parse(text, length, &patch, &line, &reason);
	bool holds = !is_read || patch.files->len > 0;

	patch_release(&patch);
	return holds;
}

/* Makes a stream read this text from its start. */
static bool feed(int stream, const char *text, gsize length)
{
	int file = memfd_create("mail", MFD_CLOEXEC);
	bool done = file >= 0;

	for (gsize at = 0; done && at < length;) {
		ssize_t written = write(file, text + at, length - at);

		done = written > 0;
		at += done ? (gsize)written : 0;
	}
	done = done && lseek(file, 0, SEEK_SET) == 0 &&
	       dup2(file, stream) == stream;
	if (file >= 0)
		close(file);
	return done;
}

static bool silence(int stream)
{
	int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
	bool done = null >= 0 && dup2(null, stream) == stream;

	if (null >= 0)
		close(null);
	return done;
}

/* What the check writes to standard output; owned. */
static char *check_apart(struct session *session, const struct options *options)
{
	int kept = dup(STDOUT_FILENO);
	int file = memfd_create("output", MFD_CLOEXEC);
	char *text = NULL;
	gsize length;

	if (kept >= 0 && file >= 0 && silence(STDERR_FILENO) &&
	    dup2(file, STDOUT_FILENO) == STDOUT_FILENO) {
		check_all(session, options);
		fflush(stdout);
		lseek(file, 0, SEEK_SET);
		text = read_all(file, &length);
		dup2(kept, STDOUT_FILENO);
	}
	if (file >= 0)
		close(file);
	if (kept >= 0)
		close(kept);
	return text;
}

static int answer(struct session *session, const struct options *options)
{
	gsize length = 0;
	g_autofree char *mail = read_all(STDIN_FILENO, &length);
	bool is_review =
		g_array_index(options->output.outputs, struct output_request, 0)
			.format == FORMAT_B4_REVIEW;
	g_autofree char *text = NULL;

	/* A cover letter. */
	if (!holds_patch(mail, length))
		return output_text(session, is_review ? "[]\n" : "");
	if (feed(STDIN_FILENO, mail, length))
		text = check_apart(session, options);
	if (!text || (!*text && session_is_incomplete(session))) {
		g_free(text);
		text = output_for_b4(session, &options->output);
	}
	return output_text(session, text);
}

int b4_run(struct session *session, const struct options *options)
{
	return cache_folder_use(session, options, answer);
}
