// SPDX-License-Identifier: GPL-2.0-only
/* Loads libclang and finds its functions. */
/* Here the names are those of the functions themselves. */
#define LIBCLANG_LOADS
#include "libclang.h"

#include <dlfcn.h>
#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
/*
 * LLVM gives its threads a stack for signals (19.1), which the sanitizer then
 * takes for one of its own and cannot free.
 */
const char *__asan_default_options(void);

const char *__asan_default_options(void)
{
	return "use_sigaltstack=0";
}
#endif

/* Where a function's address goes. */
struct libclang_call {
	const char *name;
	size_t offset;
};

static const struct libclang_call calls[] = {
#define CALL(function) { #function, offsetof(struct libclang, function) },
#include "calls.def"
#undef CALL
};

/* By its name, as the system finds it; else where it was when we were built. */
static void *open_library(void)
{
	void *library = dlopen(LIBCLANG_NAME, RTLD_NOW | RTLD_LOCAL);

	return library ? library : dlopen(LIBCLANG_PATH, RTLD_NOW | RTLD_LOCAL);
}

/* NULL, or what is wrong, owned. The library stays loaded. */
static char *load(struct libclang *libclang)
{
	void *library = open_library();

	if (!library)
		return g_strdup_printf("libclang cannot be loaded: %s",
				       dlerror());
	for (size_t i = 0; i < G_N_ELEMENTS(calls); i++) {
		void *address = dlsym(library, calls[i].name);

		if (!address)
			return g_strdup_printf("libclang has no %s; it is too "
					       "old or too new",
					       calls[i].name);
		/* ISO C knows no way from an object's pointer to a function's.
		 */
		memcpy((char *)libclang + calls[i].offset, &address,
		       sizeof(address));
	}
	return NULL;
}

/* Loaded once; failure, if not NULL, is what went wrong. */
static const struct libclang *get(const char **ret_failure)
{
	static struct libclang libclang;
	static char *failure;
	static gsize is_loaded;

	if (g_once_init_enter(&is_loaded)) {
		failure = load(&libclang);
		g_once_init_leave(&is_loaded, 1);
	}
	*ret_failure = failure;
	return &libclang;
}

const struct libclang *libclang_get(void)
{
	const char *failure;
	const struct libclang *libclang = get(&failure);

	if (failure)
		g_error("%s", failure);
	return libclang;
}

char *libclang_path(void)
{
	const char *failure;
	const struct libclang *libclang = get(&failure);
	char *real = NULL, *copy;
	Dl_info info;
	void *function;

	memcpy(&function, &libclang->clang_createIndex, sizeof(function));
	if (!failure && dladdr(function, &info))
		real = realpath(info.dli_fname, NULL);
	copy = g_strdup(real);
	free(real);
	return copy;
}

char *libclang_failure(void)
{
	const char *failure;

	get(&failure);
	return g_strdup(failure);
}
