// SPDX-License-Identifier: GPL-2.0-only
/*
 * Whom a change to headers concerns: files with flags that include one of them
 * and mention a name that its changed lines declare. Lexical; nothing is
 * parsed.
 */
#include <string.h>

#include "base/name.h"
#include "base/path_kind.h"
#include "base/session.h"
#include "base/sort.h"
#include "base/view.h"
#include "includes.h"
#include "select/names.h"
#include "select/select.h"
#include "select/walk.h"
#include "text/lexer.h"
#include "text/name_set.h"

/* With more names than these, to mention one of them says nothing. */
enum { NAMES_LIMIT = 4000 };

/* A walk over the words of a header. */
struct mention {
	const struct header_names *names;
	struct lex_token last;
	struct lex_token directive; /* "define", "ifdef"; or nothing */
	struct lex_token macro;	    /* that it defines; or nothing */
	bool in_parameters;
	GHashTable *parameters; /* owned strings: of the macro */
};

static void begin_line(struct mention *mention)
{
	mention->in_parameters = false;
	mention->directive = mention->macro = (struct lex_token){ 0 };
	g_hash_table_remove_all(mention->parameters);
}

static bool is_in(const struct mention *mention, const char *directive)
{
	return mention->directive.start &&
	       lex_token_is(&mention->directive, directive);
}

/* Follows "# define NAME(PARAMETER, ..)". */
static void follow_directive(struct mention *mention,
			     const struct lex_token *token)
{
	const struct lex_token *macro = &mention->macro;

	if (!mention->directive.start) {
		mention->directive = *token;
	} else if (is_in(mention, "define") && !macro->start) {
		mention->macro = *token;
	} else if (macro->start == mention->last.start &&
		   lex_token_is(token, "(") &&
		   token->start == macro->start + macro->length) {
		mention->in_parameters = true;
	} else if (mention->in_parameters) {
		mention->in_parameters = !lex_token_is(token, ")");
		g_hash_table_add(mention->parameters, lex_token_text(token));
	}
}

/*
 * A word that a member has for a name is often that of a parameter, too: it
 * counts where something is taken out of a struct, and in macros.
 */
static bool is_mention(const struct mention *mention,
		       const struct lex_token *token)
{
	const struct lex_token *last = &mention->last;
	bool is_access = last->start &&
			 (lex_token_is(last, ".") || lex_token_is(last, ">") ||
			  lex_token_is(last, ","));

	if (token->kind != LEX_IDENTIFIER || is_in(mention, "include"))
		return false;
	if (name_set_has_token(mention->names->names, token))
		return true;
	return name_set_has_token(mention->names->members, token) &&
	       (is_in(mention, "define") ?
			!name_set_has_token(mention->parameters, token) :
			is_access);
}

/* The lines of a text that hold one of the names; owned. */
static GArray *mentions(const char *text, gsize length,
			const struct header_names *names)
{
	GArray *spans = g_array_new(FALSE, FALSE, sizeof(struct line_span));
	g_autoptr(GHashTable) parameters =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	struct mention mention = { .names = names, .parameters = parameters };
	struct lex_token token;
	struct lexer lexer;

	lexer_init(&lexer, text, length);
	for (; lexer_next(&lexer, &token); mention.last = token) {
		struct line_span span = { token.line, token.line };

		if (token.first_on_line)
			begin_line(&mention);
		else if (token.in_directive)
			follow_directive(&mention, &token);
		if (is_mention(&mention, &token))
			g_array_append_val(spans, span);
	}
	return spans;
}

/* Adds what a header makes of the names that it mentions. */
static void derive_from(const struct tree *tree, const char *path,
			const struct header_names *names)
{
	gsize length = 0;
	g_autofree char *text = view_read(tree->view, path, &length, NULL);
	g_autoptr(GArray) spans = text ? mentions(text, length, names) : NULL;

	if (spans && spans->len > 0)
		header_declared_names(text, length, spans, names);
}

static void add_names(GHashTable *set, GHashTable *names)
{
	GHashTableIter iter;
	gpointer name;

	g_hash_table_iter_init(&iter, names);
	while (g_hash_table_iter_next(&iter, &name, NULL))
		g_hash_table_add(set, g_strdup(name));
}

/* All names, whatever they are of; owned. */
static GHashTable *both(const struct header_names *names)
{
	GHashTable *set =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	add_names(set, names->names);
	add_names(set, names->members);
	return set;
}

static bool is_header(const char *path)
{
	return g_str_has_suffix(path, ".h");
}

static GPtrArray *headers_of(const GPtrArray *paths)
{
	GPtrArray *headers = g_ptr_array_new();

	for (guint i = 0; i < paths->len; i++) {
		gpointer path = g_ptr_array_index(paths, i);

		if (is_header(path))
			g_ptr_array_add(headers, path);
	}
	return headers;
}

static guint count(const struct header_names *names)
{
	return g_hash_table_size(names->names) +
	       g_hash_table_size(names->members);
}

/*
 * Extends the names by the macros, types, members and functions that headers
 * declare with them. False if there are too many to tell anything.
 */
static bool derive(struct session *session, const struct tree *tree,
		   const GPtrArray *headers, const struct header_names *names)
{
	g_autofree guint8 *hits = g_new0(guint8, headers->len + 1);
	guint nr_before;

	do {
		g_autoptr(GHashTable) all = both(names);

		nr_before = count(names);
		memset(hits, 0, headers->len);
		walk_match(session, tree->view, headers, all, hits);
		for (guint i = 0; i < headers->len; i++) {
			if (hits[i])
				derive_from(tree, g_ptr_array_index(headers, i),
					    names);
			if (count(names) > NAMES_LIMIT)
				return false;
		}
	} while (count(names) > nr_before);
	return true;
}

/* Those of the paths that hold one of the names; borrowed strings. */
static GPtrArray *holding(struct session *session, const struct tree *tree,
			  const GPtrArray *paths, GHashTable *names)
{
	g_autofree guint8 *hits = g_new0(guint8, paths->len + 1);
	GPtrArray *found = g_ptr_array_new();

	walk_match(session, tree->view, paths, names, hits);
	for (guint i = 0; i < paths->len; i++) {
		if (hits[i])
			g_ptr_array_add(found, g_ptr_array_index(paths, i));
	}
	return found;
}

static guint learn_flags(const struct tree *tree, const char *path,
			 GHashTable *names)
{
	gsize length = 0;
	g_autofree char *text = view_read(tree->view, path, &length, NULL);

	return text ? names_learn_macros(names, text, length) : 0;
}

/* The names that show that a file is one with flags: of all headers; owned. */
static GHashTable *flag_names(struct session *session, const struct tree *tree,
			      const GPtrArray *headers)
{
	g_autofree guint8 *hits = g_new0(guint8, headers->len + 1);
	GHashTable *names =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	guint nr_new;

	add_names(names, tree->names);
	do {
		nr_new = 0;
		memset(hits, 0, headers->len);
		walk_match(session, tree->view, headers, names, hits);
		for (guint i = 0; i < headers->len; i++)
			nr_new += hits[i] ? learn_flags(tree, headers->pdata[i],
							names) :
					    0;
	} while (nr_new > 0);
	g_hash_table_add(names, g_strdup("vm_area_struct"));
	return names;
}

static GPtrArray *copy_paths(GHashTable *set)
{
	GPtrArray *copy = g_ptr_array_new_with_free_func(g_free);
	GHashTableIter iter;
	gpointer path;

	g_hash_table_iter_init(&iter, set);
	while (g_hash_table_iter_next(&iter, &path, NULL))
		g_ptr_array_add(copy, g_strdup(path));
	sort_strings(copy);
	return copy;
}

static void add_paths(GHashTable *set, const GPtrArray *paths)
{
	for (guint i = 0; i < paths->len; i++)
		g_hash_table_add(set, g_strdup(g_ptr_array_index(paths, i)));
}

/* The headers that are there, and those that were. */
static GPtrArray *with_former(const GPtrArray *headers,
			      const GPtrArray *changed)
{
	g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
	GPtrArray *all = g_ptr_array_new();

	for (guint i = 0; i < headers->len; i++)
		g_hash_table_add(known, g_ptr_array_index(headers, i));
	g_ptr_array_extend(all, (GPtrArray *)headers, NULL, NULL);
	for (guint i = 0; i < changed->len; i++) {
		if (g_hash_table_add(known, g_ptr_array_index(changed, i)))
			g_ptr_array_add(all, g_ptr_array_index(changed, i));
	}
	return all;
}

/* What the files of a search may be told apart by. */
struct header_user_search {
	struct session *session;
	const struct tree *tree;
	const GPtrArray *headers; /* that there are */
	const GPtrArray *all;	  /* and those that were */
	const GPtrArray *files;	  /* with flags */
	GHashTable *found;	  /* owned paths */
};

/* Rust and documents mention what headers declare, and include none. */
static void add_speakers(const struct header_user_search *search,
			 GHashTable *wanted)
{
	g_autoptr(GPtrArray) texts = g_ptr_array_new();
	g_autoptr(GPtrArray) found = NULL;

	for (guint i = 0; i < search->files->len; i++) {
		gpointer path = g_ptr_array_index(search->files, i);

		if (!path_is_source(path))
			g_ptr_array_add(texts, path);
	}
	found = holding(search->session, search->tree, texts, wanted);
	add_paths(search->found, found);
}

/* Those that include a changed header and mention what it declares. */
static void find_by_names(const struct header_user_search *search,
			  const struct header_change *change)
{
	g_autoptr(GPtrArray) users = g_ptr_array_new();
	g_autoptr(GPtrArray) theirs = g_ptr_array_new();
	struct includes *includes =
		includes_new(search->tree, search->headers, search->all);

	includes_find(includes, search->files, change->changed, users, theirs);
	if (derive(search->session, search->tree, theirs, &change->names)) {
		g_autoptr(GHashTable) wanted = both(&change->names);
		g_autoptr(GPtrArray) found =
			holding(search->session, search->tree, users, wanted);

		add_paths(search->found, found);
		add_speakers(search, wanted);
	} else {
		add_paths(search->found, users);
	}
	includes_free(includes);
}

/* Those that include, or did, a header that came or went. */
static void find_by_place(const struct header_user_search *search,
			  const struct header_change *change)
{
	g_autoptr(GPtrArray) users = g_ptr_array_new();
	g_autoptr(GPtrArray) theirs = g_ptr_array_new();
	struct includes *includes;

	if (change->moved->len == 0)
		return;
	includes = includes_new(search->tree, search->headers, search->all);
	includes_find(includes, search->files, change->moved, users, theirs);
	add_paths(search->found, users);
	includes_free(includes);
}

/* Those that may be built in another way than before. */
static void find_by_folder(const struct header_user_search *search,
			   const struct header_change *change)
{
	for (guint i = 0; i < search->files->len; i++) {
		const char *path = g_ptr_array_index(search->files, i);

		if (name_is_within_any(path, change->folders))
			g_hash_table_add(search->found, g_strdup(path));
	}
}

/*
 * The sources that may be concerned, sorted; owned. Makefiles concern those
 * below them alone.
 */
static GPtrArray *sources_of(struct session *session, const struct tree *tree,
			     const struct header_change *change)
{
	GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) walked = g_ptr_array_new();

	if (count(&change->names) > 0 || change->moved->len > 0)
		g_ptr_array_add(walked, (gpointer)tree->root);
	for (guint i = 0; i < change->folders->len; i++) {
		char *folder = g_ptr_array_index(change->folders, i);

		if (!name_is_within_any(folder, walked))
			g_ptr_array_add(walked, folder);
	}
	for (guint i = 0; i < walked->len; i++)
		walk_view(session, tree->view, g_ptr_array_index(walked, i),
			  paths);
	sort_strings(paths);
	return paths;
}

GPtrArray *files_that_use(struct session *session, const struct tree *tree,
			  const struct header_change *change)
{
	g_autoptr(GPtrArray) paths = sources_of(session, tree, change);
	g_autoptr(GPtrArray) headers = NULL;
	g_autoptr(GPtrArray) all = NULL;
	g_autoptr(GPtrArray) with_flags = NULL;
	g_autoptr(GHashTable) words = NULL;
	g_autoptr(GHashTable) found =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	headers = headers_of(paths);
	all = with_former(headers, change->changed);
	words = flag_names(session, tree, headers);
	with_flags = holding(session, tree, paths, words);
	const struct header_user_search search = {
		.session = session,
		.tree = tree,
		.headers = headers,
		.all = all,
		.files = with_flags,
		.found = found,
	};

	find_by_names(&search, change);
	find_by_place(&search, change);
	find_by_folder(&search, change);
	return copy_paths(found);
}
