// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which files on disk may not be what the index holds. Where nothing that git
 * noted of a file has changed, git would not look into it either; of the few
 * others it is asked, as only git knows what its configuration means.
 */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "git.h"
#include "index.h"

/* More are asked for by all: a command line has an end. */
enum { NAMES_LIMIT = 500 };

/* A look at all files of an index. */
struct look {
	int top; /* folder that names are relative to */
	const struct index_file *index;
	bool (*is_wanted)(const char *path);
	const GPtrArray *paths; /* or only these, sorted; borrowed */
	guint next;		/* of them */
	gsize id_size;
	GPtrArray *hidden; /* struct git_change *: git does not look at them */
	GPtrArray *open;   /* char *, owned: to be asked of git */
};

/* What git compares if it compares all that it noted (2.39). */
static bool is_as_noted(const struct look *look,
			const struct index_entry *entry)
{
	struct stat now;

	if (fstatat(look->top, entry->name, &now, AT_SYMLINK_NOFOLLOW) < 0)
		return false;
	return (index_stat(entry, INDEX_MODE) & S_IFMT) ==
		       (now.st_mode & S_IFMT) &&
	       (index_stat(entry, INDEX_MODE) & S_IXUSR) ==
		       (S_ISREG(now.st_mode) ? now.st_mode & S_IXUSR : 0) &&
	       index_stat(entry, INDEX_MTIME) == (guint32)now.st_mtim.tv_sec &&
	       index_stat(entry, INDEX_MTIME_NS) ==
		       (guint32)now.st_mtim.tv_nsec &&
	       index_stat(entry, INDEX_CTIME) == (guint32)now.st_ctim.tv_sec &&
	       index_stat(entry, INDEX_CTIME_NS) ==
		       (guint32)now.st_ctim.tv_nsec &&
	       index_stat(entry, INDEX_INODE) == (guint32)now.st_ino &&
	       index_stat(entry, INDEX_UID) == now.st_uid &&
	       index_stat(entry, INDEX_GID) == now.st_gid &&
	       index_stat(entry, INDEX_SIZE) == (guint32)now.st_size;
}

static void add_hidden(struct look *look, const struct index_entry *entry)
{
	if (S_ISREG(index_stat(entry, INDEX_MODE)))
		git_add_change(look->hidden, entry->name,
			       index_id(entry->id, look->id_size), NULL);
}

/* A file that was saved again in that second would look the same. */
static bool may_differ(const struct look *look, const struct index_entry *entry)
{
	return entry->flags & INDEX_INTENDED ||
	       index_stat(entry, INDEX_MTIME) >= look->index->written ||
	       !is_as_noted(look, entry);
}

/* False if git has to be asked of all files. */
static bool look_at(struct look *look, const struct index_entry *entry)
{
	if (entry->flags & INDEX_STAGE)
		return false;
	if (!look->is_wanted(entry->name))
		return true;
	if (entry->flags & (INDEX_ASSUMED | INDEX_SKIPPED))
		add_hidden(look, entry);
	else if (may_differ(look, entry))
		g_ptr_array_add(look->open, g_strdup(entry->name));
	return look->open->len <= NAMES_LIMIT;
}

/* True if it is one of the paths, which are in the order of an index. */
static bool is_next(struct look *look, const char *name)
{
	int order = 1;

	while (look->next < look->paths->len && order > 0) {
		const char *path = g_ptr_array_index(look->paths, look->next);

		order = strcmp(name, path);
		look->next += order > 0 ? 1 : 0;
	}
	return order == 0;
}

/* Of a few files it does no harm to take what the index has of them. */
static bool look_at_few(struct look *look, const struct index_entry *entry)
{
	if (entry->flags & INDEX_STAGE)
		return false;
	if (!is_next(look, entry->name))
		return true;
	if (entry->flags & (INDEX_ASSUMED | INDEX_SKIPPED) ||
	    (!(entry->flags & INDEX_INTENDED) && may_differ(look, entry)))
		add_hidden(look, entry);
	return true;
}

static bool look_at_all(const struct git *git, struct look *look,
			bool (*act)(struct look *look,
				    const struct index_entry *entry))
{
	struct index_reader reader;
	struct index_entry entry;
	bool done = index_file_begin(git, &reader);

	while (done && index_next(&reader, &entry))
		done = act(look, &entry);
	done = done && index_is_whole(&reader);
	index_end(&reader);
	return done;
}

/* Takes a look; false if the index is not one that we can read. */
static bool look_into_index(const struct git *git, struct look *look,
			    bool (*act)(struct look *look,
					const struct index_entry *entry))
{
	bool done;

	look->top = open(git->top, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (look->top < 0)
		return false;
	look->index = git->index_file;
	look->id_size = git->id_size;
	done = look_at_all(git, look, act);
	close(look->top);
	return done;
}

static GPtrArray *ask_all(const struct git *git, char **ret_reason)
{
	static const char *const words[] = { "diff-files",  "--raw", "-z",
					     "--no-abbrev", "--",    NULL };
	GPtrArray *changes = git_changes(git, words, ret_reason);
	g_autoptr(GPtrArray) hidden = changes ? git_hidden(git, ret_reason) :
						NULL;

	if (!hidden) {
		g_clear_pointer(&changes, g_ptr_array_unref);
		return NULL;
	}
	g_ptr_array_extend_and_steal(changes, g_steal_pointer(&hidden));
	return changes;
}

/* Names are of the top, where git may not stand. */
static GPtrArray *ask_some(const struct git *git, const GPtrArray *names,
			   char **ret_reason)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
	static const char *const start[] = { "diff-files", "--raw", "-z",
					     "--no-abbrev", "--" };

	for (gsize i = 0; i < G_N_ELEMENTS(start); i++)
		g_ptr_array_add(words, g_strdup(start[i]));
	for (guint i = 0; i < names->len; i++)
		g_ptr_array_add(words,
				g_build_filename(git->top,
						 g_ptr_array_index(names, i),
						 NULL));
	g_ptr_array_add(words, NULL);
	return git_changes(git, (const char *const *)words->pdata, ret_reason);
}

GPtrArray *git_unstaged(const struct git *git,
			bool (*is_wanted)(const char *path), char **ret_reason)
{
	struct look look = {
		.is_wanted = is_wanted,
		.hidden = git_no_changes(),
		.open = g_ptr_array_new_with_free_func(g_free),
	};
	GPtrArray *changes;

	if (!look_into_index(git, &look, look_at))
		changes = ask_all(git, ret_reason);
	else if (look.open->len > 0)
		changes = ask_some(git, look.open, ret_reason);
	else
		changes = git_no_changes();
	if (changes)
		g_ptr_array_extend_and_steal(changes,
					     g_steal_pointer(&look.hidden));
	else
		g_ptr_array_unref(look.hidden);
	g_ptr_array_unref(look.open);
	return changes;
}

GPtrArray *git_unstaged_among(const struct git *git, const GPtrArray *paths)
{
	struct look look = { .paths = paths, .hidden = git_no_changes() };

	if (!look_into_index(git, &look, look_at_few))
		g_clear_pointer(&look.hidden, g_ptr_array_unref);
	return look.hidden;
}
