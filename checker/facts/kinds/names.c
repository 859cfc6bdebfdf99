// SPDX-License-Identifier: GPL-2.0-only
/*
 * Kinds by declaration: typedef names, the file that defines a macro or an
 * enumerator, the record that holds a member. A name alone says nothing: VM_MAP
 * of vmalloc.h is no VMA flag, VM_PKEY_BIT0 is no bit number.
 */
#include <string.h>

#include "kind.h"

struct kind kind_of_nothing(enum flag_kind kind)
{
	return (struct kind){
		.kind = (guint8)kind,
		.possible = kind == KIND_PENDING ? 0 : G_MAXUINT64,
	};
}

struct kind kind_of_value(enum flag_kind kind, guint64 value)
{
	return (struct kind){
		.kind = (guint8)kind,
		.has_value = true,
		.value = value,
		.possible = value,
	};
}

static struct kind kind_of_family(enum flag_family family)
{
	struct kind kind = kind_of_nothing(KIND_FOREIGN);

	kind.family = (guint8)family;
	return kind;
}

/* Typedefs and enums that say what a value is, 6.1 to 7.x. */
static const struct {
	const char *alias;
	enum flag_kind kind;
	enum flag_family family;
} type_kinds[] = {
	{ "vma_flag_t", KIND_BIT, FAMILY_NONE },
	{ "vm_flags_t", KIND_MASK, FAMILY_NONE },
	{ "vma_flags_t", KIND_BITMAP, FAMILY_NONE },
	{ "vm_fault_t", KIND_FOREIGN, FAMILY_FAULT_RESULT },
	{ "gfp_t", KIND_FOREIGN, FAMILY_ALLOCATION },
	{ "enum fault_flag", KIND_FOREIGN, FAMILY_FAULT_FLAG },
};

struct kind kind_by_type(const struct unit_facts *facts, guint32 index)
{
	const struct type *type = facts_type(facts, index);
	struct kind kind = kind_of_nothing(KIND_UNKNOWN);

	if (type->class == TYPE_ARRAY)
		return kind_by_type(facts, type->target);
	if (type->class == TYPE_POINTER) {
		kind = kind_by_type(facts, type->target);
		return kind_of_nothing(kind.kind == KIND_MASK ?
					       KIND_WORD_POINTER :
					       KIND_UNKNOWN);
	}
	for (gsize i = 0; i < G_N_ELEMENTS(type_kinds); i++) {
		const char *alias = type_kinds[i].alias;

		if (strcmp(type->alias, alias) != 0 &&
		    !(type->class == TYPE_ENUM &&
		      strcmp(type->spelling, alias) == 0))
			continue;
		kind.kind = (guint8)type_kinds[i].kind;
		kind.family = (guint8)type_kinds[i].family;
		kind.is_typed = true;
		break;
	}
	return kind;
}

/* Names that say nothing about flags, of the headers of mm, 6.1 to 7.x. */
static const char *const unrelated[] = {
	"VM_BUG_ON",	  "VM_WARN",	  "VM_REFCNT_",
	"VM_FLAGS_START", "VM_FLAGS_END", "VM_READAHEAD_PAGES",
	"VM_ACCT",
};

/* Families told by how a name begins; the first that fits counts. */
static const struct {
	const char *prefix;
	const char *path; /* part of the path that defines it; or "" */
	enum flag_family family;
} families[] = {
	{ "VM_", "linux/vmalloc.h", FAMILY_VMALLOC },
	{ "VM_", "linux/sysctl.h", FAMILY_SYSCTL },
	{ "VM_FAULT_", "linux/", FAMILY_FAULT_RESULT },
	{ "VM_UNMAPPED_AREA_", "linux/mm.h", FAMILY_AREA_INFO },
	{ "FAULT_FLAG_", "linux/", FAMILY_FAULT_FLAG },
	{ "FOLL_", "linux/mm", FAMILY_FOLLOW },
	{ "PROT_", "mman", FAMILY_PROTECTION },
	{ "MAP_", "mman", FAMILY_MAPPING },
	{ "MMF_", "linux/", FAMILY_MM },
	{ "GFP_", "linux/gfp", FAMILY_ALLOCATION },
	{ "__GFP_", "linux/gfp", FAMILY_ALLOCATION },
	{ "___GFP_", "linux/gfp", FAMILY_ALLOCATION },
};

static enum flag_family family_of(const char *name, const char *path)
{
	for (gsize i = 0; i < G_N_ELEMENTS(families); i++) {
		if (g_str_has_prefix(name, families[i].prefix) &&
		    strstr(path, families[i].path))
			return families[i].family;
	}
	return FAMILY_NONE;
}

static bool is_unrelated(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(unrelated); i++) {
		if (g_str_has_prefix(name, unrelated[i]))
			return true;
	}
	return false;
}

/*
 * Headers in which VM_ names are VMA flags: mm.h and its copy for tests, and
 * what an architecture says of page.h, mman.h and the like.
 */
static bool is_flag_header(const char *path)
{
	return g_str_has_suffix(path, "include/linux/mm.h") ||
	       g_str_has_suffix(path, "include/linux/mm_types.h") ||
	       g_str_has_suffix(path, "include/linux/pkeys.h");
}

/* VM_UFFD_MINOR_BIT, VM_HIGH_ARCH_BIT_3, VM_PKEY_SHIFT, but VM_PKEY_BIT0. */
static bool is_bit_name(const char *name)
{
	return g_str_has_suffix(name, "_BIT") ||
	       g_str_has_prefix(name, "VM_HIGH_ARCH_BIT_") ||
	       strcmp(name, "VM_PKEY_SHIFT") == 0;
}

static enum flag_kind kind_of_macro(const char *name, const char *path)
{
	if (!is_flag_header(path) || is_unrelated(name))
		return KIND_UNKNOWN;
	if (!g_str_has_prefix(name, "VM_") && !g_str_has_prefix(name, "VMA_"))
		return KIND_UNKNOWN;
	return is_bit_name(name) ? KIND_BIT : KIND_MASK;
}

struct kind kind_by_origin(const struct unit_facts *facts,
			   const struct node *node)
{
	enum flag_family family = family_of(node->origin, node->origin_path);
	const struct type *type = facts_type(facts, node->type);
	guint64 value = fold_to_width((guint64)node->value, type->bits,
				      type->is_signed);
	struct kind kind = kind_of_value(KIND_CONSTANT, value);
	enum flag_kind found;

	if (!*node->origin)
		return kind;
	if (family != FAMILY_NONE) {
		kind.kind = KIND_FOREIGN;
		kind.family = (guint8)family;
		return kind;
	}
	found = kind_of_macro(node->origin, node->origin_path);
	if (found == KIND_MASK && !(node->flags & NODE_WHOLE_BODY))
		kind.is_part = true;
	else if (found != KIND_UNKNOWN)
		kind.kind = (guint8)found;
	return kind;
}

static bool is_bit_enumerator(const struct symbol *symbol)
{
	return g_str_has_prefix(symbol->name, "VMA_") &&
	       g_str_has_suffix(symbol->name, "_BIT") &&
	       (is_flag_header(symbol->path) ||
		strstr(symbol->path, "tools/testing/vma"));
}

struct kind kind_of_enumerator(const struct unit_facts *facts,
			       const struct symbol *symbol)
{
	enum flag_family family = family_of(symbol->name, symbol->path);
	struct kind kind = kind_of_value(KIND_CONSTANT, (guint64)symbol->value);

	(void)facts;
	if (is_bit_enumerator(symbol)) {
		kind.kind = KIND_BIT;
		kind.is_typed = true;
	} else if (family != FAMILY_NONE) {
		kind.kind = KIND_FOREIGN;
		kind.family = (guint8)family;
	}
	return kind;
}

/* Members without a telling type, by their record; 6.1 to 7.x. */
static const struct {
	const char *record, *field;
	enum flag_kind kind;
	enum flag_family family;
} fields[] = {
	{ "vm_area_struct", "vm_flags", KIND_MASK, FAMILY_NONE },
	{ "vm_area_struct", "__vm_flags", KIND_MASK, FAMILY_NONE },
	{ "vma_flags_t", "__vma_flags", KIND_WORD_POINTER, FAMILY_NONE },
	{ "mm_struct", "def_flags", KIND_MASK, FAMILY_NONE },
	{ "mm_struct", "flags", KIND_FOREIGN, FAMILY_MM },
	{ "vm_region", "vm_flags", KIND_MASK, FAMILY_NONE },
	{ "vm_area_desc", "vm_flags", KIND_MASK, FAMILY_NONE },
	{ "vma_merge_struct", "flags", KIND_MASK, FAMILY_NONE },
	{ "vma_merge_struct", "vm_flags", KIND_MASK, FAMILY_NONE },
	{ "mmap_state", "flags", KIND_MASK, FAMILY_NONE },
	{ "folio_referenced_arg", "vm_flags", KIND_MASK, FAMILY_NONE },
	{ "vm_struct", "flags", KIND_FOREIGN, FAMILY_VMALLOC },
	{ "vm_fault", "flags", KIND_FOREIGN, FAMILY_FAULT_FLAG },
	{ "vm_unmapped_area_info", "flags", KIND_FOREIGN, FAMILY_AREA_INFO },
};

static struct kind by_field_name(const struct symbol *field)
{
	struct kind kind = kind_of_nothing(KIND_UNKNOWN);

	for (gsize i = 0; i < G_N_ELEMENTS(fields); i++) {
		if (strcmp(fields[i].field, field->name) != 0 ||
		    strcmp(fields[i].record, field->record) != 0)
			continue;
		kind = kind_of_nothing(fields[i].kind);
		kind.family = (guint8)fields[i].family;
		break;
	}
	return kind;
}

struct kind kind_by_field(const struct unit_facts *facts,
			  const struct symbol *field)
{
	struct kind kind = kind_by_type(facts, field->type);

	if (kind.kind == KIND_UNKNOWN)
		kind = by_field_name(field);
	kind.is_whole = kind.kind == KIND_MASK &&
			strcmp(field->record, "vm_area_struct") == 0;
	return kind;
}

/* Functions of headers whose integer result holds flags; 6.1 to 7.x. */
static const char *const mask_functions[] = {
	"calc_vm_prot_bits",
	"calc_vm_flag_bits",
	"arch_calc_vm_prot_bits",
	"arch_calc_vm_flag_bits",
};

struct kind kind_by_result(const struct unit_facts *facts,
			   const struct symbol *function)
{
	const struct type *type = facts_type(facts, function->type);

	for (gsize i = 0; i < G_N_ELEMENTS(mask_functions); i++) {
		if (strcmp(mask_functions[i], function->name) == 0)
			return kind_of_nothing(KIND_MASK);
	}
	return kind_by_type(facts, type->target);
}

/*
 * vmalloc.h (6.1 to 7.x) has no type for its flags; in it an unsigned long of
 * one of these names is nothing else. Elsewhere a name is no evidence: vmalloc
 * flags are called vm_flags, too (mm/internal.h, mm/execmem.c).
 */
static bool is_vmalloc_parameter(const struct unit_facts *facts,
				 const struct symbol *function,
				 const char *name, guint32 type)
{
	return g_str_has_suffix(function->path, "linux/vmalloc.h") &&
	       (strcmp(name, "flags") == 0 || strcmp(name, "vm_flags") == 0) &&
	       strcmp(facts_type(facts, type)->spelling, "unsigned long") == 0;
}

struct kind kind_by_parameter(const struct unit_facts *facts,
			      const struct symbol *function, guint nr)
{
	guint32 position = function->parameters + nr;
	struct kind kind = kind_of_nothing(KIND_UNKNOWN);
	guint32 type;

	if (nr >= function->nr_parameters)
		return kind;
	type = g_array_index(facts->parameters, guint32, position);
	kind = kind_by_type(facts, type);
	if (kind.kind == KIND_UNKNOWN &&
	    is_vmalloc_parameter(
		    facts, function,
		    g_ptr_array_index(facts->parameter_names, position), type))
		return kind_of_family(FAMILY_VMALLOC);
	return kind;
}
