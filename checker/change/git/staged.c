// SPDX-License-Identifier: GPL-2.0-only
/*
 * What the next commit changes. The index knows which tree object each of its
 * folders is, save those in which files were added since: so few folders of a
 * commit are looked into, and git need not be started for it.
 */
#include <string.h>
#include <sys/stat.h>

#include "cache_tree.h"
#include "git.h"
#include "index.h"
#include "objects.h"

/* Each is asked for apart; where there are more, git does it at once. */
enum { TREES_LIMIT = 200, ID_LIMIT = 32 };

/* A file of the commit, or a folder that is the same in the index. */
struct old_entry {
	char *path;   /* owned; of a folder with a slash at its end */
	gsize length; /* of the path */
	guint32 mode; /* 0: such a folder */
	guint8 id[ID_LIMIT];
};

struct comparison {
	const struct git *git;
	gsize id_size;
	GArray *nodes;	    /* its struct cache_node */
	GArray *olds;	    /* struct old_entry, in the order of the index */
	guint nr_trees;	    /* that were looked into */
	GPtrArray *changes; /* struct git_change *: what was found */
	bool has_new, has_gone;
};

/* What is left of an object that lists a folder. */
struct tree_reader {
	const guint8 *next, *end;
	gsize id_size;
};

struct tree_entry {
	guint32 mode;
	const char *name;
	const guint8 *id;
};

/* "MODE NAME\0" in octal digits, and the id. */
static bool take_tree_entry(struct tree_reader *reader,
			    struct tree_entry *ret_entry)
{
	const guint8 *nul =
		memchr(reader->next, '\0', (gsize)(reader->end - reader->next));
	const guint8 *next = reader->next;

	if (!nul || (gsize)(reader->end - nul) <= reader->id_size)
		return false;
	ret_entry->mode = 0;
	while (*next >= '0' && *next <= '7')
		ret_entry->mode = ret_entry->mode << 3 | (*next++ & 7);
	if (*next != ' ')
		return false;
	ret_entry->name = (const char *)next + 1;
	ret_entry->id = nul + 1;
	reader->next = nul + 1 + reader->id_size;
	return *ret_entry->name != '\0' && ret_entry->mode != 0;
}

/* Of a file's mode git keeps no more; old trees may have more (2.39). */
static guint32 plain_mode(guint32 mode)
{
	if (!S_ISREG(mode))
		return mode & S_IFMT;
	return S_IFREG | (mode & S_IXUSR ? 0755 : 0644);
}

static void clear_old(gpointer data)
{
	struct old_entry *old = data;

	g_free(old->path);
}

static void add_old(struct comparison *comparison, char *path, guint32 mode,
		    const guint8 *id)
{
	struct old_entry old = {
		.path = path,
		.length = strlen(path),
		.mode = mode,
	};

	memcpy(old.id, id, comparison->id_size);
	g_array_append_val(comparison->olds, old);
}

static bool is_same_folder(const struct comparison *comparison, guint place,
			   const guint8 *id)
{
	const struct cache_node *node;

	if (place == CACHE_NOWHERE)
		return false;
	node = &g_array_index(comparison->nodes, struct cache_node, place);
	return node->id && memcmp(node->id, id, comparison->id_size) == 0;
}

static bool list_folder(struct comparison *comparison, const char *path,
			const char *name, guint place);

static bool list_entry(struct comparison *comparison, const char *path,
		       const struct tree_entry *entry, guint place)
{
	g_autofree char *whole = g_strconcat(path, entry->name, NULL);
	g_autofree char *folder = NULL;
	g_autofree char *id = NULL;
	guint child;

	if (!S_ISDIR(entry->mode)) {
		add_old(comparison, g_steal_pointer(&whole),
			plain_mode(entry->mode), entry->id);
		return true;
	}
	folder = g_strconcat(whole, "/", NULL);
	child = cache_tree_child(comparison->nodes, place, entry->name);
	if (is_same_folder(comparison, child, entry->id)) {
		add_old(comparison, g_steal_pointer(&folder), 0, entry->id);
		return true;
	}
	id = index_id(entry->id, comparison->id_size);
	return list_folder(comparison, folder, id, child);
}

/* Lists a folder of the commit; false if git has to be asked for all. */
static bool list_folder(struct comparison *comparison, const char *path,
			const char *name, guint place)
{
	struct object object;
	struct tree_reader reader = { .id_size = comparison->id_size };
	struct tree_entry entry;
	gsize size = 0;
	bool done;

	if (++comparison->nr_trees > TREES_LIMIT)
		return false;
	done = objects_get_one(comparison->git, name, &object) &&
	       strcmp(object.kind, "tree") == 0;
	if (done) {
		reader.next = g_bytes_get_data(object.content, &size);
		reader.end = reader.next + size;
	}
	while (done && reader.next < reader.end)
		done = take_tree_entry(&reader, &entry) &&
		       list_entry(comparison, path, &entry, place);
	object_clear(&object);
	return done;
}

/* A side of a change: NULL if there is no regular file. */
static char *side(const struct comparison *comparison, guint32 mode,
		  const guint8 *id)
{
	return S_ISREG(mode) ? index_id(id, comparison->id_size) : NULL;
}

/* Notes what differs. Either may be NULL: no such entry. */
static void note(struct comparison *comparison, const struct old_entry *old,
		 const struct index_entry *new)
{
	const guint32 old_mode = old ? old->mode : 0;
	const guint32 mode = new ? plain_mode(index_stat(new, INDEX_MODE)) : 0;
	const char *path = new ? new->name : old->path;

	if (old && new && old_mode == mode &&
	    memcmp(old->id, new->id, comparison->id_size) == 0)
		return;
	comparison->has_new |= !old;
	comparison->has_gone |= !new;
	if (S_ISREG(old_mode) || S_ISREG(mode))
		git_add_change(comparison->changes, path,
			       old ? side(comparison, old_mode, old->id) : NULL,
			       new ? side(comparison, mode, new->id) : NULL);
}

/* Compares a name of the index with the place that an old entry takes. */
static int compare_with(const struct old_entry *old, const char *name)
{
	return old->mode ? strcmp(name, old->path) :
			   strncmp(name, old->path, old->length);
}

/* Goes on to the old entry for this one, which is noted if it is new. */
static guint compare_entry(struct comparison *comparison, guint next,
			   const struct index_entry *entry)
{
	for (; next < comparison->olds->len; next++) {
		const struct old_entry *old = &g_array_index(
			comparison->olds, struct old_entry, next);
		const int order = compare_with(old, entry->name);

		if (order < 0)
			break;
		if (order == 0 && !old->mode)
			return next;
		if (order == 0) {
			note(comparison, old, entry);
			return next + 1;
		}
		if (old->mode)
			note(comparison, old, NULL);
	}
	note(comparison, NULL, entry);
	return next;
}

/* Compares all entries; false if there are such as git has to judge. */
static bool compare_entries(struct comparison *comparison)
{
	struct index_reader reader;
	struct index_entry entry;
	guint next = 0;
	bool done = index_file_begin(comparison->git, &reader);

	while (done && index_next(&reader, &entry)) {
		done = !(entry.flags & INDEX_STAGE);
		if (done && !(entry.flags & INDEX_INTENDED))
			next = compare_entry(comparison, next, &entry);
	}
	index_end(&reader);
	for (; done && next < comparison->olds->len; next++) {
		const struct old_entry *old = &g_array_index(
			comparison->olds, struct old_entry, next);

		if (old->mode)
			note(comparison, old, NULL);
	}
	return done;
}

/* Reads the tree that is kept behind the entries; false if it cannot be. */
static bool read_nodes(struct comparison *comparison)
{
	struct index_reader reader;
	struct index_entry entry;
	bool done = index_file_begin(comparison->git, &reader);

	while (done && index_next(&reader, &entry))
		;
	if (done && index_is_whole(&reader))
		comparison->nodes = cache_tree_read(&reader);
	index_end(&reader);
	return comparison->nodes != NULL;
}

/* The tree that would be committed, as the index knows it; owned, or NULL. */
static char *known_tree(const struct comparison *comparison)
{
	const struct cache_node *root =
		comparison->nodes ? &g_array_index(comparison->nodes,
						   struct cache_node, 0) :
				    NULL;

	return root && root->id ? index_id(root->id, comparison->id_size) :
				  NULL;
}

/* A file that is gone may be one that is new: git knows. */
static bool may_have_moved(const struct comparison *comparison)
{
	return comparison->has_new && comparison->has_gone;
}

/*
 * By our own look at the index; false if git has to be asked. *ret_tree is the
 * tree that would be committed, owned, or NULL.
 */
static bool compare(struct comparison *comparison, const char *from,
		    char **ret_tree)
{
	g_autofree char *name = g_strconcat(from, "^{tree}", NULL);

	if (!read_nodes(comparison))
		return false;
	*ret_tree = known_tree(comparison);
	return list_folder(comparison, "", name, 0) &&
	       compare_entries(comparison) && !may_have_moved(comparison);
}

/*
 * Two trees are compared by looking only at folders that differ; the entries
 * of an index are all read (24 ms of 6.12). The tree may not be there yet,
 * though its name is known.
 */
static GPtrArray *ask_git(const struct git *git, const char *from,
			  const char *tree, char **ret_reason)
{
	/* What is only meant to be added is not part of the commit. */
	const char *const words[] = { "diff-index",
				      "--cached",
				      "--raw",
				      "-z",
				      "-M",
				      "--no-abbrev",
				      "--ita-invisible-in-index",
				      from,
				      "--",
				      NULL };
	g_autofree char *reason = NULL;
	GPtrArray *changes = tree ? git_tree_changes(git, from, tree, &reason) :
				    NULL;

	return changes ? changes : git_changes(git, words, ret_reason);
}

GPtrArray *git_staged_changes(const struct git *git, const char *from,
			      char **ret_reason)
{
	struct comparison comparison = {
		.git = git,
		.id_size = git->id_size,
		.olds = g_array_new(FALSE, FALSE, sizeof(struct old_entry)),
		.changes = git_no_changes(),
	};
	g_autofree char *tree = NULL;

	g_array_set_clear_func(comparison.olds, clear_old);
	if (git->id_size > ID_LIMIT || !compare(&comparison, from, &tree)) {
		g_ptr_array_unref(comparison.changes);
		comparison.changes = ask_git(git, from, tree, ret_reason);
	}
	g_array_free(comparison.olds, TRUE);
	if (comparison.nodes)
		g_array_free(comparison.nodes, TRUE);
	return comparison.changes;
}
