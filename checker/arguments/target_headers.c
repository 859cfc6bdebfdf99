// SPDX-License-Identifier: GPL-2.0-only
/* The headers that a build would generate, made once for many runs. */
#include <string.h>
#include <unistd.h>

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
#include "config_store.h"
#include "keep/notices.h"
#include "select/select.h"
#include "target_pins.h"
#include "targets.h"
#include "view_targets.h"

static bool write_headers(struct session *session, const struct tree *tree,
			  const struct compile_target *target,
			  const struct kconfig *config)
{
	g_autoptr(GHashTable) constants = generated_constants(config);

	return generated_write(session, tree, target->arch, config,
			       target->folder) &&
	       kbuild_lists_write(session, tree, target->arch,
				  target->folder) &&
	       made_headers_write(session, tree, target->arch, constants,
				  target->folder);
}

/* Kconfig's own files, and those that tell how it is to be read. */
static void note_files(struct session *session, const struct tree *tree,
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
			g_build_filename(tree->root, others[i], NULL);

		session_note_read(session, path);
	}
}

static bool evaluate_heard(struct session *session, const struct tree *tree,
			   const struct compile_target *target,
			   GHashTable *looked, struct kconfig *ret_config)
{
	g_autoptr(GArray) all_pins = target_pins(target->arch);
	const struct kconfig_request request = {
		.view = tree->view,
		.root = tree->root,
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

/* session: or NULL; what there is to say is kept for those who listen later. */
static bool evaluate(struct session *session, const struct tree *tree,
		     const struct compile_target *target, GHashTable *looked,
		     struct kconfig *ret_config)
{
	struct session unheard;
	bool done;

	if (session)
		return evaluate_heard(session, tree, target, looked,
				      ret_config);
	session_init(&unheard);
	done = evaluate_heard(&unheard, tree, target, looked, ret_config);
	session_release(&unheard);
	return done;
}

static bool make_headers(struct session *session,
			 const struct compile_jobs *jobs,
			 const struct tree *tree,
			 const struct compile_target *target)
{
	struct kconfig config = { 0 };
	bool done;

	if (target->takes_config)
		return write_headers(session, tree, target, jobs->config);
	if (!evaluate(session, tree, target, NULL, &config))
		return false;
	note_files(session, tree, &config);
	done = write_headers(session, tree, target, &config);
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

/*
 * Makes the headers of a tree and notes that for later runs, with what there
 * is to say in each of them. The paths that were looked at go to reads.
 */
static bool make_and_note(struct session *session,
			  const struct compile_jobs *jobs,
			  const struct tree *tree,
			  struct compile_target *target, GHashTable *reads)
{
	g_autoptr(GHashTable) writes =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	guint nr_problems = session->problems->len;
	gint64 since_ns = stamp_now_ns();
	GVariant *notices;
	bool done;

	manifest_remove(target->folder);
	session->reads = reads;
	session->writes = writes;
	done = make_headers(session, jobs, tree, target);
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

GPtrArray *compile_target_headers(const struct compile_jobs *jobs, guint target)
{
	return manifest_outputs(
		g_array_index(jobs->targets, struct compile_target, target)
			.folder);
}

GPtrArray *compile_target_sources(const struct compile_jobs *jobs, guint target)
{
	const struct compile_target *entry =
		&g_array_index(jobs->targets, struct compile_target, target);

	return config_store_files(entry->folder);
}

static struct compile_target *target_at(const struct compile_jobs *jobs,
					guint target)
{
	return &g_array_index(jobs->targets, struct compile_target, target);
}

static GHashTable *new_paths(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

void target_forget(struct compile_target *target)
{
	g_clear_pointer(&target->digest, g_free);
	g_clear_pointer(&target->inputs, g_ptr_array_unref);
	g_clear_pointer(&target->notices, g_variant_unref);
	g_clear_pointer(&target->manifest, g_variant_unref);
}

/*
 * Has a view use the headers that are made for the disk, unless they would be
 * others for the view: then it gets its own.
 */
static void place(const struct compile_jobs *jobs,
		  struct compile_target *target, GHashTable *reads)
{
	if (view_target_differs(jobs->tree, reads)) {
		target_forget(target);
		view_target_place(jobs, target);
	}
	target->is_placed = true;
}

/* The same, if it is known what the headers of the disk were made of. */
static void place_by_manifest(const struct compile_jobs *jobs,
			      struct compile_target *target)
{
	g_autoptr(GHashTable) reads = g_hash_table_new(g_str_hash, g_str_equal);

	if (view_version_differs(jobs->tree)) {
		view_target_place(jobs, target);
		return;
	}
	if (!take_manifest(target, jobs->looked))
		return;
	for (guint i = 0; i < target->inputs->len; i++)
		g_hash_table_add(reads, g_ptr_array_index(target->inputs, i));
	place(jobs, target, reads);
}

/* Makes the headers of the disk to see what they are made of. */
static void place_by_trial(const struct compile_jobs *jobs,
			   struct compile_target *target)
{
	g_autoptr(GHashTable) reads = new_paths();
	struct tree disk = *jobs->tree;
	struct session quiet;

	disk.view = NULL;
	session_init(&quiet);
	if (make_and_note(&quiet, jobs, &disk, target, reads))
		place(jobs, target, reads);
	else
		view_target_place(jobs, target);
	/* What there is to say of it was said to nobody yet. */
	target_forget(target);
	session_release(&quiet);
}

/* A build's own folder is taken as it is. */
static bool is_to_place(const struct compile_jobs *jobs,
			const struct compile_target *target)
{
	return jobs->tree->view && !target->is_placed &&
	       target->folder != jobs->build;
}

bool compile_target_is_made(struct compile_jobs *jobs, guint target)
{
	struct compile_target *entry = target_at(jobs, target);

	/* Targets are made of much the same files. */
	if (!jobs->looked)
		jobs->looked = g_hash_table_new_full(g_str_hash, g_str_equal,
						     g_free, g_free);
	if (is_to_place(jobs, entry))
		place_by_manifest(jobs, entry);
	if (!entry->is_ready && !is_to_place(jobs, entry))
		entry->is_ready = entry->manifest ||
				  take_manifest(entry, jobs->looked);
	return entry->is_ready;
}

static bool make_target(struct session *session, struct compile_jobs *jobs,
			struct compile_target *target)
{
	g_autoptr(GHashTable) reads = new_paths();
	bool done;
	int hold;

	if (is_to_place(jobs, target))
		place_by_trial(jobs, target);
	/* Another worker may be at it: what one drops, the other writes. */
	hold = folder_hold(target->folder);
	/* What was tried may be it. */
	done = target->manifest || take_manifest(target, NULL) ||
	       make_and_note(session, jobs, jobs->tree, target, reads);
	if (hold >= 0)
		close(hold);
	return done;
}

bool compile_target_prepare(struct session *session, struct compile_jobs *jobs,
			    guint target)
{
	struct compile_target *entry = target_at(jobs, target);

	if (!compile_target_is_made(jobs, target))
		entry->is_ready = make_target(session, jobs, entry);
	if (entry->notices)
		notices_tell(entry->notices, session);
	g_clear_pointer(&entry->notices, g_variant_unref);
	return entry->is_ready;
}

/* True if the configuration of the disk is that of the view. */
static bool is_config_of_view(const struct tree *tree,
			      const struct kconfig *config)
{
	g_autoptr(GHashTable) reads = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < config->files->len; i++)
		g_hash_table_add(reads, g_ptr_array_index(config->files, i));
	return !view_version_differs(tree) && !view_target_differs(tree, reads);
}

/* As target_config(), where it is not known yet if the view has its own. */
static bool config_in_view(struct session *session,
			   const struct compile_jobs *jobs,
			   const struct compile_target *target,
			   GHashTable *looked, struct kconfig *ret_config)
{
	struct compile_target own = *target;
	struct tree disk = *jobs->tree;
	bool done;

	disk.view = NULL;
	done = evaluate(NULL, &disk, target, looked, ret_config);
	if (done && is_config_of_view(jobs->tree, ret_config))
		return true;
	if (done)
		kconfig_release(ret_config);
	view_target_place(jobs, &own);
	done = evaluate(session, jobs->tree, &own, looked, ret_config);
	g_free(own.own_folder);
	g_free(own.own_pch_base);
	return done;
}

bool target_config(struct session *session, const struct compile_jobs *jobs,
		   guint target, GHashTable *looked, struct kconfig *ret_config)
{
	const struct compile_target *entry = target_at(jobs, target);

	return is_to_place(jobs, entry) ?
		       config_in_view(session, jobs, entry, looked,
				      ret_config) :
		       evaluate(session, jobs->tree, entry, looked, ret_config);
}
