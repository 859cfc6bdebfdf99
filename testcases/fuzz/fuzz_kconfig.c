// SPDX-License-Identifier: GPL-2.0-only
/* A whole Kconfig, read and evaluated. */
#include "fuzz.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "arguments/kconfig/kconfig.h"
#include "base/session.h"

/* Where the file is put; the process has one folder, which it leaves empty. */
static char *make_folder(void)
{
	return g_dir_make_tmp("vmalint-fuzz-XXXXXX", NULL);
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	g_autofree char *root = make_folder();
	g_autofree char *path = g_build_filename(root, "Kconfig", NULL);
	const struct kconfig_request request = {
		.root = root,
		.srcarch = "x86",
		.arch = "x86_64",
	};
	struct session session;
	struct kconfig config;

	g_assert(
		g_file_set_contents_full(path, (const char *)data, (gssize)size,
					 G_FILE_SET_CONTENTS_NONE, 0600, NULL));
	session_init(&session);
	kconfig_init(&config);
	if (kconfig_evaluate(&session, &request, &config)) {
		g_autofree char *text = kconfig_autoconf(&config);

		g_assert(text);
	}
	kconfig_release(&config);
	session_release(&session);
	g_unlink(path);
	g_rmdir(root);
	return 0;
}
