// SPDX-License-Identifier: GPL-2.0-only
/* Files that are given: a baseline, a report to merge, a .config. */
#include "fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

#include "arguments/kconfig/kconfig.h"
#include "base/session.h"
#include "findings/findings.h"
#include "findings/known.h"
#include "shard/shard.h"

static void read_baseline(struct session *session, const char *path)
{
	struct report report;

	report_init(&report);
	baseline_apply(session, path, NULL, BASELINE_WHOLE, &report);
	g_assert(report.findings->len == 0);
	report_release(&report);
}

static void read_shard(struct session *session, const char *path)
{
	struct shard *shard = shard_read(session, path);
	struct report report;

	g_assert(shard || session->problems->len > 0);
	if (!shard)
		return;
	report_init(&report);
	shard_give_report(session, shard, &report);
	report_release(&report);
	shard_free(shard);
}

static void read_config(struct session *session, const guint8 *data, gsize size)
{
	g_autofree char *header = NULL;
	struct kconfig config;

	kconfig_parse_dotconfig(session, ".config",
				size ? (const char *)data : "", size, &config);
	header = kconfig_autoconf(&config);
	g_assert(header);
	kconfig_release(&config);
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	int fd = memfd_create("given", MFD_CLOEXEC);
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", fd);
	struct session session;

	g_assert(fd >= 0 && write(fd, data, size) == (gssize)size);
	session_init(&session);
	read_baseline(&session, path);
	read_shard(&session, path);
	read_config(&session, data, size);
	session_release(&session);
	close(fd);
	return 0;
}
