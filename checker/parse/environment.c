// SPDX-License-Identifier: GPL-2.0-only
/*
 * What else libclang would be told (clang and LLVM 19): folders of headers,
 * words of options, files to write, checks to leave out.
 */
#include <glib.h>
#include <string.h>

#include "parse.h"

static const char *const names[] = {
	"CPATH",
	"C_INCLUDE_PATH",
	"CPLUS_INCLUDE_PATH",
	"OBJC_INCLUDE_PATH",
	"OBJCPLUS_INCLUDE_PATH",
	"COMPILER_PATH",
	"LIBRARY_PATH",
	"GCC_EXEC_PREFIX",
	"DEPENDENCIES_OUTPUT",
	"SUNPRO_DEPENDENCIES",
	"SDKROOT",
	"SOURCE_DATE_EPOCH",
	"RC_DEBUG_OPTIONS",
	"FORCE_CLANG_DIAGNOSTICS_CRASH",
};

static const char *const starts[] = {
	"CCC_",	  "CC_LOG_",   "CC_PRINT_", "CINDEXTEST_",
	"CLANG_", "LIBCLANG_", "LLVM_",
};

/* Ours is built with it where lines are counted. */
static const char profile[] = "LLVM_PROFILE_FILE";

static bool is_heeded(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		if (strcmp(name, names[i]) == 0)
			return true;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(starts); i++) {
		if (g_str_has_prefix(name, starts[i]))
			return strcmp(name, profile) != 0;
	}
	return g_str_has_suffix(name, "_DEPLOYMENT_TARGET");
}

void parse_forget_environment(void)
{
	g_auto(GStrv) all = g_listenv();

	for (char **name = all; *name; name++) {
		if (is_heeded(*name))
			g_unsetenv(*name);
	}
	/*
	 * Its threads have 8 MiB of stack each (19.1), which some hundred casts
	 * in each other fill; ours has what pool/worker.c asks for. What has
	 * crashed is not to go on: the worker ends, and another one follows.
	 */
	g_setenv("LIBCLANG_NOTHREADS", "1", TRUE);
	g_setenv("LIBCLANG_DISABLE_CRASH_RECOVERY", "1", TRUE);
}
