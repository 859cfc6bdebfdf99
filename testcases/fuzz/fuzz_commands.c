// SPDX-License-Identifier: GPL-2.0-only
/* Commands of builds: .X.o.cmd files and compile_commands.json. */
#include "fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

#include "arguments/command_database.h"
#include "base/session.h"

static void read_cmd_file(const guint8 *data, gsize size)
{
	g_autofree char *text = g_strndup((const char *)data, size);
	g_autofree char *source = NULL;
	struct recorded_command *command =
		cmd_text_read(text, "/build", &source);

	if (!command)
		return;
	g_assert(command->words && command->folder);
	recorded_command_free(command);
}

static void read_database(const guint8 *data, gsize size)
{
	int fd = memfd_create("database", MFD_CLOEXEC);
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", fd);
	struct session session;
	GHashTable *commands;

	g_assert(fd >= 0 && write(fd, data, size) == (gssize)size);
	session_init(&session);
	commands = command_database_read(&session, path);
	g_assert(commands || session.problems->len > 0);
	if (commands)
		g_hash_table_destroy(commands);
	session_release(&session);
	close(fd);
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	read_cmd_file(data, size);
	read_database(data, size);
	return 0;
}
