// SPDX-License-Identifier: GPL-2.0-only
/* inotify: folders are watched, not files, which editors replace. */
#include "watch_folders.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/stop.h"

#define FOLDER_EVENTS                                               \
	(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | \
	 IN_CREATE | IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK)

/*
 * After this time without a change a save is over: vim, emacs and kate take
 * less between the steps of one.
 */
enum { REST_MS = 10 };

/* Room for events that come at once. */
enum { EVENTS_SIZE = 65536 };

struct watch_folders {
	int notify;
	GHashTable *paths; /* watch descriptor -> char * */
	guint nr_lost;
};

struct watch_folders *watch_folders_new(void)
{
	int notify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	struct watch_folders *folders;

	if (notify < 0)
		return NULL;
	folders = g_new0(struct watch_folders, 1);
	folders->notify = notify;
	folders->paths = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	return folders;
}

void watch_folders_free(struct watch_folders *folders)
{
	if (!folders)
		return;
	close(folders->notify);
	g_hash_table_destroy(folders->paths);
	g_free(folders);
}

guint watch_folders_count(const struct watch_folders *folders)
{
	return g_hash_table_size(folders->paths);
}

guint watch_folders_lost(const struct watch_folders *folders)
{
	return folders->nr_lost;
}

/* False if it is no folder, or no more can be watched. */
static bool add_one(struct watch_folders *folders, const char *path)
{
	int watch = inotify_add_watch(folders->notify, path, FOLDER_EVENTS);

	if (watch >= 0) {
		g_hash_table_replace(folders->paths, GINT_TO_POINTER(watch),
				     g_strdup(path));
		return true;
	}
	folders->nr_lost += errno == ENOSPC;
	return errno == ENOSPC;
}

static bool is_folder(const char *path)
{
	struct stat status;

	return lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static void add_below(struct watch_folders *folders, const char *path)
{
	GDir *directory;
	const char *name;

	if (!add_one(folders, path))
		return;
	directory = g_dir_open(path, 0, NULL);
	while (directory && (name = g_dir_read_name(directory)) != NULL) {
		g_autofree char *below = g_build_filename(path, name, NULL);

		if (*name != '.' && is_folder(below))
			add_below(folders, below);
	}
	if (directory)
		g_dir_close(directory);
}

void watch_folders_add(struct watch_folders *folders, const char *path)
{
	g_autofree char *above = g_path_get_dirname(path);

	if (g_file_test(path, G_FILE_TEST_IS_DIR))
		add_below(folders, path);
	else
		add_one(folders, above);
}

/* What editors put beside a file while they save it begins so. */
static bool is_temporary(const char *name)
{
	return *name == '.' || *name == '#' || *name == '\0';
}

static void take_event(struct watch_folders *folders,
		       const struct inotify_event *event, GHashTable *paths)
{
	const char *folder =
		g_hash_table_lookup(folders->paths, GINT_TO_POINTER(event->wd));
	char *path;

	if (event->mask & IN_Q_OVERFLOW)
		g_hash_table_add(paths, g_strdup(""));
	if (event->mask & IN_IGNORED)
		g_hash_table_remove(folders->paths, GINT_TO_POINTER(event->wd));
	if (!folder || event->len == 0 || is_temporary(event->name))
		return;
	/* A file that is made says so again when it is written. */
	if ((event->mask & IN_CREATE) && !(event->mask & IN_ISDIR))
		return;
	path = g_build_filename(folder, event->name, NULL);
	if ((event->mask & IN_ISDIR) &&
	    (event->mask & (IN_CREATE | IN_MOVED_TO)))
		add_below(folders, path);
	g_hash_table_add(paths, path);
}

static void take_events(struct watch_folders *folders, GHashTable *paths)
{
	g_autofree char *bytes = g_malloc(EVENTS_SIZE);
	ssize_t length;

	while ((length = read(folders->notify, bytes, EVENTS_SIZE)) > 0) {
		for (ssize_t at = 0; at < length;) {
			const struct inotify_event *event =
				(const void *)(bytes + at);

			take_event(folders, event, paths);
			at += (ssize_t)(sizeof(*event) + event->len);
		}
	}
}

static enum watch_end wait_once(const struct watch_folders *folders,
				const struct stop *stop, int timeout_ms)
{
	int number;
	struct pollfd fds[] = {
		{ .fd = folders->notify, .events = POLLIN },
		{ .fd = stop->fd, .events = POLLIN },
		{ .fd = STDOUT_FILENO, .events = 0 },
	};

	if (poll(fds, G_N_ELEMENTS(fds), timeout_ms) <= 0)
		return WATCH_QUIET;
	number = stop_signal(stop);
	if (number)
		return number == SIGINT ? WATCH_INTERRUPT : WATCH_TERMINATED;
	if (fds[2].revents)
		return WATCH_UNREAD;
	return WATCH_CHANGED;
}

enum watch_end watch_folders_wait(struct watch_folders *folders, int timeout_ms,
				  GHashTable *ret_paths)
{
	enum watch_end end;
	struct stop stop;

	stop_listen(&stop);
	end = wait_once(folders, &stop, timeout_ms);
	while (end == WATCH_CHANGED) {
		take_events(folders, ret_paths);
		end = wait_once(folders, &stop, REST_MS);
	}
	if (end == WATCH_QUIET && g_hash_table_size(ret_paths) > 0)
		end = WATCH_CHANGED;
	stop_end(&stop);
	return end;
}
