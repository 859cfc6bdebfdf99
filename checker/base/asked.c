// SPDX-License-Identifier: GPL-2.0-only
/*
 * Two tables, by path. The functions of the C library know no context, so that
 * where they record is one place for the process.
 */
#include "base/asked.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/name.h"

/* A stamp that is like no other: nothing that comes of it is kept. */
enum { SIZE_OF_NOTHING = -2 };

static struct {
	GMutex lock;
	struct asked *asked;	   /* or NULL */
	const GPtrArray *promised; /* folders; or NULL */
} recorder;

struct asked *asked_new(void)
{
	struct asked *asked = g_new0(struct asked, 1);

	asked->reads =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	asked->looks =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return asked;
}

void asked_free(struct asked *asked)
{
	if (!asked)
		return;
	g_hash_table_destroy(asked->reads);
	g_hash_table_destroy(asked->looks);
	g_free(asked);
}

struct asked *asked_record(struct asked *asked)
{
	struct asked *former;

	g_mutex_lock(&recorder.lock);
	former = g_atomic_pointer_get(&recorder.asked);
	g_atomic_pointer_set(&recorder.asked, asked);
	g_mutex_unlock(&recorder.lock);
	return former;
}

bool asked_is_recorded(void)
{
	return g_atomic_pointer_get(&recorder.asked) != NULL;
}

void asked_note_read(struct asked *asked, const char *path,
		     const struct stamp *stamp)
{
	struct stamp *known = g_hash_table_lookup(asked->reads, path);

	if (known && !stamp_is_same(known, stamp))
		known->size = SIZE_OF_NOTHING;
	if (!known)
		g_hash_table_insert(asked->reads, g_strdup(path),
				    g_memdup2(stamp, sizeof(*stamp)));
}

void asked_forget(const char *path)
{
	g_mutex_lock(&recorder.lock);
	if (recorder.asked) {
		g_hash_table_remove(recorder.asked->reads, path);
		g_hash_table_remove(recorder.asked->looks, path);
	}
	g_mutex_unlock(&recorder.lock);
}

bool asked_add_look(GHashTable *looks, const char *path, enum look look)
{
	enum look known =
		(enum look)GPOINTER_TO_INT(g_hash_table_lookup(looks, path));

	/* Of a file that is refused it can be told that it is there. */
	if (known == LOOK_REFUSED && look == LOOK_FILE)
		return true;
	if (!known || (known == LOOK_FILE && look == LOOK_REFUSED))
		g_hash_table_insert(looks, g_strdup(path),
				    GINT_TO_POINTER(look));
	else
		return known == look;
	return true;
}

static void note_look(struct asked *asked, const char *path, enum look look)
{
	if (!asked_add_look(asked->looks, path, look))
		asked->is_temporary = true;
}

/* As it was given, from the root. g_get_current_dir() would ask itself. */
static char *absolute(const char *path)
{
	char here[PATH_MAX];

	if (g_path_is_absolute(path) || !getcwd(here, sizeof(here)))
		return g_strdup(path);
	return g_strconcat(here, "/", path, NULL);
}

void asked_opened(const char *path, int fd)
{
	g_autofree char *full = absolute(path);
	struct stat status;
	struct stamp stamp;

	if (fstat(fd, &status) < 0 ||
	    (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)))
		return;
	stamp = stamp_from(&status);
	/* What has changed just now may change again and keep its stamp. */
	if (!stamp_is_before(&stamp, stamp_now_ns()))
		stamp.size = SIZE_OF_NOTHING;
	g_mutex_lock(&recorder.lock);
	if (recorder.asked)
		asked_note_read(recorder.asked, full, &stamp);
	g_mutex_unlock(&recorder.lock);
}

void asked_seen(const char *path, enum look look)
{
	g_autofree char *full = absolute(path);

	g_mutex_lock(&recorder.lock);
	if (recorder.asked)
		note_look(recorder.asked, full, look);
	g_mutex_unlock(&recorder.lock);
}

void asked_promise(const GPtrArray *folders)
{
	recorder.promised = folders;
}

/*
 * Confinement refuses what was never promised as long as it is there. What a
 * link leads to may become another file, which is not refused.
 */
void asked_refused(const char *path)
{
	g_autofree char *full = absolute(path);
	char *real = realpath(path, NULL);

	if (!real ||
	    (recorder.promised && name_is_within_any(real, recorder.promised)))
		asked_failed(path, EACCES);
	else
		asked_seen(full,
			   g_str_equal(real, full) ? LOOK_FILE : LOOK_REFUSED);
	free(real);
}

void asked_failed(const char *path, int error)
{
	if (error == ENOENT || error == ENOTDIR) {
		if (*path)
			asked_seen(path, LOOK_ABSENT);
		return;
	}
	/* No file can have a longer name, whatever changes. */
	if (error == ENAMETOOLONG || error == EINTR)
		return;
	g_mutex_lock(&recorder.lock);
	if (recorder.asked)
		recorder.asked->is_temporary = true;
	g_mutex_unlock(&recorder.lock);
}
