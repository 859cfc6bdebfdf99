// SPDX-License-Identifier: GPL-2.0-only
/* Resolves every selected file to a job, or says why it is skipped. */
#include "arguments.h"

#include <string.h>

#include "absent.h"
#include "arguments/arch/arch.h"
#include "arguments/branches/other_kernels.h"
#include "arguments/headers/made_list.h"
#include "arguments/kconfig/kconfig.h"
#include "arguments/module/module.h"
#include "base/path_kind.h"
#include "base/session.h"
#include "base/sort.h"
#include "base/view.h"
#include "build.h"
#include "options/stages.h"
#include "overlay.h"
#include "parts.h"
#include "select/select.h"
#include "targets.h"
#include "text/directive.h"
#include "unit_arguments.h"

struct resolution {
	struct session *session;
	const struct selection *selection;
	struct compile_jobs *jobs;
};

/* Files outside arch/ are read as in the user's own configuration, if any. */
static bool takes_neutral(const struct compile_jobs *jobs,
			  const struct compile_target *target)
{
	return jobs->config ? target->takes_config :
			      target->arch->takes_neutral;
}

/*
 * The target of the row that builds a file below arch/; for all other files
 * that of --config or the one that most people build, else the first. False
 * if none.
 */
static bool first_target(const struct compile_jobs *jobs, const char *path,
			 guint *ret_target)
{
	bool is_arch_file = g_str_has_prefix(path, "arch/");
	const struct arch *wanted = arch_of_path(path);

	/* What a build is for is read as that build has it. */
	for (guint i = 0; jobs->build && i < jobs->targets->len; i++) {
		const struct compile_target *target =
			&g_array_index(jobs->targets, struct compile_target, i);

		if (target->takes_config && wanted &&
		    strcmp(wanted->folder, target->arch->folder) == 0) {
			*ret_target = i;
			return true;
		}
	}

	for (guint i = 0; i < jobs->targets->len; i++) {
		const struct compile_target *target =
			&g_array_index(jobs->targets, struct compile_target, i);

		if (is_arch_file ? target->arch == wanted :
				   takes_neutral(jobs, target)) {
			*ret_target = i;
			return true;
		}
	}
	*ret_target = 0;
	return !is_arch_file;
}

static bool is_program_path(const char *path)
{
	static const char *const folders[] = { "tools/", "scripts/", "usr/",
					       "Documentation/" };

	for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
		if (g_str_has_prefix(path, folders[i]))
			return true;
	}
	return false;
}

/* A module kept among the programs, as tools/testing/nvdimm is. */
static bool is_module_text(const char *text, gsize length)
{
	return text_includes(text, length, "linux/module.h");
}

/* bpftool writes vmlinux.h with all types of a built kernel. */
static bool is_bpf_text(const char *text, gsize length)
{
	return text_includes(text, length, "vmlinux.h") ||
	       text_includes(text, length, "bpf/bpf_helpers.h");
}

/* Reads the source; registers its overlay if it declares the VMA. */
static char *read_source(const struct resolution *resolution,
			 const struct compile_job *job, gsize *ret_length)
{
	gsize length = 0;
	const struct view *view = resolution->selection->tree.view;
	char *text = view_read(view, job->source, &length, NULL);
	struct overlay overlay = { .path = job->source, .length = length };

	*ret_length = length;
	if (!text || !job->file->declares_vma ||
	    (view && view_knows(view, job->source)))
		return text;
	overlay.text = g_memdup2(text, length + 1);
	if (overlay_blank_const(overlay.text, length) > 0)
		g_array_append_val(resolution->jobs->overlays, overlay);
	else
		g_free(overlay.text);
	return text;
}

static const char *source_path(const struct resolution *resolution,
			       const char *path)
{
	g_autofree char *absolute = NULL;

	if (g_path_is_absolute(path))
		return path;
	absolute =
		g_build_filename(resolution->selection->tree.root, path, NULL);
	return session_string(resolution->session, absolute);
}

static void add_arch(struct compile_jobs *jobs, const char *name)
{
	if (!g_ptr_array_find_with_equal_func(jobs->arches, name, g_str_equal,
					      NULL))
		g_ptr_array_add(jobs->arches, (gpointer)name);
}

/* A part of a program is parsed where it belongs from the start. */
static void give_user(const struct resolution *resolution,
		      struct compile_job *job)
{
	g_autofree char *user = compile_find_user(resolution->jobs, job, NULL);

	if (user)
		job->user = session_string(resolution->session, user);
}

static void resolve_job(const struct resolution *resolution,
			const struct selected_file *file)
{
	struct compile_job job = {
		.file = file,
		.source = source_path(resolution, file->path),
		.arch = "",
	};
	gsize length = 0;
	g_autofree char *text = read_source(resolution, &job, &length);

	if (options_leave_out(resolution->jobs->options, file->path)) {
		job.skip_reason = "left out by the settings";
	} else if (first_target(resolution->jobs, file->path, &job.target)) {
		struct compile_target *target =
			&g_array_index(resolution->jobs->targets,
				       struct compile_target, job.target);

		target->is_wanted = true;
		job.arch = target->arch_name;
		add_arch(resolution->jobs, job.arch);
	} else {
		job.skip_reason = "architecture not among those checked";
	}
	if (!job.skip_reason && text && module_has_job(&job))
		job.skip_reason = module_not_kernel(resolution->session,
						    resolution->jobs, &job,
						    text, length);
	job.is_bpf = text && is_bpf_text(text, length);
	job.is_program = is_program_path(file->path) && !job.is_bpf &&
			 !(text && is_module_text(text, length));
	if (job.is_program)
		give_user(resolution, &job);
	build_give_arguments(resolution->session, resolution->jobs, &job);
	g_array_append_val(resolution->jobs->jobs, job);
}

/*
 * The headers that declare struct vm_area_struct, for the kernel and for its
 * tests in user space (6.11 to 6.19, 7.0): they need their overlays even when
 * only other files were selected.
 */
static const char *const api_headers[] = {
	"include/linux/mm_types.h",
	"tools/testing/vma/include/dup.h",
	"tools/testing/vma/vma_internal.h",
};

static void add_api_overlay(const struct resolution *resolution,
			    const char *name)
{
	struct selected_file file = { .path = name, .declares_vma = true };
	struct compile_job job = {
		.file = &file,
		.source = source_path(resolution, name),
	};
	gsize length;
	const GArray *files = resolution->selection->files;

	for (guint i = 0; i < files->len; i++) {
		if (strcmp(g_array_index(files, struct selected_file, i).path,
			   name) == 0)
			return;
	}
	g_free(read_source(resolution, &job, &length));
}

/* What clang sees in the place of a file that could not be hidden. */
static const char not_there[] = "#error this file does not exist any more\n";

static void add_overlay(const struct compile_jobs *jobs,
			struct session *session, const char *path, char *text,
			gsize length)
{
	const struct overlay overlay = {
		.path = session_string(session, path),
		.text = text,
		.length = length,
	};

	g_array_append_val(jobs->overlays, overlay);
}

/* Everything that the view says instead of the disk. */
static void add_view(struct compile_jobs *jobs, struct session *session,
		     const struct view *view)
{
	g_autoptr(GPtrArray) paths = view_paths(view);
	g_autoptr(GPtrArray) open = g_ptr_array_new();

	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);
		gsize length = 0;
		const bool is_build = path_kind(path) == PATH_BUILD;
		char *text = is_build ? NULL :
					view_read(view, path, &length, NULL);

		if (!text)
			continue;
		overlay_blank_const(text, length);
		add_overlay(jobs, session, path, text, length);
	}
	jobs->absent = absent_hide(view, open);
	for (guint i = 0; i < open->len; i++)
		add_overlay(jobs, session, g_ptr_array_index(open, i),
			    g_strdup(not_there), strlen(not_there));
}

/*
 * A module's file is read for one architecture, and for others only where that
 * leaves lines unseen: what was asked for and left out is said.
 */
static void tell_left_out(struct session *session,
			  const struct compile_jobs *jobs)
{
	const GPtrArray *wanted = jobs->options->arches;
	g_autoptr(GString) names = g_string_new(NULL);
	bool has_module = false;

	for (guint i = 0; i < jobs->jobs->len && !has_module; i++)
		has_module = module_has_job(
			&g_array_index(jobs->jobs, struct compile_job, i));
	for (guint i = 0; i < wanted->len; i++) {
		const char *name = g_ptr_array_index(wanted, i);

		if (!g_ptr_array_find_with_equal_func(jobs->arches, name,
						      g_str_equal, NULL))
			g_string_append_printf(names, "%s%s",
					       names->len ? ", " : "", name);
	}
	if (has_module && names->len > 0 && jobs->arches->len > 0)
		session_notice(
			session, "compile", NULL, 0,
			"--arch: the module is read for %s; for %s only where "
			"that leaves lines unseen, or with --arch by itself",
			(const char *)g_ptr_array_index(jobs->arches, 0),
			names->str);
}

bool compile_jobs_resolve(struct session *session,
			  const struct arguments_request *request,
			  const struct selection *selection,
			  struct compile_jobs *ret_jobs)
{
	struct resolution resolution = {
		.session = session,
		.selection = selection,
		.jobs = ret_jobs,
	};

	ret_jobs->options = request->options;
	ret_jobs->keep = request->keep;
	ret_jobs->named = request->named;
	ret_jobs->tree = &selection->tree;
	ret_jobs->comes_again = request->change->kind != CHANGE_NONE;
	ret_jobs->is_staged = request->change->kind == CHANGE_STAGED;
	ret_jobs->jobs = g_array_new(FALSE, FALSE, sizeof(struct compile_job));
	ret_jobs->targets =
		g_array_new(FALSE, FALSE, sizeof(struct compile_target));
	ret_jobs->overlays = g_array_new(FALSE, FALSE, sizeof(struct overlay));
	ret_jobs->arches = g_ptr_array_new();
	ret_jobs->recorded = g_ptr_array_new_with_free_func(
		(GDestroyNotify)g_ptr_array_unref);
	ret_jobs->unknown = unknown_headers_new();
	ret_jobs->modules = modules_new();
	ret_jobs->unknown_read = g_hash_table_new(g_str_hash, g_str_equal);
	if (!targets_resolve(session, ret_jobs))
		return false;
	for (guint i = 0; i < selection->files->len; i++)
		resolve_job(&resolution,
			    &g_array_index(selection->files,
					   struct selected_file, i));
	for (gsize i = 0; i < G_N_ELEMENTS(api_headers); i++)
		add_api_overlay(&resolution, api_headers[i]);
	if (selection->tree.view)
		add_view(ret_jobs, session, selection->tree.view);
	sort_strings(ret_jobs->arches);
	build_tell(session, ret_jobs);
	modules_tell(session, ret_jobs);
	tell_left_out(session, ret_jobs);
	return true;
}

void compile_jobs_release(struct compile_jobs *jobs)
{
	for (guint i = 0; jobs->overlays && i < jobs->overlays->len; i++)
		g_free(g_array_index(jobs->overlays, struct overlay, i).text);
	targets_release(jobs);
	g_clear_pointer(&jobs->jobs, g_array_unref);
	g_clear_pointer(&jobs->targets, g_array_unref);
	g_clear_pointer(&jobs->overlays, g_array_unref);
	absent_free(jobs->absent);
	g_clear_pointer(&jobs->recorded, g_ptr_array_unref);
	g_clear_pointer(&jobs->databases, g_hash_table_destroy);
	if (jobs->config)
		kconfig_release(jobs->config);
	g_free(jobs->config);
	if (jobs->arches)
		g_ptr_array_free(jobs->arches, TRUE);
	g_clear_pointer(&jobs->headers, g_ptr_array_unref);
	g_clear_pointer(&jobs->looked, g_hash_table_unref);
	g_clear_pointer(&jobs->modules, g_hash_table_unref);
	kernel_symbols_free(jobs->symbols);
	g_clear_pointer(&jobs->unknown, g_hash_table_unref);
	g_clear_pointer(&jobs->unknown_read, g_hash_table_unref);
	memset(jobs, 0, sizeof(*jobs));
}

void compile_hide_absent(const struct compile_jobs *jobs, GPtrArray *arguments)
{
	if (!jobs->absent)
		return;
	g_ptr_array_add(arguments, g_strdup(ABSENT_OPTION));
	g_ptr_array_add(arguments, g_strdup(jobs->absent->path));
}

const char *compile_absent_key(const struct compile_jobs *jobs)
{
	return jobs->absent ? jobs->absent->text : NULL;
}

GPtrArray *compile_arguments(const struct compile_jobs *jobs,
			     const struct compile_job *job, guint target)
{
	const struct compile_target *entry =
		&g_array_index(jobs->targets, struct compile_target, target);
	GPtrArray *arguments;

	if (job->built_with && target == job->target)
		return arguments_recorded(entry->arch, job->built_with);
	if (job->is_program)
		return arguments_for_program(jobs->tree, entry->arch,
					     entry->folder,
					     compile_main_file(job));
	arguments = arguments_for_kernel(
		jobs->tree, entry->arch, entry->folder, compile_main_file(job),
		module_has_job(job) ? module_arguments(jobs, job, target) :
				      NULL);
	if (job->is_bpf)
		arguments_add_bpf(arguments, jobs->tree, entry->folder);
	return arguments;
}

GHashTable *compile_job_arches(const struct compile_jobs *jobs)
{
	GHashTable *arch_of = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < jobs->jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs->jobs, struct compile_job, i);

		if (!job->is_elsewhere)
			g_hash_table_insert(arch_of, (gpointer)job->file->path,
					    (gpointer)job->arch);
	}
	return arch_of;
}
