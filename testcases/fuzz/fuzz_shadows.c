// SPDX-License-Identifier: GPL-2.0-only
/* Definitions of flags, tables and bindings, up to what is wrong with them. */
#include "fuzz.h"

#include "facts/shadows/binding_faults.h"
#include "facts/shadows/clashes.h"
#include "facts/shadows/shadows.h"
#include "facts/shadows/table_faults.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	static const char *const paths[] = { "a.c", "a.rs", "a.rst",
					     "bindgen_parameters" };
	static const char *const flags[] = { "VM_READ", "VM_IO", "VM_A", "VM_B",
					     "VMA_A_BIT" };
	g_autofree char *text = g_memdup2(data, size);
	g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GArray) clashes = NULL;
	g_autoptr(GArray) faults = NULL;
	g_autoptr(GArray) bindings = NULL;
	struct shadows *shadows;

	for (gsize i = 0; i < G_N_ELEMENTS(flags); i++)
		g_hash_table_add(names, (gpointer)flags[i]);
	shadows = shadows_new(names);
	shadows_add_header(shadows, "mm.h", text, size);
	for (gsize i = 0; i < G_N_ELEMENTS(paths); i++)
		shadows_add(shadows, paths[i], text, size);
	shadows_add_makefile(shadows, "a.c", text, size);
	shadows_derive(shadows);
	clashes = shadows_clashes(shadows);
	faults = shadows_table_faults(shadows);
	bindings = shadows_binding_faults(shadows);
	shadows_free(shadows);
	return 0;
}
