// SPDX-License-Identifier: GPL-2.0-only
#include "start.h"

#include "arguments/driver_arguments.h"
#include "base/asked.h"

enum CXErrorCode start_unit(CXIndex index, const struct start_request *request,
			    CXTranslationUnit *ret_unit)
{
	g_autoptr(GPtrArray) words =
		compile_driver_arguments(request->arguments);

	const GPtrArray *given = request->arguments;
	enum CXErrorCode code;

	*ret_unit = NULL;
	code = clang_parseTranslationUnit2(
		index, request->main_file, (const char *const *)words->pdata,
		(int)words->len,
		(struct CXUnsavedFile *)(void *)request->unsaved->data,
		request->unsaved->len,
		request->options | CXTranslationUnit_KeepGoing |
			CXTranslationUnit_DetailedPreprocessingRecord,
		ret_unit);
	/* What came precompiled is known, and has a new name each time. */
	for (guint i = 1; i < given->len; i++) {
		if (g_str_equal(g_ptr_array_index(given, i - 1),
				"-include-pch"))
			asked_forget(g_ptr_array_index(given, i));
	}
	return code;
}
