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

struct options;
struct session;

/* How struct vm_area_struct keeps its flags, by the shape of its header. */
enum tree_api {
	TREE_API_PLAIN, /* a writable word */
	TREE_API_CONST, /* a const word over a private one: 6.3 to 6.18 */
	TREE_API_TYPED, /* a const word over a bitmap: 6.19 and later */
};

/* "plain", "const", "typed". */
const char *tree_api_name(enum tree_api api);

/* A kernel tree. Strings belong to the session. */
struct tree {
	const char *root;    /* absolute path without symbolic links */
	const char *version; /* "6.12.117"; "" if the Makefile has none */
	enum tree_api api;
	unsigned int level; /* of the typed API: 1 = 6.19, 2 = 7.0, ..; or 0 */
	GHashTable *names;  /* flag tokens; a set of owned char * */
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
	unsigned int scanned; /* C files and headers that were read */
};

/*
 * Finds the tree that the options name, learns its flag names and selects.
 * False with a problem recorded if there is no such tree or nothing to read;
 * a single unreadable file is a problem and costs that file only. Either way
 * selection_release() is right to call.
 */
bool files_select(struct session *session, const struct options *options,
		  struct selection *ret_selection);

void selection_release(struct selection *selection);

/*
 * The paths of all headers of the tree, relative to it and sorted; an owned
 * array of owned strings. Folders that cannot be read are left out.
 */
GPtrArray *tree_headers(const struct tree *tree);

/* True if the tree's headers declare this name for flags. */
bool tree_has_name(const struct tree *tree, const char *name);

#endif
