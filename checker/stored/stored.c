// SPDX-License-Identifier: GPL-2.0-only
/* The members of a report, in the order in which JSON has them. */
#include "stored/stored.h"

#include <string.h>

#include "base/session.h"
#include "base/sort.h"
#include "findings/findings.h"
#include "stored/findings.h"
#include "stored/members.h"

static void read_tool(struct members *at, const json_t *root,
		      struct stored *stored)
{
	const json_t *tool = json_object_get(root, "tool");

	stored->tool_version = g_strdup(member_text(at, tool, "version"));
	stored->libclang_version = g_strdup(member_text(at, tool, "libclang"));
}

/* The words of the tree's API, joined by line ends. */
static char *read_words(struct members *at, const json_t *tree)
{
	const json_t *list = json_object_get(tree, "api_words");
	GString *text = g_string_new(NULL);
	const json_t *word;
	size_t i;

	json_array_foreach(list, i, word)
	{
		if (!json_is_string(word))
			member_refuse(at, "api_words", "a list of texts");
		else
			g_string_append_printf(text, "%s%s", i ? "\n" : "",
					       json_string_value(word));
	}
	return g_string_free(text, FALSE);
}

static void read_tree(struct members *at, const json_t *root,
		      struct stored *stored)
{
	const json_t *tree = json_object_get(root, "tree");

	stored->root = g_strdup(member_path(at, tree, "root"));
	if (!g_path_is_absolute(stored->root))
		member_refuse(at, "root", "an absolute path");
	stored->tree_version = g_strdup(member_text(at, tree, "version"));
	stored->api = g_strdup(member_text(at, tree, "api"));
	stored->level = member_number(at, tree, "level", 0);
	stored->api_words = read_words(at, tree);
}

static void add_arch(struct stored *stored, const char *path, const char *arch)
{
	g_hash_table_insert(stored->arch_of, g_strdup(path), g_strdup(arch));
	if (*arch && !g_ptr_array_find_with_equal_func(stored->arches, arch,
						       g_str_equal, NULL))
		g_ptr_array_add(stored->arches, g_strdup(arch));
}

static void read_lines(struct members *at, const json_t *file, const char *path,
		       struct report *report)
{
	const json_t *list = member_list(at, file, "lines");
	g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(guint32));
	const json_t *number;
	size_t i;

	json_array_foreach(list, i, number)
	{
		const json_int_t told = json_integer_value(number);
		const guint32 line = (guint32)told;

		if (told < 1 || told > G_MAXINT) {
			member_refuse(at, "lines", "a list of numbers");
			return;
		}
		g_array_append_val(numbers, line);
	}
	report->relevant += numbers->len;
	report_lines(report, path, (const guint32 *)numbers->data,
		     numbers->len);
}

static enum file_end read_end(struct members *at, const json_t *file)
{
	const char *name = member_text(at, file, "end");

	for (int end = 0; end < NR_FILE_ENDS; end++) {
		if (strcmp(file_end_name((enum file_end)end), name) == 0)
			return (enum file_end)end;
	}
	member_refuse(at, "end", "analysed, skipped or the like");
	return FILE_FAILED;
}

static void read_file(struct members *at, const json_t *file,
		      struct stored *stored, struct report *report)
{
	const char *path = member_path(at, file, "path");

	add_arch(stored, path, member_text(at, file, "arch"));
	report_file(report, path, read_end(at, file),
		    member_text_or_none(at, file, "reason"),
		    member_text_or_none(at, file, "reproduce"));
	read_lines(at, file, path, report);
}

/* What something is told of, in the order of paths, where files are not. */
static void guess_files(struct members *at, struct stored *stored,
			struct report *report)
{
	const char *before = "";

	session_notice(at->session, "report", at->path, 0,
		       "names no files: of those without findings nothing is "
		       "said");
	for (guint i = 0; i < report->findings->len; i++) {
		const struct finding *finding =
			g_ptr_array_index(report->findings, i);

		if (strcmp(before, finding->at.path) != 0) {
			add_arch(stored, finding->at.path, finding->arch);
			report_file(report, finding->at.path, FILE_ANALYSED,
				    NULL, NULL);
		}
		before = finding->at.path;
	}
	report->relevant = report->unseen->len;
}

static void read_files(struct members *at, const json_t *root,
		       struct stored *stored, struct report *report)
{
	const json_t *list = json_object_get(root, "files");
	const json_t *file;

	if (!list) {
		guess_files(at, stored, report);
		return;
	}
	list = member_list(at, root, "files");
	at->list = "files";
	json_array_foreach(list, at->index, file)
		read_file(at, file, stored, report);
	at->list = "";
}

static void read_summary(struct members *at, const json_t *root,
			 struct report *report)
{
	const json_t *summary = json_object_get(root, "summary");

	report->suppressed = member_number(at, summary, "suppressed", 0);
	report->baselined = member_number(at, summary, "baselined", 0);
	report->merged = member_number(at, summary, "merged", 0);
	report->seconds =
		json_number_value(json_object_get(summary, "seconds"));
}

bool stored_read(struct session *session, const char *path,
		 struct stored *ret_stored, struct report *report)
{
	json_auto_t *root = stored_open(session, "report", path);
	struct members at = { .session = session, .path = path, .list = "" };

	*ret_stored = (struct stored){
		.arches = g_ptr_array_new_with_free_func(g_free),
		.arch_of = g_hash_table_new_full(g_str_hash, g_str_equal,
						 g_free, g_free),
	};
	if (!root)
		return false;
	read_tool(&at, root, ret_stored);
	read_tree(&at, root, ret_stored);
	stored_read_findings(&at, root, report);
	stored_read_unseen(&at, root, report);
	read_files(&at, root, ret_stored, report);
	sort_strings(ret_stored->arches);
	read_summary(&at, root, report);
	if (!at.is_wrong)
		stored_read_problems(&at, root);
	return !at.is_wrong;
}

void stored_release(struct stored *stored)
{
	g_free(stored->tool_version);
	g_free(stored->libclang_version);
	g_free(stored->root);
	g_free(stored->tree_version);
	g_free(stored->api);
	g_free(stored->api_words);
	g_ptr_array_unref(stored->arches);
	g_hash_table_unref(stored->arch_of);
}
