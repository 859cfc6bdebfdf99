// SPDX-License-Identifier: GPL-2.0-only
/* Resolves every selected file to a job, or says why it is skipped. */
#include "compile.h"

#include <string.h>

#include "arch.h"
#include "arguments.h"
#include "base/session.h"
#include "base/text_file.h"
#include "folder.h"
#include "generated.h"
#include "kbuild_lists.h"
#include "kconfig/kconfig.h"
#include "options/options.h"
#include "overlay.h"
#include "select/select.h"

/*
 * Instruments that put their own code into accessors which rules know by
 * name, and choices that are not the kernel most people build.
 */
static const struct kconfig_pin pins[] = {
	{"FORTIFY_SOURCE", "n"}, {"KASAN", "n"},	{"KCSAN", "n"},
	{"KMSAN", "n"},		 {"UBSAN", "n"},	{"GCOV_KERNEL", "n"},
	{"PREEMPT_RT", "n"},	 {"DEBUG_INFO_BTF", "n"},
};

/* What one architecture needs, made once a run. */
struct target {
	const struct arch *arch;
	char *folder;
};

struct resolution {
	struct session *session;
	const struct options *options;
	const struct selection *selection;
	GArray *targets; /* struct target */
	struct compile_jobs *jobs;
};

static bool target_write(const struct resolution *resolution,
			 const struct target *target)
{
	const struct tree *tree = &resolution->selection->tree;
	const struct kconfig_request request = {
		.root = tree->root,
		.srcarch = target->arch->name,
		.arch = target->arch->kconfig_arch,
		.goal = KCONFIG_ALL_YES,
		.pins = pins,
		.nr_pins = G_N_ELEMENTS(pins),
	};
	struct session *session = resolution->session;
	struct kconfig config = {0};
	bool done;

	if (!kconfig_evaluate(session, &request, &config))
		return false;
	done = kbuild_lists_write(session, tree, target->arch,
				  target->folder) &&
	       generated_write(session, tree, target->arch, &config,
			       target->folder);
	kconfig_release(&config);
	return done;
}

static bool add_target(struct resolution *resolution, const struct arch *arch)
{
	struct target target = {
		.arch = arch,
		.folder = folder_of(resolution->options,
				    &resolution->selection->tree, arch->name),
	};

	g_array_append_val(resolution->targets, target);
	g_ptr_array_add(resolution->jobs->arches,
			(gpointer)session_string(resolution->session,
						 arch->name));
	return target_write(resolution, &target);
}

/* The targets: what --arch names, else all that the table knows. */
static bool add_targets(struct resolution *resolution)
{
	const GPtrArray *wanted = resolution->options->arches;
	const char *root = resolution->selection->tree.root;

	for (size_t i = 0; i < nr_arches; i++) {
		const struct arch *arch = &arch_table[i];
		g_autofree char *folder =
			g_build_filename(root, "arch", arch->name, NULL);

		if (wanted->len > 0 && !g_ptr_array_find_with_equal_func(
					       (GPtrArray *)wanted, arch->name,
					       g_str_equal, NULL))
			continue;
		if (g_file_test(folder, G_FILE_TEST_IS_DIR) &&
		    !add_target(resolution, arch))
			return false;
	}
	for (guint i = 0; i < wanted->len; i++) {
		const char *name = g_ptr_array_index(wanted, i);

		if (!arch_find(name)) {
			session_problem(resolution->session, "compile", NULL, 0,
					"--arch: '%s' is no architecture that "
					"vmalint knows",
					name);
			return false;
		}
	}
	if (resolution->targets->len == 0)
		session_problem(resolution->session, "compile", root, 0,
				"has no folder of a wanted architecture "
				"below arch/");
	return resolution->targets->len > 0;
}

/* The target of arch/NAME/..; the first one for all other files. */
static const struct target *target_for(const struct resolution *resolution,
				       const char *path)
{
	g_auto(GStrv) parts = NULL;

	if (!g_str_has_prefix(path, "arch/"))
		return &g_array_index(resolution->targets, struct target, 0);
	parts = g_strsplit(path, "/", 3);
	for (guint i = 0; i < resolution->targets->len; i++) {
		const struct target *target =
			&g_array_index(resolution->targets, struct target, i);

		if (parts[1] && strcmp(target->arch->name, parts[1]) == 0)
			return target;
	}
	return NULL;
}

static bool is_program_path(const char *path)
{
	static const char *const folders[] = {"tools/", "scripts/", "usr/",
					      "Documentation/"};

	for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
		if (g_str_has_prefix(path, folders[i]))
			return true;
	}
	return false;
}

/* A module kept among the programs, as tools/testing/nvdimm is. */
static bool is_module_text(const char *text)
{
	return strstr(text, "#include <linux/module.h>") != NULL;
}

/* Reads the source; registers its overlay if it declares the VMA. */
static char *read_source(const struct resolution *resolution,
			 const struct compile_job *job)
{
	g_autofree char *reason = NULL;
	gsize length = 0;
	char *text = text_file_read(job->source, &length, &reason);
	struct overlay overlay = {.path = job->source, .length = length};

	if (!text || !job->file->declares_vma)
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
	absolute = g_build_filename(resolution->selection->tree.root, path,
				    NULL);
	return session_string(resolution->session, absolute);
}

static void resolve_kernel_job(const struct resolution *resolution,
			       const struct target *target,
			       struct compile_job *job)
{
	g_autofree char *prefix =
		g_build_filename(target->folder, "prefix.pch", NULL);

	job->arguments = arguments_for_kernel(&resolution->selection->tree,
					      target->arch, target->folder,
					      job->source);
	job->prefix = session_string(resolution->session, prefix);
}

static void resolve_job(const struct resolution *resolution,
			const struct selected_file *file)
{
	const struct tree *tree = &resolution->selection->tree;
	const struct target *target = target_for(resolution, file->path);
	struct compile_job job = {
		.file = file,
		.source = source_path(resolution, file->path),
		.arch = "",
	};
	g_autofree char *text = read_source(resolution, &job);

	if (!target) {
		job.skip_reason = "architecture not among those checked";
	} else {
		job.arch = session_string(resolution->session,
					  target->arch->name);
		if (is_program_path(file->path) &&
		    !(text && is_module_text(text)))
			job.arguments = arguments_for_program(
				tree, target->arch, job.source);
		else
			resolve_kernel_job(resolution, target, &job);
	}
	g_array_append_val(resolution->jobs->jobs, job);
}

/*
 * The header that declares struct vm_area_struct needs its overlay even when
 * only other files were selected.
 */
static void add_api_overlay(const struct resolution *resolution)
{
	static const char name[] = "include/linux/mm_types.h";
	struct selected_file file = {.path = name, .declares_vma = true};
	struct compile_job job = {
		.file = &file,
		.source = source_path(resolution, name),
	};
	const GArray *files = resolution->selection->files;

	for (guint i = 0; i < files->len; i++) {
		if (strcmp(g_array_index(files, struct selected_file, i).path,
			   name) == 0)
			return;
	}
	g_free(read_source(resolution, &job));
}

bool compile_jobs_resolve(struct session *session,
			  const struct options *options,
			  const struct selection *selection,
			  struct compile_jobs *ret_jobs)
{
	struct resolution resolution = {
		.session = session,
		.options = options,
		.selection = selection,
		.targets = g_array_new(FALSE, FALSE, sizeof(struct target)),
		.jobs = ret_jobs,
	};
	bool done;

	ret_jobs->tree = &selection->tree;
	ret_jobs->headers = selection->headers;
	ret_jobs->jobs = g_array_new(FALSE, FALSE, sizeof(struct compile_job));
	ret_jobs->overlays = g_array_new(FALSE, FALSE, sizeof(struct overlay));
	ret_jobs->arches = g_ptr_array_new();
	done = add_targets(&resolution);
	for (guint i = 0; done && i < selection->files->len; i++)
		resolve_job(&resolution, &g_array_index(selection->files,
							struct selected_file,
							i));
	if (done)
		add_api_overlay(&resolution);
	for (guint i = 0; i < resolution.targets->len; i++)
		g_free(g_array_index(resolution.targets, struct target, i)
			       .folder);
	g_array_free(resolution.targets, TRUE);
	return done;
}

void compile_jobs_release(struct compile_jobs *jobs)
{
	for (guint i = 0; jobs->jobs && i < jobs->jobs->len; i++) {
		GPtrArray *arguments =
			g_array_index(jobs->jobs, struct compile_job, i)
				.arguments;

		if (arguments)
			g_ptr_array_free(arguments, TRUE);
	}
	for (guint i = 0; jobs->overlays && i < jobs->overlays->len; i++)
		g_free(g_array_index(jobs->overlays, struct overlay, i).text);
	g_clear_pointer(&jobs->jobs, g_array_unref);
	g_clear_pointer(&jobs->overlays, g_array_unref);
	if (jobs->arches)
		g_ptr_array_free(jobs->arches, TRUE);
	memset(jobs, 0, sizeof(*jobs));
}
