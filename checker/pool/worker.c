// SPDX-License-Identifier: GPL-2.0-only
/* Worker processes: the child's loop and the main process's end of it. */
#include "worker.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/asked.h"
#include "base/heap.h"
#include "base/stop.h"
#include "confine.h"
#include "findings/findings.h"
#include "pool.h"
#include "sanitized.h"

/* A report of one file is far smaller; more is nonsense. Bytes. */
#define FRAME_LIMIT (256u << 20)

/* A unit that needs more is lost like one that crashes. Bytes. */
#define MEMORY_LIMIT ((rlim_t)3 << 30)

/*
 * What is nested deeply is read by functions that call themselves. The kernel
 * leaves room for 128 MiB below a stack, whatever the limit was at exec (Linux
 * 5.15 to 6.19, arch_mmap_base and mmap_base). Bytes.
 */
#define STACK_LIMIT ((rlim_t)120 << 20)

/* A worker that has grown this large ends, and a fresh one follows. KiB. */
#define RECYCLE_LIMIT_KIB (320l << 10)

enum frame_kind {
	FRAME_DONE,
	FRAME_LAST,   /* the same, and the worker ends */
	FRAME_SO_FAR, /* the job goes on */
};

/* What goes before a report in the pipe. */
struct report_frame {
	guint32 length;
	guint32 kind; /* enum frame_kind */
	gint64 busy_us;
	struct run_stats stats;
};

static bool write_all(int fd, const void *bytes, gsize length)
{
	const char *p = bytes;

	while (length > 0) {
		ssize_t done = write(fd, p, length);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		p += done;
		length -= (gsize)done;
	}
	return true;
}

static bool read_all(int fd, void *bytes, gsize length)
{
	char *p = bytes;

	while (length > 0) {
		ssize_t done = read(fd, p, length);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		p += done;
		length -= (gsize)done;
	}
	return true;
}

/* Sanitizers reserve more address space than any limit. */
static void limit_memory(void)
{
#ifndef IS_SANITIZED
	struct rlimit limit = { MEMORY_LIMIT, MEMORY_LIMIT };

	setrlimit(RLIMIT_DATA, &limit);
#endif
}

/* A stack grows up to the limit of the moment, which need not be the first. */
static void deepen_stack(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_STACK, &limit) != 0 ||
	    limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur >= STACK_LIMIT)
		return;
	limit.rlim_cur = MIN(limit.rlim_max, STACK_LIMIT);
	setrlimit(RLIMIT_STACK, &limit);
}

/*
 * libclang prints crash traces and warnings of its own to standard error
 * (libclang 19); the main process says what there is to say.
 */
static void silence(void)
{
#ifndef IS_SANITIZED
	int null = open("/dev/null", O_WRONLY | O_CLOEXEC);

	if (null >= 0)
		dup2(null, STDERR_FILENO);
#endif
}

glong worker_recycle_limit_kib(void)
{
	return RECYCLE_LIMIT_KIB;
}

static bool is_grown(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss > RECYCLE_LIMIT_KIB;
}

/* A job's way to the main process. */
struct pool_line {
	int fd;
	gint64 begin_us; /* of the job */
};

static bool send_report(const struct pool_line *line, enum frame_kind kind,
			const struct report *report)
{
	g_autoptr(GVariant) value = report_to_variant(report);
	const struct report_frame frame = {
		.length = (guint32)g_variant_get_size(value),
		.kind = kind,
		.stats = report->stats,
		.busy_us = g_get_monotonic_time() - line->begin_us,
	};

	return write_all(line->fd, &frame, sizeof(frame)) &&
	       write_all(line->fd, g_variant_get_data(value), frame.length);
}

void pool_send_so_far(const struct pool_line *line, const struct report *report)
{
	/* A main process that is gone is met again at the end of the job. */
	send_report(line, FRAME_SO_FAR, report);
}

static bool run_job(const struct pool_request *request, guint job, int fd)
{
	const struct pool_line line = { fd, g_get_monotonic_time() };
	struct report report;
	enum frame_kind kind;
	bool done;

	report_init(&report);
	request->run(request->context, job, &line, &report);
	kind = is_grown() ? FRAME_LAST : FRAME_DONE;
	done = send_report(&line, kind, &report);
	report_release(&report);
	return done && kind != FRAME_LAST;
}

/* A worker that hangs must not outlive a main process that was killed. */
static void follow_parent(pid_t parent)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(EXIT_FAILURE);
}

static void serve(const struct pool_request *request, int jobs_fd,
		  int reports_fd)
{
	guint32 job;

	/* The terminal's interrupt is for the main process, which ends us. */
	signal(SIGINT, SIG_IGN);
	stop_unblock();
	limit_memory();
	deepen_stack();
	heap_reserve();
	silence();
	if (request->confinement) {
		confine(request->confinement);
		asked_promise(request->confinement->readable);
	}
	while (read_all(jobs_fd, &job, sizeof(job))) {
		if (!run_job(request, job, reports_fd))
			break;
	}
	_exit(EXIT_SUCCESS);
}

static void close_others(const struct worker *others, guint nr_others)
{
	for (guint i = 0; i < nr_others; i++) {
		if (others[i].pid > 0) {
			close(others[i].jobs_fd);
			close(others[i].reports_fd);
		}
	}
}

static void close_pair(int fds[2])
{
	close(fds[0]);
	close(fds[1]);
}

bool worker_start(struct worker *worker, const struct pool_request *request,
		  const struct worker *others, guint nr_others)
{
	const pid_t parent = getpid();
	int jobs[2], reports[2];

	memset(worker, 0, sizeof(*worker));
	if (pipe2(jobs, O_CLOEXEC) < 0)
		return false;
	if (pipe2(reports, O_CLOEXEC) < 0) {
		close_pair(jobs);
		return false;
	}
	worker->pid = fork();
	if (worker->pid == 0) {
		follow_parent(parent);
		close(jobs[1]);
		close(reports[0]);
		close_others(others, nr_others);
		serve(request, jobs[0], reports[1]);
	}
	if (worker->pid < 0) {
		worker->pid = 0;
		close_pair(jobs);
		close_pair(reports);
		return false;
	}
	close(jobs[0]);
	close(reports[1]);
	worker->jobs_fd = jobs[1];
	worker->reports_fd = reports[0];
	worker->input = g_byte_array_new();
	fcntl(worker->reports_fd, F_SETFL, O_NONBLOCK);
	return true;
}

/* How often a limit may pass by the clock for a job that is given no time. */
enum { CLOCK_FACTOR = 10 };

/* The processor time of a process; 0 if it cannot be told. */
static gint64 cpu_time_us(pid_t pid)
{
	clockid_t clock;
	struct timespec time;

	if (clock_getcpuclockid(pid, &clock) != 0 ||
	    clock_gettime(clock, &time) != 0)
		return 0;
	return (gint64)time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

bool worker_is_late(const struct worker *worker, gint64 limit_us)
{
	const gint64 wall_us = g_get_monotonic_time() - worker->started_us;

	return wall_us >= limit_us * CLOCK_FACTOR ||
	       cpu_time_us(worker->pid) - worker->cpu_us >= limit_us;
}

bool worker_send(struct worker *worker, guint job)
{
	guint32 index = job;

	worker->job = job;
	worker->started_us = g_get_monotonic_time();
	worker->cpu_us = cpu_time_us(worker->pid);
	worker->is_busy = true;
	return write_all(worker->jobs_fd, &index, sizeof(index));
}

/* Takes a complete frame off the input, if there is one. */
static enum worker_input take_frame(struct worker *worker,
				    struct worker_output *ret_output)
{
	const GVariantType *type = G_VARIANT_TYPE(report_variant_type());
	struct report_frame frame;
	GVariant *report;
	GBytes *bytes;

	if (worker->input->len < sizeof(frame))
		return WORKER_MORE;
	memcpy(&frame, worker->input->data, sizeof(frame));
	if (frame.length > FRAME_LIMIT)
		return WORKER_CLOSED;
	if (worker->input->len < sizeof(frame) + frame.length)
		return WORKER_MORE;
	bytes = g_bytes_new(worker->input->data + sizeof(frame), frame.length);
	report = g_variant_ref_sink(
		g_variant_new_from_bytes(type, bytes, FALSE));
	g_bytes_unref(bytes);
	g_byte_array_remove_range(worker->input, 0,
				  (guint)sizeof(frame) + frame.length);
	g_clear_pointer(&worker->so_far, g_variant_unref);
	if (frame.kind == FRAME_SO_FAR) {
		worker->so_far = report;
		return WORKER_SO_FAR;
	}
	*ret_output = (struct worker_output){
		.report = report,
		.busy_us = frame.busy_us,
		.stats = frame.stats,
	};
	return frame.kind == FRAME_LAST ? WORKER_LAST_FRAME : WORKER_FRAME;
}

enum worker_input worker_read(struct worker *worker,
			      struct worker_output *ret_output)
{
	guint8 buffer[65536];
	enum worker_input input;
	ssize_t got;

	for (;;) {
		got = read(worker->reports_fd, buffer, sizeof(buffer));
		if (got > 0) {
			g_byte_array_append(worker->input, buffer, (guint)got);
			continue;
		}
		if (got < 0 && errno == EINTR)
			continue;
		break;
	}
	input = take_frame(worker, ret_output);
	if (input != WORKER_MORE)
		return input;
	return got < 0 && errno == EAGAIN ? WORKER_MORE : WORKER_CLOSED;
}

static char *describe_end(int status)
{
	if (WIFSIGNALED(status))
		return g_strdup_printf("killed by signal %d (%s)",
				       WTERMSIG(status),
				       g_strsignal(WTERMSIG(status)));
	if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
		return g_strdup_printf("ended with status %d",
				       WEXITSTATUS(status));
	return g_strdup("ended before it was done");
}

static struct worker_usage usage_of(const struct rusage *usage)
{
	const struct timeval *user = &usage->ru_utime;
	const struct timeval *system = &usage->ru_stime;

	return (struct worker_usage){
		.peak_kib = usage->ru_maxrss,
		.cpu_us = (gint64)(user->tv_sec + system->tv_sec) *
				  G_USEC_PER_SEC +
			  user->tv_usec + system->tv_usec,
	};
}

/* Closes our end of a worker; returns its process. */
static pid_t let_go(struct worker *worker)
{
	pid_t pid = worker->pid;

	close(worker->reports_fd);
	g_byte_array_free(worker->input, TRUE);
	g_clear_pointer(&worker->so_far, g_variant_unref);
	memset(worker, 0, sizeof(*worker));
	return pid;
}

pid_t worker_retire(struct worker *worker)
{
	close(worker->jobs_fd);
	return let_go(worker);
}

bool worker_reap(pid_t pid, enum reap how, struct worker_usage *ret_usage)
{
	struct rusage usage = { 0 };
	int status = 0;
	pid_t ended;

	do {
		ended = wait4(pid, &status, how == REAP_WAIT ? 0 : WNOHANG,
			      &usage);
	} while (ended < 0 && errno == EINTR);
	*ret_usage = usage_of(&usage);
	return ended != 0;
}

char *worker_end(struct worker *worker, int kill_signal,
		 struct worker_usage *ret_usage)
{
	struct rusage usage = { 0 };
	int status = 0;

	close(worker->jobs_fd);
	if (kill_signal)
		kill(worker->pid, kill_signal);
	while (wait4(worker->pid, &status, 0, &usage) < 0 && errno == EINTR)
		;
	*ret_usage = usage_of(&usage);
	let_go(worker);
	return describe_end(status);
}
