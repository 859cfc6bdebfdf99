// SPDX-License-Identifier: GPL-2.0-only
/* Comments that allow findings, in any text. */
#include "fuzz.h"

#include "findings/comments.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	g_autoptr(GPtrArray) found =
		suppressions_read((const char *)data, size);
	guint nr_lines = 1;

	/* As clang counts them: a CR alone ends a line as well. */
	for (gsize i = 0; i < size; i++)
		nr_lines += data[i] == '\n' ||
			    (data[i] == '\r' &&
			     (i + 1 == size || data[i + 1] != '\n'));
	for (guint i = 0; i < found->len; i++) {
		const struct suppression *one = g_ptr_array_index(found, i);

		g_assert(one->line > 0 && one->line <= nr_lines);
		g_assert(one->column > 0);
		g_assert(one->first <= one->last && one->first <= nr_lines);
		g_assert(one->rules && one->reason && one->text);
	}
	return 0;
}
