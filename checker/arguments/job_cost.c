// SPDX-License-Identifier: GPL-2.0-only
#include "job_cost.h"

#include "arguments.h"
#include "base/text_file.h"
#include "select/select.h"

/* A file without a byte; what a megabyte more takes. As measured on 6.12. */
enum { FILE_MS = 60, MEBIBYTE_MS = 2000 };

static guint64 size_of(const char *path)
{
	gsize length = 0;
	g_autofree char *text = text_file_read(path, &length, NULL);

	return length;
}

guint job_cost_ms(const struct compile_job *job)
{
	if (job->skip_reason)
		return 0;
	return FILE_MS + job->file->lines->len +
	       (guint)(size_of(job->source) * MEBIBYTE_MS >> 20);
}
