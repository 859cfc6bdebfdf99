// SPDX-License-Identifier: GPL-2.0-only
/* Architectures of a run and the headers that a build would generate. */
#include "targets.h"

#include <string.h>

#include "arguments.h"
#include "arguments/arch/arch.h"
#include "arguments/headers/folder.h"
#include "arguments/headers/generated.h"
#include "arguments/headers/kbuild_lists.h"
#include "arguments/headers/made_headers.h"
#include "arguments/headers/manifest.h"
#include "arguments/kconfig/kconfig.h"
#include "base/session.h"
#include "base/stamp.h"
#include "build.h"
#include "config_file.h"
#include "config_store.h"
#include "keep/notices.h"
#include "options/options.h"
#include "select/select.h"

/*
 * Instruments that put their own code into accessors which rules know by
 * name, and choices that are not the kernel most people build.
 */
static const struct kconfig_pin pins[] = {
	{ "FORTIFY_SOURCE", "n" }, { "KASAN", "n" },
	{ "KCSAN", "n" },	   { "KMSAN", "n" },
	{ "UBSAN", "n" },	   { "GCOV_KERNEL", "n" },
	{ "PREEMPT_RT", "n" },	   { "DEBUG_INFO_BTF", "n" },
};

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
	g_autofree char *folder = folder_of(jobs->options, jobs->tree, name);
	/*
	 * An index may know other headers than a walk finds: two precompiled
	 * headers would each take the other's place.
	 */
	const bool is_staged = jobs->options->change == CHANGE_STAGED;
	g_autofree char *prefix = g_build_filename(
		folder, is_staged ? "prefix-staged.pch" : "prefix.pch", NULL);

	target->folder = session_string(session, folder);
	target->prefix = session_string(session, prefix);
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
	for (size_t i = 0; i < G_N_ELEMENTS(pins); i++)
		turn_off(jobs->config, pins[i].name);
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
			  const struct compile_target *target,
			  const struct kconfig *config)
{
	g_autoptr(GHashTable) constants = generated_constants(config);

	return generated_write(session, jobs->tree, target->arch, config,
			       target->folder) &&
	       kbuild_lists_write(session, jobs->tree, target->arch,
				  target->folder) &&
	       made_headers_write(session, jobs->tree, target->arch, constants,
				  target->folder);
}

/* Kconfig's own files, and those that tell how it is to be read. */
static void note_files(struct session *session, const struct compile_jobs *jobs,
		       const struct kconfig *config)
{
	static const char *const others[] = {
		"Makefile",
		"scripts/kconfig/lexer.l",
		"scripts/kconfig/zconf.l",
	};

	for (guint i = 0; i < config->files->len; i++)
		session_note_read(session, g_ptr_array_index(config->files, i));
	for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
		g_autofree char *path =
			g_build_filename(jobs->tree->root, others[i], NULL);

		session_note_read(session, path);
	}
}

static bool evaluate(struct session *session, const struct compile_jobs *jobs,
		     const struct compile_target *target, GHashTable *looked,
		     struct kconfig *ret_config)
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
	guint nr_problems = session->problems->len;
	const gint64 since_ns = stamp_now_ns();
	GVariant *notices;

	if (config_store_load(session, target->folder, &request, looked,
			      ret_config))
		return true;
	if (!kconfig_evaluate(session, &request, ret_config))
		return false;
	/* What there is to say about a configuration is said in each run. */
	notices = notices_pack(session, nr_problems);
	if (notices)
		config_store_save(target->folder, &request, ret_config,
				  since_ns, notices);
	return true;
}

bool target_config(struct session *session, const struct compile_jobs *jobs,
		   guint target, GHashTable *looked, struct kconfig *ret_config)
{
	return evaluate(
		session, jobs,
		&g_array_index(jobs->targets, struct compile_target, target),
		looked, ret_config);
}

static bool make_headers(struct session *session,
			 const struct compile_jobs *jobs,
			 const struct compile_target *target)
{
	struct kconfig config = { 0 };
	bool done;

	if (target->takes_config)
		return write_headers(session, jobs, target, jobs->config);
	if (!evaluate(session, jobs, target, NULL, &config))
		return false;
	note_files(session, jobs, &config);
	done = write_headers(session, jobs, target, &config);
	kconfig_release(&config);
	return done;
}

/* Takes what is known of the headers of a target; false if it is not known. */
static bool take_manifest(struct compile_target *target, GHashTable *looked)
{
	struct manifest manifest;

	if (!manifest_load(target->folder, looked, &manifest))
		return false;
	target->digest = g_steal_pointer(&manifest.digest);
	target->inputs = g_ptr_array_ref(manifest.inputs);
	target->notices = g_variant_ref(manifest.notices);
	target->manifest = g_variant_ref(manifest.value);
	manifest_release(&manifest);
	return true;
}

/* Notes it for later runs, with what there is to say in each of them. */
static bool make_and_note(struct session *session,
			  const struct compile_jobs *jobs,
			  struct compile_target *target)
{
	g_autoptr(GHashTable) reads =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GHashTable) writes =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	guint nr_problems = session->problems->len;
	gint64 since_ns = stamp_now_ns();
	GVariant *notices;
	bool done;

	manifest_remove(target->folder);
	session->reads = reads;
	session->writes = writes;
	done = make_headers(session, jobs, target);
	session->reads = session->writes = NULL;
	if (!done)
		return false;
	manifest_prune(target->folder, writes);
	notices = notices_pack(session, nr_problems);
	if (notices && manifest_save(target->folder, reads, since_ns, notices))
		take_manifest(target, NULL);
	g_clear_pointer(&target->notices, g_variant_unref);
	return true;
}

GPtrArray *compile_target_sources(const struct compile_jobs *jobs, guint target)
{
	const struct compile_target *entry =
		&g_array_index(jobs->targets, struct compile_target, target);

	return config_store_files(entry->folder);
}

bool compile_target_is_made(struct compile_jobs *jobs, guint target)
{
	struct compile_target *entry =
		&g_array_index(jobs->targets, struct compile_target, target);

	/* Targets are made of much the same files. */
	if (!jobs->looked)
		jobs->looked = g_hash_table_new_full(g_str_hash, g_str_equal,
						     g_free, g_free);
	if (!entry->is_ready)
		entry->is_ready = take_manifest(entry, jobs->looked);
	return entry->is_ready;
}

bool compile_target_prepare(struct session *session, struct compile_jobs *jobs,
			    guint target)
{
	struct compile_target *entry =
		&g_array_index(jobs->targets, struct compile_target, target);

	if (!compile_target_is_made(jobs, target))
		entry->is_ready = make_and_note(session, jobs, entry);
	if (entry->notices)
		notices_tell(entry->notices, session);
	g_clear_pointer(&entry->notices, g_variant_unref);
	return entry->is_ready;
}

void targets_release(struct compile_jobs *jobs)
{
	for (guint i = 0; jobs->targets && i < jobs->targets->len; i++) {
		struct compile_target *target =
			&g_array_index(jobs->targets, struct compile_target, i);

		g_free(target->digest);
		g_clear_pointer(&target->inputs, g_ptr_array_unref);
		g_clear_pointer(&target->notices, g_variant_unref);
		g_clear_pointer(&target->manifest, g_variant_unref);
	}
}
