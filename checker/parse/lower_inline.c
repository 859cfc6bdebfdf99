// SPDX-License-Identifier: GPL-2.0-only
/* Inline functions of a module's headers that hand their VMA to a helper. */
#include <string.h>

#include "clang_handles.h"
#include "facts/helpers.h"
#include "lower.h"

/* Inlines that call each other end somewhere. */
enum { CALL_LIMIT = 4 };

struct wrap_search {
	struct lowering *lowering;
	guint depth;
	const char *helper; /* what was found, or "" */
	bool takes_locks;
};

static const char *wrapped_by(struct lowering *lowering, CXCursor declaration,
			      guint depth);

static bool changes_vma(const struct unit_facts *facts, const char *name)
{
	struct flag_helper helper;

	return facts_flag_helper(facts, name, &helper) &&
	       helper.owner == HELPER_OF_VMA &&
	       (helper.sets || helper.clears || helper.becomes);
}

static bool is_parameter(CXCursor argument)
{
	return clang_getCursorKind(clang_getCursorReferenced(argument)) ==
	       CXCursor_ParmDecl;
}

static enum CXChildVisitResult visit_body(CXCursor cursor, CXCursor parent,
					  CXClientData data)
{
	struct wrap_search *search = data;
	CXCursor callee;
	const char *name;

	(void)parent;
	if (clang_getCursorKind(cursor) != CXCursor_CallExpr)
		return CXChildVisit_Recurse;
	callee = clang_getCursorReferenced(cursor);
	name = lower_string(search->lowering, clang_getCursorSpelling(callee));
	search->takes_locks |= strstr(name, "lock") != NULL;
	if (*search->helper || clang_Cursor_getNumArguments(cursor) < 1 ||
	    !is_parameter(clang_Cursor_getArgument(cursor, 0)))
		return CXChildVisit_Recurse;
	search->helper =
		changes_vma(search->lowering->facts, name) ?
			name :
			wrapped_by(search->lowering, callee, search->depth + 1);
	return CXChildVisit_Recurse;
}

/* One that takes a lock is no more than its own caller's business. */
static const char *wrapped_by(struct lowering *lowering, CXCursor declaration,
			      guint depth)
{
	struct wrap_search search = { .lowering = lowering,
				      .depth = depth,
				      .helper = "" };
	CXCursor definition = clang_getCursorDefinition(declaration);
	CXFile file = NULL;

	if (clang_Cursor_isNull(definition) || depth >= CALL_LIMIT)
		return "";
	clang_getExpansionLocation(clang_getCursorLocation(definition), &file,
				   NULL, NULL, NULL);
	if (!file || clang_File_isEqual(file, lowering->file) ||
	    !g_path_is_absolute(lower_path(lowering, file)))
		return "";
	clang_visitChildren(definition, visit_body, &search);
	return search.takes_locks ? "" : search.helper;
}

const char *lower_wrapped(struct lowering *lowering, CXCursor declaration)
{
	if (!g_path_is_absolute(lowering->facts->path) ||
	    clang_Cursor_getNumArguments(declaration) < 1)
		return "";
	return wrapped_by(lowering, declaration, 0);
}
