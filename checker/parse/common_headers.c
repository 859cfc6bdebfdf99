// SPDX-License-Identifier: GPL-2.0-only
/* What precompiled headers and the shared unit are made of. */
#include "common_headers.h"

#include <string.h>

#include "arguments/arguments.h"
#include "bodiless.h"
#include "bodiless_unsaved.h"
#include "libclang.h"
#include "select/select.h"

/*
 * Most included by files that handle VMA flags, 6.1 and 6.12. A tree that
 * lacks one goes without it.
 */
static const char *const common[] = {
	"linux/kernel.h",	"linux/module.h",
	"linux/init.h",		"linux/types.h",
	"linux/errno.h",	"linux/sched.h",
	"linux/sched/mm.h",	"linux/sched/signal.h",
	"linux/mm.h",		"linux/mman.h",
	"linux/fs.h",		"linux/slab.h",
	"linux/uaccess.h",	"linux/pagemap.h",
	"linux/highmem.h",	"linux/vmalloc.h",
	"linux/swap.h",		"linux/rmap.h",
	"linux/mmu_notifier.h", "linux/hugetlb.h",
	"linux/interrupt.h",	"linux/io.h",
	"linux/device.h",	"linux/pci.h",
	"linux/dma-mapping.h",	"linux/platform_device.h",
	"linux/mutex.h",	"linux/list.h",
	"linux/file.h",		"linux/seq_file.h",
	"linux/ptrace.h",	"linux/security.h",
	"linux/syscalls.h",	"linux/pkeys.h",
};

char *common_headers_text(void)
{
	GString *text = g_string_new(NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(common); i++)
		g_string_append_printf(
			text,
			"#if __has_include(<%s>)\n#include <%s>\n#endif\n",
			common[i], common[i]);
	return g_string_free(text, FALSE);
}

GArray *common_headers_unsaved(const struct compile_jobs *jobs,
			       struct bodiless_headers *bodiless,
			       const char *path, const char *text,
			       const GPtrArray *arguments)
{
	const struct bodiless_request request = {
		.text = text,
		.arguments = arguments,
	};
	GArray *unsaved =
		g_array_new(FALSE, FALSE, sizeof(struct CXUnsavedFile));
	struct CXUnsavedFile main_file = { path, text, strlen(text) };

	g_array_append_val(unsaved, main_file);
	for (guint i = 0; i < jobs->overlays->len; i++) {
		const struct overlay *overlay =
			&g_array_index(jobs->overlays, struct overlay, i);
		struct CXUnsavedFile file = { overlay->path, overlay->text,
					      overlay->length };

		if (overlay_concerns(overlay, NULL))
			g_array_append_val(unsaved, file);
	}
	bodiless_add_unsaved(bodiless, &request, jobs, unsaved);
	return unsaved;
}

/* All jobs of a target can share what one in no special folder would use. */
GPtrArray *common_headers_arguments(const struct compile_jobs *jobs,
				    guint target)
{
	g_autofree char *source =
		g_build_filename(jobs->tree->root, "mm/vmalint.c", NULL);
	const struct compile_job job = { .source = source, .target = target };

	if (jobs->keeps_pch)
		return compile_arguments(
			jobs, &g_array_index(jobs->jobs, struct compile_job, 0),
			target);
	return compile_arguments(jobs, &job, target);
}
