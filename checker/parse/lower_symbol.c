// SPDX-License-Identifier: GPL-2.0-only
/* Symbols: what names and members refer to. */
#include "clang_handles.h"
#include "lower.h"

static enum symbol_kind kind_of(CXCursor declaration)
{
	switch (clang_getCursorKind(declaration)) {
	case CXCursor_VarDecl:
		return clang_getCursorLinkage(declaration) ==
				       CXLinkage_NoLinkage ?
			       SYMBOL_LOCAL :
			       SYMBOL_GLOBAL;
	case CXCursor_ParmDecl:
		return SYMBOL_PARAMETER;
	case CXCursor_FunctionDecl:
		return SYMBOL_FUNCTION;
	case CXCursor_EnumConstantDecl:
		return SYMBOL_ENUMERATOR;
	case CXCursor_FieldDecl:
		return SYMBOL_FIELD;
	default:
		return SYMBOL_OTHER;
	}
}

/* The tag of the structure that holds a field, past anonymous ones. */
static const char *record_of_field(struct lowering *lowering, CXCursor field)
{
	CXCursor parent = clang_getCursorSemanticParent(field);

	while (clang_Cursor_isAnonymous(parent)) {
		CXCursor above = clang_getCursorSemanticParent(parent);
		enum CXCursorKind kind = clang_getCursorKind(above);

		if (kind != CXCursor_StructDecl && kind != CXCursor_UnionDecl)
			break;
		parent = above;
	}
	return lower_string(lowering, clang_getCursorSpelling(parent));
}

static void lower_parameters(struct lowering *lowering, struct symbol *symbol,
			     CXCursor declaration)
{
	CXType type = clang_getCursorType(declaration);
	int nr = clang_getNumArgTypes(type);
	g_autoptr(GArray) types = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (int i = 0; i < nr; i++) {
		guint32 argument = lower_type(
			lowering, clang_getArgType(type, (unsigned int)i));

		g_array_append_val(types, argument);
	}
	for (int i = 0; i < nr; i++) {
		CXCursor parameter =
			clang_Cursor_getArgument(declaration, (unsigned int)i);

		g_ptr_array_add(
			lowering->facts->parameter_names,
			(gpointer)lower_string(
				lowering, clang_getCursorSpelling(parameter)));
	}
	symbol->parameters = lowering->facts->parameters->len;
	symbol->nr_parameters = types->len;
	if (types->len > 0)
		g_array_append_vals(lowering->facts->parameters, types->data,
				    types->len);
}

static void lower_declared_at(struct lowering *lowering, struct symbol *symbol,
			      CXCursor declaration)
{
	CXFile file = NULL;

	clang_getExpansionLocation(clang_getCursorLocation(declaration), &file,
				   &symbol->line, &symbol->column, NULL);
	symbol->path = lower_path(lowering, file);
}

guint32 lower_symbol(struct lowering *lowering, CXCursor declaration)
{
	CXCursor canonical = clang_getCanonicalCursor(declaration);
	/* data[0] is clang's declaration (libclang 19). */
	gpointer key = (gpointer)canonical.data[0];
	struct symbol symbol = {
		.record = "", .path = "", .name = "", .wraps = ""
	};
	gpointer found = g_hash_table_lookup(lowering->symbols, key);
	guint32 index;

	if (found || !key)
		return GPOINTER_TO_UINT(found);
	symbol.kind = (guint8)kind_of(declaration);
	symbol.name =
		lower_string(lowering, clang_getCursorSpelling(declaration));
	symbol.type = lower_type(lowering, clang_getCursorType(declaration));
	symbol.is_static = clang_getCursorLinkage(declaration) ==
			   CXLinkage_Internal;
	symbol.is_broken = clang_isInvalidDeclaration(declaration) != 0;
	if (symbol.kind == SYMBOL_FIELD)
		symbol.record = record_of_field(lowering, declaration);
	if (symbol.kind == SYMBOL_FUNCTION) {
		lower_parameters(lowering, &symbol, declaration);
		symbol.wraps = lower_wrapped(lowering, declaration);
	}
	if (symbol.kind == SYMBOL_ENUMERATOR)
		symbol.value = clang_getEnumConstantDeclValue(declaration);
	lower_declared_at(lowering, &symbol, declaration);
	g_array_append_val(lowering->facts->symbols, symbol);
	index = lowering->facts->symbols->len - 1;
	g_hash_table_insert(lowering->symbols, key, GUINT_TO_POINTER(index));
	return index;
}
