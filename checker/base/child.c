// SPDX-License-Identifier: GPL-2.0-only
#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* As much as a worker may have; git maps its packs, which does not count. */
#define MEMORY_LIMIT ((rlim_t)3 << 30)

/* None of them writes a file but that of its errors. */
#define FILE_LIMIT ((rlim_t)64 << 20)

enum { CPU_SECONDS = 600, NOT_STARTED = 127, STACK_SIZE = 64 << 10 };

/* All that the child needs, found out before there is one. */
struct start {
	const char *program;
	char *const *words;
	char *const *environ;
	int input, output, errors;
	pid_t parent;
	volatile int error; /* of who could not be started */
};

static bool can_run(const char *file)
{
	return g_file_test(file, G_FILE_TEST_IS_REGULAR) &&
	       access(file, X_OK) == 0;
}

char *child_program(const char *name)
{
	const char *path = g_getenv("PATH");
	g_auto(GStrv) folders =
		g_strsplit(path ? path : "/usr/bin:/bin", ":", -1);

	if (strchr(name, '/'))
		return can_run(name) ? g_strdup(name) : NULL;
	for (char **folder = folders; *folder; folder++) {
		g_autofree char *file = g_build_filename(*folder, name, NULL);

		if (g_path_is_absolute(*folder) && can_run(file))
			return g_steal_pointer(&file);
	}
	return NULL;
}

/*
 * Runs in the child, which has our memory until it becomes the program: calls
 * of the system alone, and no change to anything but the error.
 */
static int become(void *data)
{
	struct start *start = data;
	const struct rlimit memory = { MEMORY_LIMIT, MEMORY_LIMIT };
	const struct rlimit file = { FILE_LIMIT, FILE_LIMIT };
	const struct rlimit time = { CPU_SECONDS, CPU_SECONDS };
	const struct sigaction plain = { .sa_handler = SIG_DFL };

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != start->parent)
		_exit(NOT_STARTED);
	setrlimit(RLIMIT_DATA, &memory);
	setrlimit(RLIMIT_FSIZE, &file);
	setrlimit(RLIMIT_CPU, &time);
	/* Whoever started us may have had these ignored. */
	sigaction(SIGPIPE, &plain, NULL);
	sigaction(SIGCHLD, &plain, NULL);
	if (dup2(start->input, STDIN_FILENO) >= 0 &&
	    dup2(start->output, STDOUT_FILENO) >= 0 &&
	    dup2(start->errors, STDERR_FILENO) >= 0)
		execve(start->program, start->words, start->environ);
	start->error = errno;
	_exit(NOT_STARTED);
	return NOT_STARTED;
}

/*
 * As posix_spawn() does it (glibc 2.36), which has no word for limits: to copy
 * our map of memory would take longer than all the rest of a hook's share. We
 * wait until the child is the program, or has failed.
 */
static pid_t launch(struct start *start)
{
	g_autofree char *stack = g_malloc(STACK_SIZE);

	return clone(become, stack + STACK_SIZE,
		     CLONE_VM | CLONE_VFORK | SIGCHLD, start);
}

/* A descriptor above the three that it is to become. */
static int high(int file)
{
	return fcntl(file, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
}

static pid_t start_program(struct start *start, int errors)
{
	const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	pid_t pid;

	start->input = high(start->input >= 0 ? start->input : null);
	start->errors = high(errors >= 0 ? errors : null);
	pid = launch(start);
	if (pid < 0)
		start->error = errno;
	close(start->input);
	close(start->errors);
	close(null);
	if (pid > 0 && start->error)
		waitpid(pid, NULL, 0);
	return start->error ? -1 : pid;
}

bool child_start(const struct child_request *request, struct child *ret_child,
		 char **ret_reason)
{
	g_autofree char *program = child_program(request->words[0]);
	g_auto(GStrv) own = request->environ ? NULL : g_get_environ();
	struct start start = {
		.program = program,
		.words = (char *const *)request->words,
		.environ = request->environ ? (char *const *)request->environ :
					      own,
		.input = request->input,
		.parent = getpid(),
	};
	int ends[2];

	if (!program) {
		*ret_reason = g_strdup_printf("there is no program '%s'",
					      request->words[0]);
		return false;
	}
	if (pipe2(ends, O_CLOEXEC) < 0) {
		*ret_reason = g_strdup(g_strerror(errno));
		return false;
	}
	start.output = high(ends[1]);
	ret_child->pid = start_program(&start, request->errors);
	ret_child->output = ends[0];
	close(start.output);
	close(ends[1]);
	if (ret_child->pid > 0)
		return true;
	close(ends[0]);
	*ret_reason = g_strdup(g_strerror(start.error));
	return false;
}

ssize_t child_read(const struct child *child, void *buffer, size_t size,
		   guint seconds)
{
	struct pollfd poll_fd = { .fd = child->output, .events = POLLIN };
	ssize_t got;
	int ready;

	do {
		ready = poll(&poll_fd, 1, (int)seconds * 1000);
	} while (ready < 0 && errno == EINTR);
	if (ready == 0) {
		kill(child->pid, SIGKILL);
		errno = ETIME;
		return -1;
	}
	do {
		got = read(child->output, buffer, size);
	} while (got < 0 && errno == EINTR);
	return got;
}

int child_end(const struct child *child)
{
	int status = 0;

	while (waitpid(child->pid, &status, 0) < 0) {
		if (errno != EINTR)
			return -1;
	}
	return status;
}

bool child_wait(const struct child *child)
{
	const int status = child_end(child);

	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
