// SPDX-License-Identifier: GPL-2.0-only
/*
 * libclang and its LLVM take 60 ms to load (19.1), and a digest of the program
 * 10 ms: a tenth of a run that parses nothing. So it is noted what they came
 * to, with the files that say which libclang would be loaded.
 */
#include "program_identity.h"

#include <glib.h>
#include <link.h>
#include <string.h>

#include "base/stamp.h"
#include "base/text_file.h"
#include "keep/keep.h"
#include "parse/parse.h"

/* Where a program itself is, and where libraries are (ld.so(8)). */
#define PROGRAM_PATH "/proc/self/exe"
#define CACHE_PATH   "/etc/ld.so.cache"

/* The program's own bytes: another build may judge otherwise. */
static char *make_identity(void)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autofree char *library = parse_library_identity();
	gsize length = 0;
	g_autofree char *bytes = text_file_read(PROGRAM_PATH, &length, NULL);

	if (bytes)
		g_checksum_update(sum, (const guchar *)bytes, (gssize)length);
	return g_strdup_printf("%s\n%s\n%s", VMALINT_VERSION, library,
			       g_checksum_get_string(sum));
}

/* With one of these another library may be loaded than the cache tells. */
static bool is_led_astray(void)
{
	static const char *const names[] = { "LD_LIBRARY_PATH", "LD_PRELOAD",
					     "LD_AUDIT" };

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		const char *value = g_getenv(names[i]);

		if (value && *value)
			return true;
	}
	return false;
}

static int add_library(struct dl_phdr_info *info, gsize size, void *paths)
{
	(void)size;
	if (strstr(info->dlpi_name, "/libclang") ||
	    strstr(info->dlpi_name, "/libLLVM"))
		g_ptr_array_add(paths, g_strdup(info->dlpi_name));
	return 0;
}

static void note(const char *folder, const char *identity, gint64 since_ns)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);

	dl_iterate_phdr(add_library, paths);
	/* One that cannot be loaded may be there next time. */
	if (paths->len == 0)
		return;
	g_ptr_array_add(paths, g_strdup(PROGRAM_PATH));
	g_ptr_array_add(paths, g_strdup(CACHE_PATH));
	cache_note(folder, CACHE_NOTE_PROGRAM, identity, paths, since_ns);
}

char *program_identity(const char *cache_folder)
{
	const gint64 since_ns = stamp_now_ns();
	char *identity = is_led_astray() ?
				 NULL :
				 cache_recall(cache_folder, CACHE_NOTE_PROGRAM);

	if (identity)
		return identity;
	identity = make_identity();
	if (!is_led_astray())
		note(cache_folder, identity, since_ns);
	return identity;
}
