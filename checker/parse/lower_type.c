// SPDX-License-Identifier: GPL-2.0-only
/* Types: typedef names are kept, as vma_flag_t and int are one to clang. */
#include <string.h>

#include "clang_handles.h"
#include "lower.h"

/* Typedefs of the flag API and its neighbours, 2.6 to 7.x. */
static const char *const flag_aliases[] = {
	"vm_flags_t", "vma_flag_t", "vma_flags_t", "vm_fault_t", "gfp_t",
};

static const char *flag_alias(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(flag_aliases); i++) {
		if (strcmp(flag_aliases[i], name) == 0)
			return flag_aliases[i];
	}
	return NULL;
}

/* The first flag typedef along the sugar of a type; or "". */
static const char *alias_along(CXType type)
{
	for (guint steps = 0; steps < 64; steps++) {
		if (type.kind == CXType_Elaborated) {
			type = clang_Type_getNamedType(type);
		} else if (type.kind == CXType_Typedef) {
			CXCursor declaration = clang_getTypeDeclaration(type);
			AUTO_RELEASE(string)
			CXString name = clang_getTypedefName(type);
			const char *alias = flag_alias(clang_getCString(name));

			if (alias)
				return alias;
			type = clang_getTypedefDeclUnderlyingType(declaration);
		} else {
			return "";
		}
	}
	return "";
}

static enum type_class class_of(enum CXTypeKind kind)
{
	if (kind == CXType_Bool)
		return TYPE_BOOL;
	if (kind >= CXType_Char_U && kind <= CXType_Int128)
		return TYPE_INTEGER;
	if (kind >= CXType_Float && kind <= CXType_LongDouble)
		return TYPE_FLOAT;
	switch (kind) {
	case CXType_Void:
		return TYPE_VOID;
	case CXType_Enum:
		return TYPE_ENUM;
	case CXType_Pointer:
		return TYPE_POINTER;
	case CXType_ConstantArray:
	case CXType_IncompleteArray:
	case CXType_VariableArray:
		return TYPE_ARRAY;
	case CXType_Record:
		return TYPE_RECORD;
	case CXType_FunctionProto:
	case CXType_FunctionNoProto:
		return TYPE_FUNCTION;
	default:
		return TYPE_OTHER;
	}
}

static bool is_signed_kind(enum CXTypeKind kind)
{
	return kind >= CXType_Char_S && kind <= CXType_Int128;
}

static guint32 target_of(struct lowering *lowering, CXType type,
			 enum type_class class)
{
	CXType canonical = clang_getCanonicalType(type);

	switch (class) {
	case TYPE_POINTER:
		/* Through sugar if it is written out, else canonical. */
		if (type.kind == CXType_Pointer)
			return lower_type(lowering, clang_getPointeeType(type));
		return lower_type(lowering, clang_getPointeeType(canonical));
	case TYPE_ARRAY:
		return lower_type(lowering, clang_getArrayElementType(type));
	case TYPE_FUNCTION:
		return lower_type(lowering, clang_getResultType(type));
	default:
		return 0;
	}
}

static const char *record_of(struct lowering *lowering, CXType canonical)
{
	CXCursor declaration = clang_getTypeDeclaration(canonical);

	return lower_string(lowering, clang_getCursorSpelling(declaration));
}

/* Parameters without names, for calls through a pointer. */
static void add_parameters(struct lowering *lowering, struct type *entry,
			   CXType type)
{
	int nr = clang_getNumArgTypes(type);
	g_autoptr(GArray) types = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (int i = 0; i < nr; i++) {
		guint32 parameter = lower_type(
			lowering, clang_getArgType(type, (unsigned int)i));

		g_array_append_val(types, parameter);
	}
	entry->parameters = lowering->facts->parameters->len;
	entry->nr_parameters = types->len;
	for (guint i = 0; i < types->len; i++) {
		g_array_append_vals(lowering->facts->parameters,
				    &g_array_index(types, guint32, i), 1);
		g_ptr_array_add(lowering->facts->parameter_names,
				(gpointer) "");
	}
}

static guint32 add_type(struct lowering *lowering, CXType type)
{
	CXType canonical = clang_getCanonicalType(type);
	enum type_class class = class_of(canonical.kind);
	struct type entry = { .class = (guint8) class, .record = "" };
	long long size = 0;

	if (class == TYPE_INTEGER || class == TYPE_ENUM || class == TYPE_BOOL)
		size = clang_Type_getSizeOf(canonical);
	entry.alias = alias_along(type);
	if (class == TYPE_RECORD && *entry.alias)
		size = clang_Type_getSizeOf(canonical);
	entry.bits = size > 0 ? (guint32)size * 8 : 0;
	entry.is_signed = is_signed_kind(canonical.kind);
	entry.is_const = clang_isConstQualifiedType(canonical);
	entry.is_variadic = class == TYPE_FUNCTION &&
			    clang_isFunctionTypeVariadic(canonical);
	entry.spelling = lower_string(lowering, clang_getTypeSpelling(type));
	if (class == TYPE_RECORD)
		entry.record = record_of(lowering, canonical);
	if (canonical.kind == CXType_ConstantArray)
		entry.nr_elements = (guint32)clang_getArraySize(canonical);
	entry.target = target_of(lowering, type, class);
	if (class == TYPE_FUNCTION)
		add_parameters(lowering, &entry, type);
	g_array_append_val(lowering->facts->types, entry);
	return lowering->facts->types->len - 1;
}

guint32 lower_type(struct lowering *lowering, CXType type)
{
	gpointer found = NULL;
	guint32 index;

	if (type.kind == CXType_Invalid)
		return 0;
	/* data[0] is clang's QualType with all sugar (libclang 19). */
	if (g_hash_table_lookup_extended(lowering->types, type.data[0], NULL,
					 &found))
		return GPOINTER_TO_UINT(found);
	index = add_type(lowering, type);
	g_hash_table_insert(lowering->types, type.data[0],
			    GUINT_TO_POINTER(index));
	return index;
}
