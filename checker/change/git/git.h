/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The real `git`, asked by its plumbing only: what differs, and what blobs
 * hold. It writes nothing, waits for nobody and runs no program that a
 * repository's configuration names.
 */
#ifndef VMALINT_CHANGE_GIT_GIT_H
#define VMALINT_CHANGE_GIT_GIT_H

#include <glib.h>
#include <stdbool.h>

struct session;

/* The repository around a folder. Strings are owned. */
struct git {
	char *top;    /* absolute path of the work tree's top folder */
	char *index;  /* the file that holds what is staged */
	char *merge;  /* where the heads of a merge are kept, if there is one */
	char *folder; /* where git is run, or NULL: where we are */
	char **environ; /* what git gets */
	gsize id_size;	/* of an object, in bytes; 0: not known */
	/* Private: a git that is asked for contents, and what the index is. */
	struct batch *batch;
	struct index_file *index_file;
};

/* One file that differs between two sides. */
struct git_change {
	char *old_path, *path; /* relative to the top; owned */
	char *old_id, *id;     /* blobs; NULL: absent, "": on disk; owned */
	bool is_unmerged;
};

/*
 * Finds the repository that the folder is in: the one of the environment (of
 * a hook) if its work tree holds the folder, else the folder's own. False with
 * *ret_reason set (owned) if there is none.
 */
bool git_open(const char *folder, struct git *ret_git, char **ret_reason);

void git_close(struct git *git);

/*
 * Ends the git that waits for more questions, without waiting for its end: for
 * when there are likely to be none. Another question starts one again. As all
 * questions do, it changes what is private in a const git.
 */
void git_rest(const struct git *git);

/*
 * Runs git with these words (NULL-terminated, without "git") and input, which
 * may be NULL. Its output, or NULL with *ret_reason set to what git said.
 */
GBytes *git_run(const struct git *git, const char *const *words,
		const GString *input, char **ret_reason);

/* The object that a name stands for, owned; NULL if there is none. */
char *git_resolve(const struct git *git, const char *name);

/*
 * The regular files among what `git diff-.. --raw -z` says, as an array of
 * struct git_change *, which it frees. NULL with *ret_reason set, also if the
 * index holds conflicts.
 */
GPtrArray *git_changes(const struct git *git, const char *const *words,
		       char **ret_reason);

/*
 * As above, of what looks at files on disk: no filter of the configuration
 * runs, so that a file that one would change counts as changed.
 */
GPtrArray *git_changes_on_disk(const struct git *git, const char *const *words,
			       char **ret_reason);

/* None, as an array to which git_add_change() can add. */
GPtrArray *git_no_changes(void);

/* Adds a file that keeps its name; takes both ids, NULL for no such file. */
void git_add_change(GPtrArray *changes, const char *path, char *old_id,
		    char *id);

/* As git_changes(), between two commits or trees, renames found. */
GPtrArray *git_tree_changes(const struct git *git, const char *from,
			    const char *to, char **ret_reason);

/*
 * As above, between a commit and what is staged: what the next commit
 * changes. Only folders are looked into that the index does not know to be the
 * same.
 */
GPtrArray *git_staged_changes(const struct git *git, const char *from,
			      char **ret_reason);

/*
 * The regular files of the index that git does not look for on disk: those
 * outside of a sparse checkout, and those that are assumed unchanged. An owned
 * array of struct git_change * without a new side; NULL with *ret_reason set
 * if git fails.
 */
GPtrArray *git_hidden(const struct git *git, char **ret_reason);

/*
 * The regular files of the index that are not on disk as they are in it, and
 * those that git does not look for, as git_hidden(): old sides. Only paths
 * that are wanted count; some of the others may be among them.
 */
GPtrArray *git_unstaged(const struct git *git,
			bool (*is_wanted)(const char *path), char **ret_reason);

/*
 * False if it is known that the index has no file below a folder ("NAME/"), so
 * that the repository is not that of what is there.
 */
bool git_may_hold(const struct git *git, const char *folder);

/*
 * The regular files of the index of which only such are wanted: owned paths of
 * the top, sorted, in an owned array; NULL if we cannot read this index,
 * or if it holds submodules, whose files it does not know.
 */
GPtrArray *git_index_paths(const struct git *git,
			   bool (*is_wanted)(const char *path));

/*
 * Of some paths (of the top, sorted by bytes) those of the index that are not
 * on disk as git noted them: old sides. NULL if we cannot read this index.
 */
GPtrArray *git_unstaged_among(const struct git *git, const GPtrArray *paths);

/*
 * The contents of blobs: owned id -> GBytes *. NULL with *ret_reason set if
 * one of them is missing. In the same call of git, names such as
 * "HEAD:include" (no newline in them) are told apart: ret_ids gets the object
 * of each, owned, or NULL where there is none. Without names both are NULL.
 */
GHashTable *git_blobs(const struct git *git, const GPtrArray *ids,
		      const GPtrArray *names, GPtrArray *ret_ids,
		      char **ret_reason);

/*
 * Sets the content of each name, such as "HEAD:Makefile" (no newline in it),
 * to GBytes * in ret_texts, or NULL where there is none; owned by it. False
 * with *ret_reason set if git fails.
 */
bool git_texts(const struct git *git, const GPtrArray *names,
	       GPtrArray *ret_texts, char **ret_reason);

#endif
