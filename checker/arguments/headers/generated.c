// SPDX-License-Identifier: GPL-2.0-only
/*
 * Stand-ins for the headers of include/generated/ (6.1 to 7.x). Only what
 * other headers need to parse is in them.
 */
#include "generated.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arguments/arch/arch.h"
#include "arguments/kconfig/kconfig.h"
#include "base/session.h"
#include "bpf_types.h"
#include "folder.h"
#include "list_file.h"
#include "select/select.h"
#include "vdso.h"

static bool is_on(const struct kconfig *config, const char *name)
{
	return strcmp(kconfig_value(config, name), "n") != 0;
}

static unsigned long number(const struct kconfig *config, const char *name,
			    unsigned long otherwise)
{
	const char *value = kconfig_value(config, name);
	char *end = NULL;
	unsigned long result = strtoul(value, &end, 0);

	return end == value ? otherwise : result;
}

/* The least n with 2^n >= value, as ilog2 of the next power of two. */
static unsigned int bits_for(unsigned long value)
{
	unsigned int bits = 0;

	while (bits < 63 && (1ul << bits) < value)
		bits++;
	return bits;
}

static void add_constant(GHashTable *constants, const char *name,
			 unsigned long value)
{
	g_hash_table_insert(constants, g_strdup(name),
			    g_strdup_printf("%lu", value));
}

GHashTable *generated_constants(const struct kconfig *config)
{
	GHashTable *constants =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	const bool lru = is_on(config, "LRU_GEN");

	add_constant(constants, "NR_PAGEFLAGS", 23);
	add_constant(constants, "MAX_NR_ZONES",
		     2ul + is_on(config, "ZONE_DMA") +
			     is_on(config, "ZONE_DMA32") +
			     is_on(config, "HIGHMEM") +
			     is_on(config, "ZONE_DEVICE"));
	add_constant(constants, "NR_CPUS_BITS",
		     bits_for(number(config, "NR_CPUS", 1)));
	/* Whether it exceeds a long decides where page tables keep theirs. */
	add_constant(constants, "SPINLOCK_SIZE",
		     is_on(config, "DEBUG_LOCK_ALLOC") ? 72 :
		     is_on(config, "DEBUG_SPINLOCK")   ? 24 :
							 4);
	add_constant(constants, "LRU_GEN_WIDTH", lru ? 3 : 0);
	add_constant(constants, "__LRU_REFS_WIDTH", lru ? 2 : 0);
	return constants;
}

/* One conversion of kernel/time/timeconst.bc: from / to in fixed point. */
static void append_ratio(GString *text, const char *name, guint64 from,
			 guint64 to)
{
	g_string_append_printf(text,
			       "#define %s_MUL32 0x%" G_GINT64_MODIFIER "xull\n"
			       "#define %s_ADJ32 0x0ull\n"
			       "#define %s_SHR32 31\n"
			       "#define %s_NUM %" G_GUINT64_FORMAT "ull\n"
			       "#define %s_DEN %" G_GUINT64_FORMAT "ull\n",
			       name, (from << 31) / to, name, name, name, from,
			       name, to);
}

static char *timeconst_text(const struct kconfig *config)
{
	GString *text = g_string_new(NULL);
	guint64 hz = number(config, "HZ", 100);

	append_ratio(text, "HZ_TO_MSEC", 1000, hz);
	append_ratio(text, "MSEC_TO_HZ", hz, 1000);
	append_ratio(text, "HZ_TO_USEC", 1000000, hz);
	append_ratio(text, "USEC_TO_HZ", hz, 1000000);
	append_ratio(text, "HZ_TO_NSEC", 1000000000, hz);
	append_ratio(text, "NSEC_TO_HZ", hz, 1000000000);
	return g_string_free(text, FALSE);
}

static char *version_text(const struct tree *tree)
{
	unsigned int part[3] = { 0, 0, 0 };
	g_auto(GStrv) words = g_strsplit(tree->version, ".", 3);

	for (guint i = 0; i < 3 && words[i]; i++)
		part[i] = (unsigned int)strtoul(words[i], NULL, 10);
	return g_strdup_printf(
		"#define LINUX_VERSION_CODE %u\n"
		"#define KERNEL_VERSION(a, b, c) \\\n"
		"\t(((a) << 16) + ((b) << 8) + ((c) > 255 ? 255 : (c)))\n"
		"#define LINUX_VERSION_MAJOR %u\n"
		"#define LINUX_VERSION_PATCHLEVEL %u\n"
		"#define LINUX_VERSION_SUBLEVEL %u\n",
		(part[0] << 16) + (part[1] << 8) + MIN(part[2], 255), part[0],
		part[1], part[2]);
}

/*
 * Headers that come from outside of a tree: what a built kernel says of itself,
 * and the few types of liburcu that tools/testing/shared needs (6.1 to 6.12).
 */
static bool write_outside(struct session *session, const struct tree *tree,
			  const char *folder)
{
	g_autofree char *bpf =
		list_file_read(session, tree, "include/uapi/linux/bpf.h");
	static const char urcu[] =
		"#ifndef VMALINT_URCU_H\n"
		"#define VMALINT_URCU_H\n"
		"struct rcu_head {\n"
		"\tvoid *next;\n"
		"\tvoid (*func)(struct rcu_head *head);\n"
		"};\n"
		"void call_rcu(struct rcu_head *head,\n"
		"\t      void (*func)(struct rcu_head *head));\n"
		"#define rcu_dereference(p) (p)\n"
		"#define rcu_assign_pointer(p, v) ((p) = (v))\n"
		"#endif\n";

	return bpf_types_write(session, bpf ? bpf : "", folder) &&
	       folder_write(session, folder, "programs/urcu.h", urcu);
}

/* A header of include/generated/ that is the same for all architectures. */
static bool write_common(struct session *session, const struct tree *tree,
			 const struct kconfig *config, const char *folder)
{
	g_autofree char *autoconf = kconfig_autoconf(config);
	g_autofree char *timeconst = timeconst_text(config);
	g_autofree char *version = version_text(tree);
	g_autofree char *release =
		g_strdup_printf("#define UTS_RELEASE \"%s\"\n", tree->version);
	const char *const headers[][2] = {
		{ "autoconf.h", autoconf },
		{ "timeconst.h", timeconst },
		{ "utsrelease.h", release },
		{ "uapi/linux/version.h", version },
		{ "utsversion.h", "#define UTS_VERSION \"#1\"\n" },
		{ "compile.h", "#define UTS_MACHINE \"vmalint\"\n"
			       "#define LINUX_COMPILE_BY \"vmalint\"\n"
			       "#define LINUX_COMPILE_HOST \"vmalint\"\n"
			       "#define LINUX_COMPILER \"clang\"\n" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(headers); i++) {
		g_autofree char *name = g_build_filename("include/generated",
							 headers[i][0], NULL);

		if (!folder_write(session, folder, name, headers[i][1]))
			return false;
	}
	return write_outside(session, tree, folder);
}

static bool has_abi(const char *abis, const char *abi)
{
	g_auto(GStrv) list = g_strsplit(abis, ",", -1);

	return !*abis || g_strv_contains((const char *const *)list, abi);
}

/*
 * A line of a .tbl file: number, abi, name, and entry points we ignore. The
 * number after the highest goes to count.
 */
static void append_call(GString *text, const struct syscall_header *header,
			const char *line, unsigned int *count)
{
	char abi[32], name[64];
	unsigned int call;

	if (line[0] == '#' ||
	    sscanf(line, "%u %31s %63s", &call, abi, name) != 3 ||
	    !has_abi(header->abis, abi))
		return;
	*count = MAX(*count, call + 1);
	if (header->prefix)
		g_string_append_printf(text, "#define %s%s (%s%u)\n",
				       header->prefix, name, header->offset,
				       call);
}

char *generated_calls(const struct syscall_header *header, const char *table)
{
	g_auto(GStrv) lines = g_strsplit(table, "\n", -1);
	GString *text = g_string_new(NULL);
	unsigned int count = 0;

	for (guint i = 0; lines[i]; i++)
		append_call(text, header, lines[i], &count);
	if (header->count)
		g_string_append_printf(text, "#define %s %u\n", header->count,
				       count);
	return g_string_free(text, FALSE);
}

static bool write_output(struct session *session, const struct arch *arch,
			 const char *folder, const char *output,
			 const char *text)
{
	g_autofree char *name =
		g_build_filename("arch", arch->host ? arch->host : arch->folder,
				 "include/generated", output, NULL);

	return folder_write(session, folder, name, text);
}

static bool write_calls(struct session *session, const struct tree *tree,
			const struct arch *arch,
			const struct syscall_header *header, const char *folder)
{
	g_autofree char *table = list_file_read(session, tree, header->table);
	g_autofree char *text = table ? generated_calls(header, table) : NULL;

	return !text ||
	       write_output(session, arch, folder, header->output, text);
}

static bool write_made(struct session *session, const struct tree *tree,
		       const struct made_header *header, const char *folder)
{
	g_autofree char *list = list_file_read(session, tree, header->list);
	g_autofree char *text = list ? header->make(list) : NULL;

	return !text || folder_write(session, folder, header->output, text);
}

/* Where symbols are in the images of the vdso, one header an image. */
static bool write_vdso(struct session *session, const char *folder)
{
	static const struct {
		const char *name, *image, *tail;
	} headers[] = {
		{ "vdso", "vdso", "" },
		{ "vdso32", "vdso32", "" },
		{ "vdso64", "vdso64", "" },
		{ "vdso-cfi", "vdso", "_cfi" }, /* riscv, 7.0 and later */
		{ "compat_vdso", "compat_vdso", "" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(headers); i++) {
		g_autofree char *text =
			generated_vdso(headers[i].image, headers[i].tail);
		g_autofree char *name = g_strdup_printf(
			"include/generated/%s-offsets.h", headers[i].name);

		if (!folder_write(session, folder, name, text))
			return false;
	}
	return true;
}

static bool write_arch(struct session *session, const struct tree *tree,
		       const struct arch *arch, const char *folder)
{
	const struct made_header *made = arch->headers;

	if (!write_vdso(session, folder))
		return false;
	for (guint i = 0; made && made[i].list; i++) {
		if (!write_made(session, tree, &made[i], folder))
			return false;
	}
	for (guint i = 0; arch->syscalls[i].table; i++) {
		if (!write_calls(session, tree, arch, &arch->syscalls[i],
				 folder))
			return false;
	}
	return true;
}

bool generated_write(struct session *session, const struct tree *tree,
		     const struct arch *arch, const struct kconfig *config,
		     const char *folder)
{
	return write_common(session, tree, config, folder) &&
	       write_arch(session, tree, arch, folder);
}
