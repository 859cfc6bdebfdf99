// SPDX-License-Identifier: GPL-2.0-only
/* `vmalint init`: a file of settings in which nothing is set yet. */
#include "commands.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/project_root.h"
#include "base/session.h"
#include "output/output.h"

/* What begins with "#" and no blank takes effect without it. */
static const char template[] =
	"# Choices of this project for vmalint; 'vmalint config' shows what is in\n"
	"# force. The command line goes before what stands here.\n"
	"\n"
	"#[check]\n"
	"# Only these rules, or not these; 'vmalint rules' lists them.\n"
	"#select = all\n"
	"#ignore = untyped_flags, split_test\n"
	"# Folders of arch/; default: all.\n"
	"#arch = x86, arm64\n"
	"# What makes the exit code 1: error, warning (default), note or never.\n"
	"#fail-on = error\n"
	"# The share of lines that has to be seen.\n"
	"#min-coverage = 99\n"
	"# Known findings, as 'vmalint check --write-baseline FILE' lists them;\n"
	"# the path counts from here.\n"
	"#baseline = vmalint.baseline\n"
	"# For a module outside of the tree: what no Makefile of it says.\n"
	"#cflags = -DMY_MODULE\n"
	"\n"
	"# A rule of severity note is off unless it is selected.\n"
	"#[severity]\n"
	"#split_test = warning\n"
	"# Before 6.3 a direct write is right; this is for code to be moved.\n"
	"#direct_write = error\n"
	"\n"
	"# Folders, files and patterns that are not looked at.\n"
	"#[paths]\n"
	"#ignore = tools, drivers/staging/*\n"
	"\n"
	"# What is right as it stands in a folder, a file or a pattern.\n"
	"#[allow drivers/gpu/drm/foo]\n"
	"#rules = private_access\n"
	"#reason = the old driver, replaced in the spring\n";

/* 0, or what the system says. */
static int write_new(const char *path)
{
	const gsize length = strlen(template);
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	int error = 0;

	if (file < 0)
		return errno;
	if (write(file, template, length) != (gssize)length)
		error = ENOSPC;
	if (close(file) < 0)
		error = errno;
	return error;
}

int init_run(struct session *session, const struct options *options)
{
	g_autofree char *here = g_get_current_dir();
	g_autofree char *root = project_root(here);
	g_autofree char *path = g_build_filename(root, ".vmalint", NULL);
	g_autofree char *said = g_strdup_printf("written: %s\n", path);
	const int error = write_new(path);

	(void)options;
	if (error == 0)
		return output_text(session, said);
	session_problem(session, "options", path, 0, "%s",
			error == EEXIST ? "is there already; it is left alone" :
					  g_strerror(error));
	return output_failure(session, NULL);
}
