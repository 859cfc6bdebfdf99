// SPDX-License-Identifier: GPL-2.0-only
/*
 * Both trees have their headers made, which is known already for one that is
 * on disk; then texts are compared.
 */
#include "built.h"

#include <stdbool.h>
#include <string.h>

#include "arguments/arguments.h"
#include "base/session.h"
#include "base/text_file.h"
#include "findings/findings.h"
#include "options/options.h"
#include "pass.h"
#include "prepare.h"
#include "select/select.h"

/* Where what configurations say is told from other headers. */
#define AUTOCONF_NAME "/include/generated/autoconf.h"

/* A tree with its targets. */
struct side {
	struct selection selection; /* of no file */
	struct compile_jobs jobs;
};

void built_header_free(gpointer data)
{
	struct built_header *header = data;

	g_free(header->path);
	g_clear_pointer(&header->before, g_bytes_unref);
	g_clear_pointer(&header->after, g_bytes_unref);
	g_free(header);
}

static bool side_prepare(struct session *session, const struct options *options,
			 const struct tree *tree, struct side *side)
{
	const struct arguments_request request = arguments_request_of(options);
	struct report report;
	bool done;

	side->selection.tree = *tree;
	side->selection.files =
		g_array_new(FALSE, FALSE, sizeof(struct selected_file));
	if (!compile_jobs_resolve(session, &request, &side->selection,
				  &side->jobs))
		return false;
	for (guint i = 0; i < side->jobs.targets->len; i++)
		g_array_index(side->jobs.targets, struct compile_target, i)
			.is_wanted = true;
	report_init(&report);
	done = targets_prepare(session, options, &side->jobs, &report);
	report_release(&report);
	return done;
}

static void side_release(struct side *side)
{
	compile_jobs_release(&side->jobs);
	if (side->selection.files)
		g_array_unref(side->selection.files);
}

/*
 * A symbol that is m is CONFIG_X to who asks with IS_ENABLED(), and
 * CONFIG_X_MODULE in the header.
 */
static GBytes *without_modules(char *text)
{
	g_auto(GStrv) parts = g_strsplit(text, "_MODULE 1\n", -1);
	char *plain = g_strjoinv(" m\n", parts);

	g_free(text);
	return g_bytes_new_take(plain, strlen(plain));
}

/* The text of a header of a folder; owned, NULL if it has none. */
static GBytes *read_header(const char *folder, const char *name)
{
	g_autofree char *path = g_strconcat(folder, name, NULL);
	gsize length = 0;
	char *text = text_file_read(path, &length, NULL);

	if (!text)
		return NULL;
	return strcmp(name, AUTOCONF_NAME) == 0 ?
		       without_modules(text) :
		       g_bytes_new_take(text, length);
}

static const char *folder_at(const struct side *side, guint target)
{
	return g_array_index(side->jobs.targets, struct compile_target, target)
		.folder;
}

/* Adds the names of a side's headers in its folder, with the slash before. */
static void add_names(const struct side *side, guint target, GHashTable *names)
{
	g_autoptr(GPtrArray) paths =
		compile_target_headers(&side->jobs, target);
	gsize length = strlen(folder_at(side, target));

	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);

		g_hash_table_add(names, g_strdup(path + length));
	}
}

static bool is_same(GBytes *a, GBytes *b)
{
	return a && b ? g_bytes_equal(a, b) : a == b;
}

static void compare_target(const struct side *old, const struct side *new,
			   guint target, GPtrArray *headers)
{
	const char *before = folder_at(old, target);
	const char *after = folder_at(new, target);
	g_autoptr(GHashTable) names =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GHashTableIter iter;
	gpointer name;

	if (strcmp(before, after) == 0)
		return;
	add_names(old, target, names);
	add_names(new, target, names);
	g_hash_table_iter_init(&iter, names);
	while (g_hash_table_iter_next(&iter, &name, NULL)) {
		struct built_header header = {
			.before = read_header(before, name),
			.after = read_header(after, name),
		};

		if (!is_same(header.before, header.after)) {
			header.path = g_strconcat(old->selection.tree.root,
						  name, NULL);
			g_ptr_array_add(headers,
					g_memdup2(&header, sizeof(header)));
			continue;
		}
		g_clear_pointer(&header.before, g_bytes_unref);
		g_clear_pointer(&header.after, g_bytes_unref);
	}
}

void built_differences(const struct options *options, const struct tree *before,
		       const struct tree *after, GPtrArray *ret_headers)
{
	struct side old = { 0 }, new = { 0 };
	struct session quiet;
	bool done;

	session_init(&quiet);
	done = side_prepare(&quiet, options, before, &old) &&
	       side_prepare(&quiet, options, after, &new);
	for (guint i = 0; done && i < old.jobs.targets->len; i++)
		compare_target(&old, &new, i, ret_headers);
	side_release(&old);
	side_release(&new);
	session_release(&quiet);
}
