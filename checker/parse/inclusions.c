// SPDX-License-Identifier: GPL-2.0-only
#include "inclusions.h"

#include "clang_handles.h"

static void note_file(CXFile file, CXSourceLocation *stack, unsigned int depth,
		      CXClientData data)
{
	AUTO_RELEASE(string) CXString name = clang_getFileName(file);
	const char *path = clang_getCString(name);

	(void)stack;
	(void)depth;
	if (!g_str_has_prefix(path, MADE_UP) &&
	    !g_hash_table_contains(data, path))
		g_hash_table_add(data, g_strdup(path));
}

void inclusions_add(CXTranslationUnit unit, GHashTable *files)
{
	clang_getInclusions(unit, note_file, files);
}
