// SPDX-License-Identifier: GPL-2.0-only
/* Architectures of a run. */
#include "targets.h"

#include <string.h>

#include "arguments.h"
#include "arguments/arch/arch.h"
#include "arguments/headers/folder.h"
#include "arguments/kconfig/kconfig.h"
#include "base/session.h"
#include "build.h"
#include "config_file.h"
#include "options/stages.h"
#include "select/select.h"
#include "target_pins.h"

/* What a configuration made for gcc says that clang does not take. */
static const char *const gcc_only[] = { "CC_IS_GCC", "USE_X86_SEG_SUPPORT" };

/* True if no architectures are named, or this one is, by any of its names. */
static bool is_wanted(const GPtrArray *names, const char *folder)
{
	for (guint i = 0; i < names->len; i++) {
		const struct arch *arch =
			arch_find(g_ptr_array_index(names, i));

		if (arch && !strcmp(arch->folder, folder))
			return true;
	}
	return names->len == 0;
}

static bool tree_has_arch(const struct tree *tree, const char *name)
{
	g_autofree char *folder =
		g_build_filename(tree->root, "arch", name, NULL);

	return g_file_test(folder, G_FILE_TEST_IS_DIR);
}

static void place_target(struct session *session,
			 const struct compile_jobs *jobs, const char *name,
			 struct compile_target *target)
{
	g_autofree char *folder =
		folder_of(jobs->keep, jobs->options->config, jobs->tree, name);
	/*
	 * An index may know other headers than a walk finds: two precompiled
	 * headers would each take the other's place.
	 */
	g_autofree char *base = g_build_filename(
		folder, jobs->is_staged ? "common-staged.pch" : "common.pch",
		NULL);

	target->folder = session_string(session, folder);
	target->pch_base = session_string(session, base);
}

static void add_target(struct session *session, struct compile_jobs *jobs,
		       const struct arch *arch)
{
	struct compile_target target = {
		.arch = arch,
		.arch_name = arch->folder,
	};

	place_target(session, jobs, arch->name, &target);
	g_array_append_val(jobs->targets, target);
}

/* The folders of all architectures, in one line; owned. */
static char *known_names(void)
{
	GString *names = g_string_new(NULL);
	const struct arch *arch;

	for (size_t i = 0; (arch = arch_at(i)); i++) {
		if (!arch->is_variant)
			g_string_append_printf(names, "%s%s",
					       names->len ? ", " : "",
					       arch->folder);
	}
	return g_string_free(names, FALSE);
}

static bool check_names(struct session *session,
			const struct compile_jobs *jobs)
{
	const GPtrArray *wanted = jobs->options->arches;

	for (guint i = 0; i < wanted->len; i++) {
		const char *name = g_ptr_array_index(wanted, i);

		if (!arch_find(name)) {
			g_autofree char *known = known_names();

			session_problem(session, "compile", NULL, 0,
					"--arch: '%s' is no architecture that "
					"vmalint knows; these are: %s",
					name, known);
			return false;
		}
	}
	return true;
}

static void turn_off(struct kconfig *config, const char *name)
{
	g_hash_table_remove(config->values, name);
	g_hash_table_remove(config->types, name);
}

/* In a folder of its own: runs with and without --config share the cache. */
static void give_config(struct session *session,
			const struct compile_jobs *jobs,
			struct compile_target *target)
{
	g_autofree char *text = kconfig_autoconf(jobs->config);
	g_autofree char *key =
		g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
	g_autofree char *name =
		g_strdup_printf("%s-config-%.16s", target->arch->name, key);

	target->takes_config = true;
	place_target(session, jobs, name, target);
}

/* The configuration of --config or of a build, for the target that it is for.
 */
static bool resolve_config(struct session *session, struct compile_jobs *jobs)
{
	g_autoptr(GArray) pins = target_pins(NULL);
	struct kconfig config = { 0 };
	guint target = 0;

	jobs->config_path = jobs->options->config;
	if (!build_find(session, jobs))
		return false;
	if (!jobs->config_path)
		return true;
	if (!config_file_read(session, jobs->config_path, &config))
		return false;
	jobs->config = g_memdup2(&config, sizeof(config));
	if (!config_file_target(session, jobs, jobs->config, &target))
		return false;
	for (guint i = 0; i < pins->len; i++)
		turn_off(jobs->config,
			 g_array_index(pins, struct kconfig_pin, i).name);
	for (size_t i = 0; i < G_N_ELEMENTS(gcc_only); i++)
		turn_off(jobs->config, gcc_only[i]);
	give_config(
		session, jobs,
		&g_array_index(jobs->targets, struct compile_target, target));
	return build_give_headers(session, jobs, target);
}

/* The build's own folder is never written to. */
static bool check_folders(struct session *session,
			  const struct compile_jobs *jobs)
{
	for (guint i = 0; i < jobs->targets->len; i++) {
		const struct compile_target *target =
			&g_array_index(jobs->targets, struct compile_target, i);

		if (target->folder != jobs->build &&
		    !folder_check(session, target->folder))
			return false;
	}
	return true;
}

bool targets_resolve(struct session *session, struct compile_jobs *jobs)
{
	const GPtrArray *wanted = jobs->options->arches;
	const struct arch *arch;

	if (!check_names(session, jobs))
		return false;
	for (size_t i = 0; (arch = arch_at(i)); i++) {
		if (is_wanted(wanted, arch->folder) &&
		    tree_has_arch(jobs->tree, arch->folder))
			add_target(session, jobs, arch);
	}
	if (jobs->targets->len > 0)
		return resolve_config(session, jobs) &&
		       check_folders(session, jobs);
	session_problem(session, "compile", jobs->tree->root, 0,
			"has no folder of a wanted architecture below arch/");
	return false;
}

void targets_release(struct compile_jobs *jobs)
{
	for (guint i = 0; jobs->targets && i < jobs->targets->len; i++) {
		struct compile_target *target =
			&g_array_index(jobs->targets, struct compile_target, i);

		target_forget(target);
		g_free(target->own_folder);
		g_free(target->own_pch_base);
	}
}
