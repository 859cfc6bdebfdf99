// SPDX-License-Identifier: GPL-2.0-only
#include "start.h"

#include "arguments/driver_words.h"

enum CXErrorCode start_unit(CXIndex index, const struct start_request *request,
			    CXTranslationUnit *ret_unit)
{
	g_autoptr(GPtrArray) words = compile_driver_words(request->arguments);

	*ret_unit = NULL;
	return clang_parseTranslationUnit2(
		index, request->main_file, (const char *const *)words->pdata,
		(int)words->len,
		(struct CXUnsavedFile *)(void *)request->unsaved->data,
		request->unsaved->len,
		request->options | CXTranslationUnit_KeepGoing |
			CXTranslationUnit_DetailedPreprocessingRecord,
		ret_unit);
}
