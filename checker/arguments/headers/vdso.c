// SPDX-License-Identifier: GPL-2.0-only
#include "vdso.h"

#include <glib.h>

char *generated_vdso(const char *image, const char *tail)
{
	static const char *const symbols[] = {
		"fw_ftr_fixup_end",  "fw_ftr_fixup_start",
		"ftr_fixup_end",     "ftr_fixup_start",
		"lwsync_fixup_end",  "lwsync_fixup_start",
		"mmu_ftr_fixup_end", "mmu_ftr_fixup_start",
		"restart_syscall",   "rt_sigreturn",
		"sigreturn",	     "sigtramp",
		"sigtramp32",	     "sigtramp_rt",
		"sigtramp_rt32",     "sigtramp_rt64",
	};
	GString *text = g_string_new(NULL);

	/* riscv has the name before its number, all others behind. */
	for (gsize i = 0; i < G_N_ELEMENTS(symbols); i++)
		g_string_append_printf(text,
				       "#define %s_offset_%s 0\n"
				       "#define __%s_%s%s_offset 0\n",
				       image, symbols[i], image, symbols[i],
				       tail);
	return g_string_free(text, FALSE);
}
