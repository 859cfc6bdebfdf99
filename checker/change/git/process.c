// SPDX-License-Identifier: GPL-2.0-only
/* Starts git, and hears what it says. */
#include "process.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "git.h"

/*
 * A repository's configuration may name a program for git to run: to ask what
 * has changed, to show its output, to reach another repository. What a filter
 * is, is in filters.c; which remotes are reached, in git.c.
 */
static const char *const safe_words[] = {
	"git",
	"--no-pager",
	"--no-replace-objects",
	"--literal-pathspecs",
	"-c",
	"core.fsmonitor=false",
	"-c",
	"core.quotePath=false",
	"-c",
	"core.sshCommand=false",
	"-c",
	"core.gitProxy=false",
	"-c",
	"core.askPass=false",
	"-c",
	"credential.helper=",
	"-c",
	"log.showSignature=false",
	"-c",
	"diff.external=",
	"-c",
	"diff.ignoreSubmodules=all",
};

static GBytes *read_to_end(int fd)
{
	GByteArray *bytes = g_byte_array_new();
	guint8 buffer[65536];
	ssize_t got;

	for (;;) {
		got = read(fd, buffer, sizeof(buffer));
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			break;
		g_byte_array_append(bytes, buffer, (guint)got);
	}
	return g_byte_array_free_to_bytes(bytes);
}

/* A file in memory that holds the text, to be read from its start. */
static int memory_file(const GString *text)
{
	int fd = memfd_create("vmalint", MFD_CLOEXEC);
	gsize done = 0;

	while (fd >= 0 && text && done < text->len) {
		ssize_t put = write(fd, text->str + done, text->len - done);

		if (put < 0 && errno != EINTR)
			break;
		done += put > 0 ? (gsize)put : 0;
	}
	if (fd >= 0)
		lseek(fd, 0, SEEK_SET);
	return fd;
}

/* All words of a call, NULL-terminated; owned array, borrowed words. */
static GPtrArray *whole_command(const struct git *git, const char *const *words)
{
	GPtrArray *all = g_ptr_array_new();

	for (gsize i = 0; i < G_N_ELEMENTS(safe_words); i++)
		g_ptr_array_add(all, (gpointer)safe_words[i]);
	if (git->folder) {
		g_ptr_array_add(all, (gpointer) "-C");
		g_ptr_array_add(all, git->folder);
	}
	for (; *words; words++)
		g_ptr_array_add(all, (gpointer)*words);
	g_ptr_array_add(all, NULL);
	return all;
}

bool process_start(const struct git *git, const char *const *words, int input,
		   struct process *ret_process, char **ret_reason)
{
	g_autoptr(GPtrArray) all = whole_command(git, words);
	g_autoptr(GError) error = NULL;

	*ret_process = (struct process){
		.output = -1,
		.errors = memory_file(NULL),
	};
	if (ret_process->errors < 0) {
		*ret_reason = g_strdup(g_strerror(errno));
		return false;
	}
	/*
	 * With no folder and no files to close, GLib (2.58 and later) need not
	 * copy our memory map. What we open ourselves closes by itself.
	 */
	if (g_spawn_async_with_pipes_and_fds(
		    NULL, (const char *const *)all->pdata,
		    (const char *const *)git->environ,
		    G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD |
			    G_SPAWN_LEAVE_DESCRIPTORS_OPEN |
			    G_SPAWN_CLOEXEC_PIPES,
		    NULL, NULL, input, -1, ret_process->errors, NULL, NULL, 0,
		    &ret_process->pid, NULL, &ret_process->output, NULL,
		    &error))
		return true;
	*ret_reason = g_strdup(error->message);
	process_release(ret_process);
	return false;
}

bool process_wait(const struct process *process)
{
	int status = 0;

	while (waitpid(process->pid, &status, 0) < 0) {
		if (errno != EINTR)
			return false;
	}
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* The line that says why it ended; hints and warnings may come before. */
static const char *last_words(char **lines)
{
	static const char *const starts[] = { "fatal:", "error:" };

	for (gsize i = 0; i < G_N_ELEMENTS(starts); i++) {
		for (char **line = lines; *line; line++) {
			if (g_str_has_prefix(*line, starts[i]))
				return *line;
		}
	}
	return *lines;
}

char *process_complaint(const struct process *process)
{
	g_autoptr(GBytes) bytes = NULL;
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;
	gsize length = 0;
	const char *said;

	lseek(process->errors, 0, SEEK_SET);
	bytes = read_to_end(process->errors);
	said = g_bytes_get_data(bytes, &length);
	if (length == 0)
		return g_strdup("git failed without a word");
	text = g_strndup(said, length);
	lines = g_strsplit(text, "\n", -1);
	return g_strdup(last_words(lines));
}

void process_release(struct process *process)
{
	if (process->output >= 0)
		close(process->output);
	if (process->errors >= 0)
		close(process->errors);
}

GBytes *git_run(const struct git *git, const char *const *words,
		const GString *input, char **ret_reason)
{
	int fd = input ? memory_file(input) : -1;
	struct process process;
	GBytes *output = NULL;

	if (input && fd < 0) {
		*ret_reason = g_strdup(g_strerror(errno));
		return NULL;
	}
	if (process_start(git, words, fd, &process, ret_reason)) {
		output = read_to_end(process.output);
		if (!process_wait(&process)) {
			*ret_reason = process_complaint(&process);
			g_clear_pointer(&output, g_bytes_unref);
		}
		process_release(&process);
	}
	if (fd >= 0)
		close(fd);
	return output;
}
