// SPDX-License-Identifier: GPL-2.0-only
/*
 * The worker is forked when it is first needed and knows the pass as it was
 * then: arguments, names of flags, precompiled headers. Who finds any of that
 * changed frees it.
 */
#include "edited_file.h"

#include <glib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/stamp.h"
#include "base/view.h"
#include "options/options.h"
#include "parse/parse.h"
#include "pool/pool.h"
#include "run/describe.h"
#include "run/pass.h"
#include "run/reach.h"
#include "run/unit.h"
#include "run/unit_facts.h"
#include "select/select.h"

/* Files that are worth to be parsed before somebody saves them. */
enum { WARM_AT_MOST = 2 };

/* What the worker is asked; both see it. */
struct question {
	guint32 line, column; /* to be described; 0: findings are wanted */
};

struct edited_file {
	const struct tree *tree;
	struct analysis analysis;
	struct pool_request request;
	struct reach *reach; /* of the worker */
	struct lasting_worker *worker;
	struct pch_set *pch_set; /* in the worker; NULL elsewhere */
	/* A text that is on no disk, of edited_file_show(); else -1 and NULL.
	 */
	struct view *view;
	const char *shown;
	int text_fd;
	struct question *question;
};

/* Has the worker's own view show what was written since. */
static void look_again(struct edited_file *file)
{
	const off_t end = file->text_fd < 0 ? -1 :
					      lseek(file->text_fd, 0, SEEK_END);
	g_autofree char *text = end < 0 ? NULL : g_malloc((gsize)end + 1);
	g_autoptr(GBytes) bytes = NULL;

	if (!text || pread(file->text_fd, text, (gsize)end, 0) != end)
		return;
	bytes = g_bytes_new(text, (gsize)end);
	view_set(file->view, file->shown, bytes);
}

/* What parses of a target begin with, once in the life of a worker. */
static void prepare(struct edited_file *file, guint target)
{
	struct compile_jobs *jobs = file->analysis.jobs;
	g_autofree char *layout = NULL;

	if (file->pch_set)
		return;
	layout = jobs->keeps_pch ? g_strdup("") : compile_layout(jobs);
	file->pch_set = pch_set_new(jobs, layout);
	pch_build(file->pch_set, jobs, target);
	pch_set_keep_units(file->pch_set);
	file->analysis.pch_set = file->pch_set;
}

static void run_job(void *context, guint index, const struct pool_line *line,
		    struct report *report)
{
	struct edited_file *file = context;
	const struct compile_job *job = &g_array_index(
		file->analysis.jobs->jobs, struct compile_job, index);
	struct selected_file *selected = (struct selected_file *)job->file;

	look_again(file);
	if (!selected_file_renew(file->tree, selected))
		return;
	prepare(file, job->target);
	if (file->question->line > 0) {
		describe_place(&file->analysis, job, file->question->line,
			       file->question->column, report);
		return;
	}
	report_lines(report, selected->path,
		     (const guint32 *)selected->lines->data,
		     selected->lines->len);
	analysis_run(&file->analysis, job, line, report);
}

struct edited_file *edited_file_new(const struct options *options,
				    const struct selection *selection,
				    struct check_pass *pass)
{
	struct edited_file *file = g_new0(struct edited_file, 1);

	file->tree = &selection->tree;
	file->text_fd = -1;
	file->question = mmap(NULL, sizeof(*file->question),
			      PROT_READ | PROT_WRITE,
			      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	g_assert(file->question != MAP_FAILED);
	file->analysis.jobs = &pass->jobs;
	file->analysis.options = options;
	file->reach = reach_new(options, &pass->jobs);
	pass->jobs.readable = reach_to_check(file->reach);
	file->request = (struct pool_request){
		.nr_jobs = 1,
		.nr_workers = 1,
		.confinement = reach_confinement(file->reach),
		.timeout_seconds = options->run.timeout_seconds,
		.context = file,
		.run = run_job,
	};
	/* Whether a result was known matters no more. */
	for (guint i = 0; i < pass->jobs.jobs->len; i++)
		g_array_index(pass->jobs.jobs, struct compile_job, i).is_known =
			false;
	file->worker = lasting_worker_new(&file->request);
	return file;
}

void edited_file_free(struct edited_file *file)
{
	if (!file)
		return;
	lasting_worker_free(file->worker);
	file->analysis.jobs->readable = NULL;
	munmap(file->question, sizeof(*file->question));
	if (file->text_fd >= 0)
		close(file->text_fd);
	reach_free(file->reach);
	g_free(file);
}

/* The index of a job of a C file, or -1. */
static gint find_job(const struct edited_file *file, const char *path)
{
	const GArray *jobs = file->analysis.jobs->jobs;

	for (guint i = 0; i < jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs, struct compile_job, i);

		if (!job->skip_reason && !job->file->is_header &&
		    g_str_equal(job->source, path))
			return (gint)i;
	}
	return -1;
}

bool edited_file_run(struct edited_file *file, const char *path,
		     struct report *report, bool *ret_is_past)
{
	gint job = find_job(file, path);
	struct stamp before = stamp_of(path), after;

	if (job < 0 || !view_has_file(file->tree->view, path) ||
	    !lasting_worker_run(file->worker, (guint)job, report))
		return false;
	after = stamp_of(path);
	*ret_is_past = !stamp_is_same(&before, &after);
	return true;
}

void edited_file_warm_up(struct edited_file *file)
{
	const GArray *jobs = file->analysis.jobs->jobs;

	for (guint i = 0; jobs->len <= WARM_AT_MOST && i < jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs, struct compile_job, i);
		struct report report;
		bool is_past;

		report_init(&report);
		edited_file_run(file, job->source, &report, &is_past);
		report_release(&report);
	}
}

/* What the pass holds of it is from before. */
static void drop_overlay(struct compile_jobs *jobs, const char *path)
{
	for (guint i = jobs->overlays->len; i-- > 0;) {
		struct overlay *overlay =
			&g_array_index(jobs->overlays, struct overlay, i);

		if (strcmp(overlay->path, path) != 0)
			continue;
		g_free(overlay->text);
		g_array_remove_index(jobs->overlays, i);
	}
}

bool edited_file_show(struct edited_file *file, struct view *view,
		      const char *path)
{
	file->text_fd = memfd_create("buffer", MFD_CLOEXEC);
	file->view = view;
	file->shown = path;
	drop_overlay(file->analysis.jobs, path);
	return file->text_fd >= 0;
}

bool edited_file_write(struct edited_file *file, GBytes *text)
{
	gsize length = 0;
	const char *bytes = g_bytes_get_data(text, &length);

	view_set(file->view, file->shown, text);
	return ftruncate(file->text_fd, (off_t)length) == 0 &&
	       pwrite(file->text_fd, bytes, length, 0) == (gssize)length;
}

bool edited_file_knows(const struct edited_file *file, const char *path)
{
	return find_job(file, path) >= 0;
}

bool edited_file_describe(struct edited_file *file, const char *path,
			  guint line, guint column, char **ret_text)
{
	struct report report;
	bool is_past, done;

	report_init(&report);
	*file->question = (struct question){ line, column };
	done = edited_file_run(file, path, &report, &is_past);
	*file->question = (struct question){ 0 };
	if (done && report.problems->len > 0)
		*ret_text = g_strdup(
			g_array_index(report.problems, struct report_problem, 0)
				.text);
	report_release(&report);
	return done;
}
