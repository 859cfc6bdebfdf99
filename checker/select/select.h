/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Selects the files that handle VMA flags, learns the tree's own flag names,
 * and counts relevant lines. Nothing is parsed here: one lexical scan.
 *
 * A flag token is an identifier of the flag API: a name that the tree's
 * headers declare for VMA flags, or a macro whose body holds such a name. A
 * relevant line holds a flag token outside comments and string literals.
 */
#ifndef VMALINT_SELECT_SELECT_H
#define VMALINT_SELECT_SELECT_H

#include <glib.h>
#include <stdbool.h>

struct keep_options;
struct select_options;
struct session;
struct view;

/* How struct vm_area_struct keeps its flags, by the shape of its header. */
enum tree_api {
	TREE_API_PLAIN, /* a writable word */
	TREE_API_CONST, /* a const word over a private one: 6.3 to 6.18 */
	TREE_API_TYPED, /* a const word over a bitmap: 6.19 and later */
};

/* "plain", "const", "typed". */
const char *tree_api_name(enum tree_api api);

struct tree;

/* What was recognised of the tree's flag API, a line for each thing; owned. */
char *tree_api_words(const struct tree *tree);

/* A kernel tree. Strings belong to the session. */
struct tree {
	const struct view *view; /* how its files are read; NULL: from disk */
	const char *root;	 /* absolute path without symbolic links */
	const char *build; /* the configured folder it was found by, or NULL */
	const char *version; /* "6.12.117"; "" if the Makefile has none */
	enum tree_api api;
	unsigned int level; /* of the typed API: 1 = 6.19, 2 = 7.0, ..; or 0 */
	GHashTable *names;  /* flag tokens; a set of owned char * */
	GPtrArray *headers; /* of tree_headers(), if known; or NULL */
};

/* A file that holds a flag token. */
struct selected_file {
	const char *path; /* relative to the tree; absolute outside of it */
	bool is_header;
	bool declares_vma; /* defines struct vm_area_struct with a const word */
	GArray *lines;	   /* guint32: relevant lines, ascending; owned */
};

struct selection {
	struct tree tree;
	GArray *files;	      /* struct selected_file, sorted by path */
	GArray *texts;	      /* the same, of what is no C: Rust, documents */
	unsigned int scanned; /* files that were read */
};

/*
 * Finds the tree that the options name, learns its flag names and selects.
 * False with a problem recorded if there is no such tree or nothing to read;
 * a single unreadable file is a problem and costs that file only. Either way
 * selection_release() is right to call.
 */
bool files_select(struct session *session, const struct select_options *options,
		  const struct keep_options *keep,
		  struct selection *ret_selection);

void selection_release(struct selection *selection);

/*
 * Finds the relevant lines of a file as it is now; false if it cannot be read
 * any more or has none. What its change means to others is not asked.
 */
bool selected_file_renew(const struct tree *tree, struct selected_file *file);

/* Lines first to last of a file. */
struct line_span {
	guint32 first, last;
};

/* What to look at when only a change of the tree is of interest. */
struct selection_scope {
	const char *root;	 /* of the tree, absolute */
	const struct view *view; /* the tree with the change, or without */
	const GPtrArray *paths;	 /* char *: absolute, sorted, each once */
	GPtrArray *headers;	 /* of tree_headers(), if known; or NULL */
	const char *key; /* of its shared headers: for the cache; or NULL */
	bool is_empty;	 /* nothing changed: names need not be learned */
	bool tells_tree; /* what the tree has is told, even if nothing is found
			  */
};

/*
 * The root of the tree that the options name, owned by the session; NULL with
 * a problem recorded if there is none.
 */
const char *files_tree_root(struct session *session,
			    const struct select_options *options);

/* True if the names of these shared headers are in the cache. */
bool files_names_are_known(const struct keep_options *keep,
			   const struct selection_scope *scope);

/*
 * The headers that the files of a scope include from beside them, and those
 * that these include: absolute paths, whether there is such a file or not; an
 * owned array. See beside.c for what counts.
 */
GPtrArray *files_beside(const struct selection_scope *scope);

/* The tree of a scope, and no file of it. False with a problem recorded. */
bool files_select_none(struct session *session,
		       const struct selection_scope *scope,
		       struct selection *ret_selection);

/*
 * As files_select(), of the files of a scope alone. The flag names of headers
 * with a key are learned once and kept in the cache folder.
 */
bool files_select_scope(struct session *session,
			const struct keep_options *keep,
			const struct selection_scope *scope,
			struct selection *ret_selection);

/*
 * False if it is known without a look at the tree's headers that no file of
 * the scope, nor a header beside it that it includes, holds a flag name.
 */
bool files_may_matter(const struct keep_options *keep,
		      const struct selection_scope *scope);

/* True if a text holds a flag name of the tree, comments included. */
bool tree_names_occur(const struct tree *tree, const char *text, gsize length);

/* Names that headers declare: two sets of owned strings. */
struct header_names {
	GHashTable *names;   /* macros, functions, types, enumerators */
	GHashTable *members; /* of structs and unions */
};

/* Makes the sets, empty. */
void header_names_init(struct header_names *names);
void header_names_release(struct header_names *names);

/*
 * Adds the names that a header declares on the given lines (struct line_span).
 * What stands in the body of a function is its own affair. Where conditions or
 * includes are among the lines, all that it declares counts.
 */
void header_declared_names(const char *text, gsize length, const GArray *spans,
			   const struct header_names *ret_names);

/* True if two states of a header differ in layout and comments alone. */
bool header_says_same(const char *before, gsize before_length,
		      const char *after, gsize after_length);

/* What changed about headers. */
struct header_change {
	const GPtrArray *changed; /* char *, absolute: all of them */
	const GPtrArray *moved; /* those that came, went or have another path */
	/* char *, absolute: of Makefiles and Kconfig files that changed */
	const GPtrArray *folders;
	struct header_names names; /* what the changed lines declare */
};

/*
 * The files of the tree with flag names that include one of the changed
 * headers, by themselves or through others, and mention one of the names, or
 * what headers declare by them; those that may include another header than
 * before, as one of its name came or went; and those in the folders, and below:
 * absolute paths, sorted; an owned array of owned strings. The names are
 * extended by what headers declare.
 */
GPtrArray *files_that_use(struct session *session, const struct tree *tree,
			  const struct header_change *change);

/*
 * The paths of all headers of the tree, relative to it and sorted; a reference
 * to an array of owned strings. Folders that cannot be read are left out.
 */
GPtrArray *tree_headers(const struct tree *tree);

/*
 * The same of the tree that a view shows, of which these are the headers save
 * where the view says otherwise.
 */
GPtrArray *tree_headers_in(const char *root, const struct view *view,
			   const GPtrArray *headers);

/* True if the tree's headers declare this name for flags. */
bool tree_has_name(const struct tree *tree, const char *name);

#endif
