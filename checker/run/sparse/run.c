// SPDX-License-Identifier: GPL-2.0-only
/* Starts sparse on one unit and collects what it writes. */
#include "run.h"

#include <errno.h>
#include <glib.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/child.h"
#include "sparse.h"

/* Only the typed checks: the rest is not about flags. */
static const char *const fixed[] = { "-Wno-all", "-Wbitwise" };

/* It says nothing until it is done; the caller's own limit ends both before. */
enum { SILENCE_SECONDS = 3600 };

static GPtrArray *command_line(const struct sparse_request *request)
{
	GPtrArray *words = g_ptr_array_new();

	g_ptr_array_add(words, (gpointer)request->program);
	for (gsize i = 0; i < G_N_ELEMENTS(fixed); i++)
		g_ptr_array_add(words, (gpointer)fixed[i]);
	for (guint i = 0; i < request->arguments->len; i++)
		g_ptr_array_add(words,
				g_ptr_array_index(request->arguments, i));
	g_ptr_array_add(words, (gpointer)request->source);
	g_ptr_array_add(words, NULL);
	return words;
}

/* All that a file of ours holds, from its start; owned. */
static char *contents(int file)
{
	const off_t length = lseek(file, 0, SEEK_END);
	char *text = g_malloc0((gsize)MAX(length, 0) + 1);
	off_t nr = 0;

	while (nr < length) {
		ssize_t got = pread(file, text + nr, (gsize)(length - nr), nr);

		if (got <= 0)
			break;
		nr += got;
	}
	return text;
}

/* Runs it with its complaints in a file. False with *ret_reason set. */
static bool run(const GPtrArray *words, int errors, char **ret_reason)
{
	const struct child_request child_request = {
		.words = (const char *const *)words->pdata,
		.input = -1,
		.errors = errors,
	};
	struct child child;
	char block[4096];
	ssize_t got;
	int status;

	if (!child_start(&child_request, &child, ret_reason))
		return false;
	do
		got = child_read(&child, block, sizeof(block), SILENCE_SECONDS);
	while (got > 0);
	close(child.output);
	status = child_end(&child);
	if (WIFSIGNALED(status))
		*ret_reason = g_strdup_printf("killed by signal %d",
					      WTERMSIG(status));
	return !WIFSIGNALED(status);
}

char *sparse_output(const struct sparse_request *request, char **ret_reason)
{
	g_autoptr(GPtrArray) words = command_line(request);
	const int errors = memfd_create("vmalint-sparse", MFD_CLOEXEC);
	char *output = NULL;

	if (errors < 0) {
		*ret_reason = g_strdup(g_strerror(errno));
		return NULL;
	}
	if (run(words, errors, ret_reason))
		output = contents(errors);
	close(errors);
	return output;
}
