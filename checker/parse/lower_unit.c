// SPDX-License-Identifier: GPL-2.0-only
/* What stands at the top of the main file: functions, variables, macro uses. */
#include "clang_handles.h"
#include "lower.h"

static void lower_parameter_symbols(struct lowering *lowering,
				    struct function *function, CXCursor cursor)
{
	int nr = clang_Cursor_getNumArguments(cursor);

	function->parameters = lowering->facts->parameter_symbols->len;
	for (int i = 0; i < nr; i++) {
		guint32 symbol = lower_symbol(
			lowering,
			clang_Cursor_getArgument(cursor, (unsigned int)i));

		g_array_append_val(lowering->facts->parameter_symbols, symbol);
		function->nr_parameters++;
	}
}

static void lower_top_level(struct lowering *lowering, CXCursor cursor)
{
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	struct function function = { 0 };

	if (kind != CXCursor_FunctionDecl && kind != CXCursor_VarDecl)
		return;
	if (kind == CXCursor_FunctionDecl &&
	    !clang_isCursorDefinition(cursor)) {
		lower_symbol(lowering, cursor);
		return;
	}
	function.at = lower_extent(lowering, cursor);
	function.symbol = lower_symbol(lowering, cursor);
	lowering->too_deep = false;
	if (kind == CXCursor_VarDecl) {
		function.body = lower_variable(lowering, cursor);
	} else {
		g_autoptr(GArray) children = lower_children(cursor);
		CXCursor body = children->len > 0 ?
					g_array_index(children, CXCursor,
						      children->len - 1) :
					cursor;

		if (clang_isStatement(clang_getCursorKind(body)))
			function.body = lower_statement(lowering, body);
	}
	if (kind == CXCursor_FunctionDecl)
		lower_parameter_symbols(lowering, &function, cursor);
	function.end = lowering->facts->nodes->len;
	function.has_errors = lowering->too_deep;
	g_array_append_val(lowering->facts->functions, function);
	if (kind == CXCursor_FunctionDecl)
		g_array_index(lowering->facts->symbols, struct symbol,
			      function.symbol)
			.function = lowering->facts->functions->len - 1;
}

static void lower_macro_use(struct lowering *lowering, CXCursor cursor)
{
	CXCursor definition = clang_getCursorReferenced(cursor);
	const char *name =
		lower_string(lowering, clang_getCursorSpelling(cursor));
	CXFile file = NULL;
	const char *path;

	clang_getExpansionLocation(clang_getCursorLocation(definition), &file,
				   NULL, NULL, NULL);
	path = lower_path(lowering, file);
	g_hash_table_insert(lowering->facts->macros, (gpointer)name,
			    (gpointer)path);
	g_hash_table_insert(lowering->facts->defined, (gpointer)name,
			    (gpointer)path);
}

/* In a header of the module that the file belongs to. */
static void lower_module_macro(struct lowering *lowering, CXCursor cursor,
			       CXFile file)
{
	const char *path = file ? lower_path(lowering, file) : "";

	if (g_path_is_absolute(lowering->facts->path) &&
	    g_path_is_absolute(path))
		g_hash_table_insert(
			lowering->facts->defined,
			(gpointer)lower_string(lowering,
					       clang_getCursorSpelling(cursor)),
			(gpointer)path);
}

static enum CXChildVisitResult visit_top_level(CXCursor cursor, CXCursor parent,
					       CXClientData data)
{
	struct lowering *lowering = data;
	CXFile file = NULL;

	enum CXCursorKind kind = clang_getCursorKind(cursor);

	(void)parent;
	if (!clang_isDeclaration(kind) && kind != CXCursor_MacroExpansion)
		return CXChildVisit_Continue;
	clang_getExpansionLocation(clang_getCursorLocation(cursor), &file, NULL,
				   NULL, NULL);
	if (!file || !clang_File_isEqual(file, lowering->file)) {
		if (kind == CXCursor_MacroExpansion)
			lower_module_macro(lowering, cursor, file);
		return CXChildVisit_Continue;
	}
	if (kind == CXCursor_MacroExpansion)
		lower_macro_use(lowering, cursor);
	else
		lower_top_level(lowering, cursor);
	return CXChildVisit_Continue;
}

void lower_main_file(struct lowering *lowering)
{
	clang_visitChildren(clang_getTranslationUnitCursor(lowering->unit),
			    visit_top_level, lowering);
}
