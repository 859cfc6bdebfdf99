// SPDX-License-Identifier: GPL-2.0-only
/* Starts git, and hears what it says. */
#include "process.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
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

/* NULL if git was silent for too long, and was ended. */
static GBytes *read_to_end(const struct child *child)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	guint8 buffer[65536];
	ssize_t got;

	while ((got = child_read(child, buffer, sizeof(buffer),
				 CHILD_SILENCE_SECONDS)) > 0)
		g_byte_array_append(bytes, buffer, (guint)got);
	return got == 0 ? g_byte_array_free_to_bytes(g_steal_pointer(&bytes)) :
			  NULL;
}

/* More than a line or two is of no use. Bytes. */
enum { COMPLAINT_SIZE = 64 << 10 };

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
	struct child_request request = {
		.words = (const char *const *)all->pdata,
		.environ = (const char *const *)git->environ,
		.input = input,
		.errors = memory_file(NULL),
	};

	*ret_process = (struct process){
		.child.output = -1,
		.errors = request.errors,
	};
	if (request.errors < 0) {
		*ret_reason = g_strdup(g_strerror(errno));
		return false;
	}
	if (child_start(&request, &ret_process->child, ret_reason))
		return true;
	ret_process->child.output = -1;
	process_release(ret_process);
	return false;
}

bool process_wait(const struct process *process)
{
	return child_wait(&process->child);
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
	g_auto(GStrv) lines = NULL;
	char said[COMPLAINT_SIZE];
	ssize_t length = pread(process->errors, said, sizeof(said) - 1, 0);

	if (length <= 0)
		return g_strdup("git failed without a word");
	said[length] = '\0';
	lines = g_strsplit(said, "\n", -1);
	return g_strdup(last_words(lines));
}

void process_release(struct process *process)
{
	if (process->child.output >= 0)
		close(process->child.output);
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
		output = read_to_end(&process.child);
		if (!output)
			*ret_reason = g_strdup_printf(
				"git gave no output for %d seconds",
				CHILD_SILENCE_SECONDS);
		if (!process_wait(&process) && output) {
			*ret_reason = process_complaint(&process);
			g_clear_pointer(&output, g_bytes_unref);
		}
		process_release(&process);
	}
	if (fd >= 0)
		close(fd);
	return output;
}
