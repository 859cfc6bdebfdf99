// SPDX-License-Identifier: GPL-2.0-only
/* Architectures of a run and the headers that a build would generate. */
#include "targets.h"

#include <string.h>

#include "arch.h"
#include "base/session.h"
#include "compile.h"
#include "folder.h"
#include "generated.h"
#include "kbuild_lists.h"
#include "kconfig/kconfig.h"
#include "options/options.h"
#include "select/select.h"

/*
 * Instruments that put their own code into accessors which rules know by
 * name, and choices that are not the kernel most people build.
 */
static const struct kconfig_pin pins[] = {
	{"FORTIFY_SOURCE", "n"}, {"KASAN", "n"},	  {"KCSAN", "n"},
	{"KMSAN", "n"},		 {"UBSAN", "n"},	  {"GCOV_KERNEL", "n"},
	{"PREEMPT_RT", "n"},	 {"DEBUG_INFO_BTF", "n"},
};

static bool is_listed(const GPtrArray *names, const char *name)
{
	return g_ptr_array_find_with_equal_func((GPtrArray *)names, name,
						g_str_equal, NULL);
}

static bool tree_has_arch(const struct tree *tree, const char *name)
{
	g_autofree char *folder =
		g_build_filename(tree->root, "arch", name, NULL);

	return g_file_test(folder, G_FILE_TEST_IS_DIR);
}

static void add_target(struct session *session, struct compile_jobs *jobs,
		       const struct arch *arch)
{
	g_autofree char *folder =
		folder_of(jobs->options, jobs->tree, arch->name);
	g_autofree char *prefix = g_build_filename(folder, "prefix.pch", NULL);
	struct compile_target target = {
		.arch = arch,
		.arch_name = arch->folder,
		.folder = session_string(session, folder),
		.prefix = session_string(session, prefix),
	};

	g_array_append_val(jobs->targets, target);
}

static bool check_names(struct session *session,
			const struct compile_jobs *jobs)
{
	const GPtrArray *wanted = jobs->options->arches;

	for (guint i = 0; i < wanted->len; i++) {
		const char *name = g_ptr_array_index(wanted, i);

		if (!arch_find(name)) {
			session_problem(session, "compile", NULL, 0,
					"--arch: '%s' is no architecture that "
					"vmalint knows",
					name);
			return false;
		}
	}
	return true;
}

bool targets_resolve(struct session *session, struct compile_jobs *jobs)
{
	const GPtrArray *wanted = jobs->options->arches;

	if (!check_names(session, jobs))
		return false;
	for (size_t i = 0; i < nr_arches; i++) {
		const struct arch *arch = &arch_table[i];

		if ((wanted->len == 0 || is_listed(wanted, arch->folder)) &&
		    tree_has_arch(jobs->tree, arch->folder))
			add_target(session, jobs, arch);
	}
	if (jobs->targets->len > 0)
		return true;
	session_problem(session, "compile", jobs->tree->root, 0,
			"has no folder of a wanted architecture below arch/");
	return false;
}

/* The pins of all rows, then those of this one. */
static GArray *pins_of(const struct arch *arch)
{
	GArray *all = g_array_new(FALSE, FALSE, sizeof(struct kconfig_pin));

	g_array_append_vals(all, pins, G_N_ELEMENTS(pins));
	for (guint i = 0; arch->pins && arch->pins[i].name; i++)
		g_array_append_val(all, arch->pins[i]);
	return all;
}

static bool write_headers(struct session *session,
			  const struct compile_jobs *jobs,
			  const struct compile_target *target)
{
	g_autoptr(GArray) all_pins = pins_of(target->arch);
	const struct kconfig_request request = {
		.root = jobs->tree->root,
		.srcarch = target->arch->folder,
		.arch = target->arch->kconfig_arch,
		.goal = KCONFIG_ALL_YES,
		.pins = (const struct kconfig_pin *)(void *)all_pins->data,
		.nr_pins = all_pins->len,
	};
	struct kconfig config = {0};
	bool done;

	if (!kconfig_evaluate(session, &request, &config))
		return false;
	done = generated_write(session, jobs->tree, target->arch, &config,
			       target->folder) &&
	       kbuild_lists_write(session, jobs->tree, target->arch,
				  target->folder);
	kconfig_release(&config);
	return done;
}

bool compile_target_prepare(struct session *session, struct compile_jobs *jobs,
			    guint target)
{
	struct compile_target *entry =
		&g_array_index(jobs->targets, struct compile_target, target);

	if (!entry->is_ready)
		entry->is_ready = write_headers(session, jobs, entry);
	return entry->is_ready;
}
