// SPDX-License-Identifier: GPL-2.0-only
/* The file .vmalint of a project. */
#include "fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

#include "base/session.h"
#include "options/options.h"

static const char *const rule_names[] = { "direct_write", "struct_copy", NULL };

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	int fd = memfd_create("settings", MFD_CLOEXEC);
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", fd);
	char *words[] = { (char *)"vmalint", (char *)"check",
			  (char *)"--settings", path, NULL };
	struct session session;
	struct options options;
	bool done;

	g_assert(fd >= 0 && write(fd, data, size) == (gssize)size);
	session_init(&session);
	done = options_parse(&session, 4, words, rule_names, &options);
	g_assert(done || session.problems->len > 0);
	options_release(&options);
	session_release(&session);
	close(fd);
	return 0;
}
