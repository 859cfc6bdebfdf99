/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The kernel's definitions that user space has copies of, compared with what
 * they are copies of: tools/testing/vma (since 6.11) builds mm/vma.c with
 * headers of its own, which must say the same as the kernel's.
 *
 * Macros are what people keep in step, and a parser has expanded them; so
 * files are read as text/ reads them, into trees of code. Which files of the
 * kernel define a name is found by looking.
 */
#ifndef VMALINT_MIRROR_MIRROR_H
#define VMALINT_MIRROR_MIRROR_H

#include <glib.h>
#include <stdbool.h>

struct view;

/* Where the copies are, relative to the tree. */
#define MIRROR_FOLDER "tools/testing/vma"

enum drift_kind {
	DRIFT_BODY,	  /* a function or macro does something else */
	DRIFT_SIGNATURE,  /* .. takes or returns something else */
	DRIFT_VALUE,	  /* a constant has another value */
	DRIFT_MEMBER,	  /* a member has another type or place */
	DRIFT_TYPE,	  /* a typedef stands for something else */
	DRIFT_ENUMERATOR, /* an enumeration lacks one */
	DRIFT_UNDECLARED, /* a copy uses a name that nobody declares there */
	DRIFT_HELPER,	  /* .. and so does a file of mm/ built with it */
	DRIFT_TWICE,	  /* one name has two definitions */
	DRIFT_MARKER,	  /* a merge was left unfinished */
	DRIFT_TWIN,	  /* a mask and its bitmap name other flags */
	/* these are notes */
	DRIFT_GUARD,	 /* it is under another condition */
	DRIFT_STALE,	 /* the kernel has no such thing any more */
	DRIFT_TYPE_NAME, /* the same type by another name */
};

struct drift_place {
	const char *path; /* relative to the tree; NULL: nowhere */
	guint32 line, column;
};

/* One way in which a copy and the kernel differ. */
struct drift {
	enum drift_kind kind;
	const char *name;	   /* what is defined */
	struct drift_place here;   /* in the copy */
	struct drift_place there;  /* in the kernel; or another copy */
	const char *mine, *theirs; /* the smallest parts that differ; or "" */
};

struct mirror {
	GArray *drifts; /* struct drift */
	GStringChunk *strings;
	guint nr_compared; /* definitions that have a counterpart */
};

struct mirror_request {
	const char *root;	 /* of the tree, absolute */
	const struct view *view; /* how its files are read; or NULL */
	GHashTable *flags;	 /* names of the flag API: a set */
};

/* One without drifts. */
struct mirror *mirror_none(void);

/* Compares all copies of a tree. Never NULL. */
struct mirror *mirror_compare(const struct mirror_request *request);
void mirror_free(struct mirror *mirror);

/* Adds the masks of a header whose bitmap twins name other flags. */
void mirror_compare_twins(const struct mirror_request *request,
			  const char *path, struct mirror *mirror);

/* True of a copy, and of a file that a copy may be of; relative to the tree. */
bool mirror_path_matters(const char *path);

struct mirror_copies;

/* Reads the copies alone; free with mirror_copies_free(). */
struct mirror_copies *mirror_copies_open(const struct mirror_request *request);
void mirror_copies_free(struct mirror_copies *copies);

/* Their paths, relative to the tree: an owned array of owned strings. */
GPtrArray *mirror_copies_paths(const struct mirror_copies *copies);

/* A file as it is at some time; text is NULL where there is none. */
struct mirror_state {
	const char *text;
	gsize length;
};

/*
 * True if two states of a file (relative to the tree) say different things of
 * what is copied, or the file is of the copies.
 */
bool mirror_copies_concern(const struct mirror_copies *copies, const char *path,
			   const struct mirror_state *before,
			   const struct mirror_state *after);

#endif
