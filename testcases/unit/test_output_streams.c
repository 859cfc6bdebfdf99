// SPDX-License-Identifier: GPL-2.0-only
/* Where output goes: files, closed and full streams, progress. */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <unistd.h>

#include "base/session.h"
#include "findings/findings.h"
#include "options/stages.h"
#include "output/output.h"

/* Writes an empty report in one format; returns the exit code. */
static int write_report(struct session *session, enum format format,
			const char *file)
{
	struct output_request request = { .format = format, .file = file };
	g_autoptr(GArray) outputs =
		g_array_new(FALSE, TRUE, sizeof(struct output_request));
	g_autoptr(GPtrArray) arches = g_ptr_array_new();
	struct output_options options = {
		.fail_on = FAIL_ON_WARNING,
		.outputs = outputs,
	};
	const struct arguments_options told = { .arches = arches };
	struct output_context context = {
		.told = &told,
		.root = "/tree",
		.tree_version = "",
		.api = "plain",
		.tool_version = "1.2",
		.libclang_version = "19.1.7",
		.arches = arches,
	};
	struct report report;
	int code;

	g_array_append_val(outputs, request);
	report_init(&report);
	report_finish(&report);
	code = output_write(session, &options, &context, &report);
	report_release(&report);
	return code;
}

static void assert_failure(const struct session *session, const char *path,
			   const char *reason)
{
	const GArray *problems = session->problems;
	const struct problem *problem =
		&g_array_index(problems, struct problem, problems->len - 1);

	g_assert_cmpstr(problem->path, ==, path);
	g_assert_cmpstr(problem->text, ==, reason);
}

static void test_unwritable_files(void)
{
	static const struct {
		const char *file, *reason;
	} rows[] = {
		{ "/dev/full", "cannot be written: No space left on device" },
		{ "/no/such/folder/x",
		  "cannot be written: No such file or directory" },
		{ "/", "cannot be written: Is a directory" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct session session;

		session_init(&session);
		g_assert_cmpint(
			write_report(&session, FORMAT_JSON, rows[i].file), ==,
			2);
		assert_failure(&session, rows[i].file, rows[i].reason);
		session_release(&session);
	}
}

/* A file is replaced whole, keeps its mode, and leaves nothing beside it. */
static void test_replaced_file(void)
{
	g_autofree char *root = g_dir_make_tmp("vmalint-XXXXXX", NULL);
	g_autofree char *file = g_build_filename(root, "out", NULL);
	g_autofree char *link = g_build_filename(root, "link", NULL);
	g_autofree char *text = NULL;
	struct session session;
	GStatBuf status;

	session_init(&session);
	g_assert_true(g_file_set_contents(file, "old and longer", -1, NULL));
	g_assert_cmpint(g_chmod(file, 0640), ==, 0);
	g_assert_cmpint(symlink("out", link), ==, 0);
	g_assert_cmpint(write_report(&session, FORMAT_TEXT, link), ==, 0);
	g_assert_true(g_file_get_contents(file, &text, NULL, NULL));
	g_assert_cmpstr(text, ==, "");
	g_assert_cmpint(g_stat(file, &status), ==, 0);
	g_assert_cmpint(status.st_mode & 0777, ==, 0640);
	g_assert_true(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
	session_release(&session);
	g_unlink(file);
	g_unlink(link);
	/* Fails if anything else is left. */
	g_assert_cmpint(g_rmdir(root), ==, 0);
}

static void test_closed_standard_output(void)
{
	struct session session;

	if (!g_test_subprocess()) {
		g_test_trap_subprocess(NULL, 0, 0);
		g_test_trap_assert_passed();
		g_test_trap_assert_stderr("vmalint: standard output: cannot be "
					  "written: Bad file descriptor\n*");
		return;
	}
	close(STDOUT_FILENO);
	output_start();
	session_init(&session);
	g_assert_cmpint(write_report(&session, FORMAT_JSON, NULL), ==, 2);
	session_release(&session);
	_exit(0);
}

static void test_broken_pipe(void)
{
	struct session session;
	int ends[2];

	if (!g_test_subprocess()) {
		g_test_trap_subprocess(NULL, 0, 0);
		g_test_trap_assert_passed();
		g_test_trap_assert_stderr("vmalint: standard output: cannot "
					  "be written: Broken pipe\n");
		return;
	}
	g_assert_cmpint(pipe(ends), ==, 0);
	dup2(ends[1], STDOUT_FILENO);
	close(ends[0]);
	session_init(&session);
	g_assert_cmpint(output_text(&session, "help\n"), ==, 2);
	session_release(&session);
	_exit(0);
}

static void test_failure(void)
{
	struct session session;

	if (!g_test_subprocess()) {
		g_test_trap_subprocess(NULL, 0, 0);
		g_test_trap_assert_passed();
		g_test_trap_assert_stderr("help\n"
					  "vmalint: no command\n"
					  "vmalint: a\\x1b.c:3: bad\n");
		return;
	}
	session_init(&session);
	session_problem(&session, "options", NULL, 0, "no command");
	session_problem(&session, "select", "a\033.c", 3, "bad");
	g_assert_cmpint(output_failure(&session, "help\n"), ==, 2);
	session_release(&session);
}

/* Without a terminal each state is a line, and not more than one at a time. */
static void test_progress(void)
{
	struct progress_state state = {
		.done = 123,
		.selected = 400,
		.findings = 12,
		.slowest = "mm/mmap.c",
		.slowest_seconds = 2.34,
	};

	if (!g_test_subprocess()) {
		g_test_trap_subprocess(NULL, 0, 0);
		g_test_trap_assert_passed();
		g_test_trap_assert_stderr("[ 123/400] 30% 12 findings, "
					  "slowest mm/mmap.c 2.3 s\n");
		return;
	}
	output_progress(&state);
	state.done++;
	output_progress(&state);
	output_progress_end(&state);
}

static void test_wants_progress(void)
{
	struct output_options options = { .progress = WHEN_ALWAYS };

	g_assert_true(output_wants_progress(&options));
	options.progress = WHEN_NEVER;
	g_assert_false(output_wants_progress(&options));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/streams/unwritable_files", test_unwritable_files);
	g_test_add_func("/streams/replaced_file", test_replaced_file);
	g_test_add_func("/streams/closed_standard_output",
			test_closed_standard_output);
	g_test_add_func("/streams/broken_pipe", test_broken_pipe);
	g_test_add_func("/streams/failure", test_failure);
	g_test_add_func("/streams/progress", test_progress);
	g_test_add_func("/streams/wants_progress", test_wants_progress);
	return g_test_run();
}
