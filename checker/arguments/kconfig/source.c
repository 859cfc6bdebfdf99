// SPDX-License-Identifier: GPL-2.0-only
/*
 * Files: finds what a source statement names, opens and closes it, and
 * refuses what would never end.
 */
#include <fnmatch.h>
#include <string.h>

#include "base/asked.h"
#include "base/name.h"
#include "base/sort.h"
#include "base/view.h"
#include "parser.h"

/*
 * The kernel has 1,700 files of 7 MB in all, nested seven deep, and no
 * pattern. What is far beyond is no Kconfig but keeps us busy.
 */
#define FILES_LIMIT    20000
#define BYTES_LIMIT    ((gsize)32 << 20)
#define SOURCES_LIMIT  64
#define PATTERNS_LIMIT 200
#define STARS_LIMIT    4
#define ENTRIES_LIMIT  100000

static const char *refuse_file(const struct kconfig_parser *parser,
			       const char *path)
{
	const struct kconfig_lexer *lexer = parser->lexer;
	unsigned int depth = 0;

	for (; lexer; lexer = lexer->parent, depth++) {
		if (strcmp(lexer->path, path) == 0)
			return "it sources itself";
	}
	if (depth >= SOURCES_LIMIT)
		return "sources are nested too deeply";
	if (parser->nr_files >= FILES_LIMIT)
		return "there are too many sources";
	return NULL;
}

/* What a view gives is no link. */
static bool is_given(const struct kconfig_tree *tree, const char *full)
{
	return tree->view && view_knows(tree->view, full);
}

static char *read_file(struct kconfig_parser *parser, const char *path,
		       gsize *ret_length, char **ret_reason)
{
	const char *refusal = refuse_file(parser, path);
	char *full;
	char *bytes;

	if (refusal) {
		*ret_reason = g_strdup(refusal);
		return NULL;
	}
	full = g_build_filename(parser->tree->root, path, NULL);
	g_ptr_array_add(parser->tree->files, full);
	if (!is_given(parser->tree, full) &&
	    !name_lies_in(parser->tree->root, full)) {
		*ret_reason = g_strdup("a link leads out of the tree");
		return NULL;
	}
	bytes = view_read(parser->tree->view, full, ret_length, ret_reason);
	if (!bytes)
		return NULL;
	parser->nr_files++;
	parser->nr_bytes += *ret_length;
	if (parser->nr_bytes <= BYTES_LIMIT)
		return bytes;
	g_free(bytes);
	*ret_reason = g_strdup("there is more than 32 MiB of Kconfig");
	return NULL;
}

bool kconfig_parser_open(struct kconfig_parser *parser, const char *path,
			 char **ret_reason)
{
	struct kconfig_lexer *lexer;
	gsize length = 0;
	char *bytes = read_file(parser, path, &length, ret_reason);

	if (!bytes)
		return false;
	lexer = g_new0(struct kconfig_lexer, 1);
	lexer->parent = parser->lexer;
	lexer->path = g_string_chunk_insert(parser->tree->strings, path);
	lexer->bytes = bytes;
	lexer->at = bytes;
	lexer->end = bytes + length;
	lexer->line = 1;
	lexer->block = parser->block;
	g_queue_init(&lexer->pending);
	parser->lexer = lexer;
	return true;
}

void kconfig_parser_close(struct kconfig_parser *parser)
{
	struct kconfig_lexer *lexer = parser->lexer;

	while (parser->block != lexer->block) {
		kconfig_tree_notice(parser->tree, parser->block->path,
				    parser->block->line,
				    "block lacks its end in this file");
		parser->block = parser->block->parent;
	}
	parser->entry = NULL;
	parser->lexer = lexer->parent;
	g_queue_clear_full(&lexer->pending, g_free);
	g_free(lexer->bytes);
	g_free(lexer);
}

/* The path below the root, or NULL if it leads out of the tree. */
static char *path_in_tree(const struct kconfig_parser *parser, const char *path,
			  enum kconfig_source_base base)
{
	const char *root = parser->tree->root;
	gsize length = strlen(root);
	g_autofree char *folder = NULL;
	g_autofree char *full = NULL;

	if (base == SOURCE_FROM_FILE) {
		g_autofree char *name = g_path_get_dirname(parser->lexer->path);

		folder = g_build_filename(root, name, NULL);
	}
	full = g_canonicalize_filename(path, folder ? folder : root);
	if (strncmp(full, root, length) != 0 || full[length] != '/')
		return NULL;
	return g_strdup(full + length + 1);
}

static void source_file(struct kconfig_parser *parser, const char *path,
			enum kconfig_source_need need)
{
	g_autofree char *reason = NULL;

	if (!kconfig_parser_open(parser, path, &reason) &&
	    need == SOURCE_MUST_EXIST)
		kconfig_tree_notice(parser->tree, parser->lexer->path,
				    parser->line, "cannot source '%s': %s",
				    path, reason);
}

/* A pattern while it is matched with what there is. */
struct matching {
	struct kconfig_parser *parser;
	GPtrArray *found; /* owned paths below the root */
	bool is_cut;	  /* there was more to look at than is allowed */
};

static void match_in(struct matching *matching, const char *folder,
		     const char *pattern);

static bool is_there(const struct kconfig_tree *tree, const char *full)
{
	return is_given(tree, full) ? view_has_file(tree->view, full) :
				      g_file_test(full, G_FILE_TEST_EXISTS);
}

/* A part of the pattern fits this path; rest is what comes behind it. */
static void match_behind(struct matching *matching, const char *path,
			 const char *rest)
{
	g_autofree char *full = NULL;

	if (rest) {
		match_in(matching, path, rest);
		return;
	}
	full = g_build_filename(matching->parser->tree->root, path, NULL);
	if (is_there(matching->parser->tree, full))
		g_ptr_array_add(matching->found, g_strdup(path));
}

/* Tries all that a folder holds. */
static void match_entries(struct matching *matching, const char *folder,
			  const char *part, const char *rest)
{
	g_autofree char *full =
		g_build_filename(matching->parser->tree->root, folder, NULL);
	g_autoptr(GPtrArray) names =
		view_list(matching->parser->tree->view, full);

	for (guint i = 0; i < names->len && !matching->is_cut; i++) {
		const char *name = g_ptr_array_index(names, i);
		g_autofree char *path = NULL;

		matching->is_cut = matching->parser->nr_entries++ >=
				   ENTRIES_LIMIT;
		if (matching->is_cut || fnmatch(part, name, FNM_PERIOD) != 0)
			continue;
		path = g_build_filename(folder, name, NULL);
		match_behind(matching, path, rest);
	}
}

/* Matches a pattern with what is below a folder, which may be "". */
static void match_in(struct matching *matching, const char *folder,
		     const char *pattern)
{
	gsize length = strcspn(pattern, "/");
	g_autofree char *part = g_strndup(pattern, length);
	const char *rest = pattern[length] ? pattern + length + 1 : NULL;
	g_autofree char *path = NULL;

	if (strpbrk(part, "*?[\\")) {
		match_entries(matching, folder, part, rest);
		return;
	}
	path = *folder ? g_build_filename(folder, part, NULL) : g_strdup(part);
	match_behind(matching, path, rest);
}

static const char *refuse_pattern(struct kconfig_parser *parser,
				  const char *path)
{
	guint nr_stars = 0;

	for (; *path; path++)
		nr_stars += *path == '*';
	if (nr_stars > STARS_LIMIT)
		return "too many stars in a pattern";
	if (parser->nr_patterns++ >= PATTERNS_LIMIT)
		return "too many patterns";
	return NULL;
}

/* What they look into may hold other matches another time. */
static void find_matches(struct matching *matching, const char *path)
{
	GPtrArray *files = matching->parser->tree->files;
	struct asked *asked = asked_new(), *outer = asked_record(asked);
	GHashTableIter iter;
	gpointer name, look;

	match_in(matching, "", path);
	asked_record(outer);
	g_hash_table_iter_init(&iter, asked->reads);
	while (g_hash_table_iter_next(&iter, &name, NULL))
		g_ptr_array_add(files, g_strdup(name));
	g_hash_table_iter_init(&iter, asked->looks);
	while (g_hash_table_iter_next(&iter, &name, &look)) {
		if (GPOINTER_TO_INT(look) == LOOK_ABSENT)
			g_ptr_array_add(files, g_strdup(name));
	}
	asked_free(asked);
}

static void queue_matches(struct kconfig_parser *parser, const char *path,
			  enum kconfig_source_need need)
{
	const char *refusal = refuse_pattern(parser, path);
	g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
	struct matching matching = { .parser = parser, .found = found };

	if (refusal) {
		kconfig_parser_notice(parser, refusal);
		return;
	}
	find_matches(&matching, path);
	if (matching.is_cut)
		kconfig_parser_notice(parser,
				      "patterns look at too many files");
	else if (found->len == 0 && need == SOURCE_MUST_EXIST)
		kconfig_parser_notice(parser, "no file fits the pattern");
	sort_strings(found);
	for (guint i = 0; i < found->len; i++) {
		char *match = path_in_tree(parser, g_ptr_array_index(found, i),
					   SOURCE_FROM_ROOT);

		if (match)
			g_queue_push_tail(&parser->lexer->pending, match);
	}
}

bool kconfig_parser_open_pending(struct kconfig_parser *parser)
{
	g_autofree char *path = g_queue_pop_head(&parser->lexer->pending);

	if (!path)
		return false;
	source_file(parser, path, SOURCE_MUST_EXIST);
	return true;
}

void kconfig_parser_source(struct kconfig_parser *parser,
			   enum kconfig_source_base base,
			   enum kconfig_source_need need)
{
	const struct kconfig_token *name = kconfig_parser_take(parser);
	g_autofree char *path = NULL;

	parser->entry = NULL;
	if (!name->text || !name->text[0]) {
		kconfig_parser_notice(parser, "source has no path");
		return;
	}
	path = path_in_tree(parser, name->text, base);
	if (!path)
		kconfig_parser_notice(parser, "path leads out of the tree");
	else if (strpbrk(path, "*?["))
		queue_matches(parser, path, need);
	else
		source_file(parser, path, need);
}
