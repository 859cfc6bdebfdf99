// SPDX-License-Identifier: GPL-2.0-only
/* The table of architectures, and the headers made for single ones. */
#include <glib.h>
#include <string.h>

#include "arguments/arch/arch.h"
#include "arguments/headers/generated.h"
#include "arguments/headers/offsets.h"
#include "arguments/headers/vdso.h"

static void assert_has(const char *text, const char *line)
{
	if (!strstr(text, line))
		g_error("'%s' is missing in:\n%s", line, text);
}

static void assert_lacks(const char *text, const char *part)
{
	if (strstr(text, part))
		g_error("'%s' is in:\n%s", part, text);
}

/* The text that a row makes of a list as the header of this name; owned. */
static char *make_header(const char *name, const char *header, const char *list)
{
	const struct made_header *made = arch_find(name)->headers;

	while (made->list && !g_str_has_suffix(made->output, header))
		made++;
	g_assert_nonnull(made->list);
	return made->make(list);
}

static void test_rows_are_sorted(void)
{
	for (size_t i = 1; arch_at(i); i++)
		g_assert_cmpint(strcmp(arch_at(i - 1)->name, arch_at(i)->name),
				<, 0);
}

static void test_rows_are_complete(void)
{
	const struct arch *arch;

	for (size_t i = 0; (arch = arch_at(i)); i++) {
		g_assert_nonnull(arch->kconfig_arch);
		g_assert_nonnull(arch->target);
		g_assert_nonnull(arch->syscalls);
		g_assert_true(arch->width == 32 || arch->width == 64);
		g_assert_cmpint(arch->is_variant, ==,
				strcmp(arch->name, arch->folder) != 0);
		g_assert_true(g_str_has_prefix(arch->name, arch->folder));
	}
}

/* No name means two architectures, and none is another one's folder. */
static void test_aliases(void)
{
	g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
	const struct arch *arch;

	for (size_t i = 0; (arch = arch_at(i)); i++) {
		if (!arch->is_variant)
			g_assert_true(g_hash_table_add(names,
						       (gpointer)arch->folder));
		for (size_t j = 0; arch->aliases && arch->aliases[j]; j++)
			g_assert_true(g_hash_table_add(
				names, (gpointer)arch->aliases[j]));
	}
}

static void test_every_folder_has_one_primary_row(void)
{
	unsigned int nr_neutral = 0;
	const struct arch *arch;

	for (size_t i = 0; (arch = arch_at(i)); i++) {
		const struct arch *primary = arch_find(arch->folder);

		g_assert_nonnull(primary);
		g_assert_false(primary->is_variant);
		g_assert_cmpstr(primary->folder, ==, arch->folder);
		nr_neutral += arch->takes_neutral;
	}
	g_assert_cmpuint(nr_neutral, ==, 1);
	g_assert_null(arch_find("x86-32"));
	g_assert_true(arch_find("aarch64") == arch_find("arm64"));
	g_assert_true(arch_find("ppc64le") == arch_find("powerpc"));
	g_assert_true(arch_find("i386") == arch_find("x86"));
	g_assert_null(arch_find("vax"));
}

static void assert_row(const char *path, const char *name)
{
	const struct arch *arch = arch_of_path(path);

	g_assert_cmpstr(arch ? arch->name : NULL, ==, name);
}

static void test_paths(void)
{
	assert_row("arch/x86/mm/fault.c", "x86");
	assert_row("arch/arm/mm/fault.c", "arm");
	assert_row("arch/arm64/mm/fault.c", "arm64");
	assert_row("arch/arm/mm/nommu.c", "arm-nommu");
	assert_row("arch/x86/um/vdso/vma.c", "um");
	assert_row("arch/x86/um/mem_32.c", "um-32");
	assert_row("arch/sparc/mm/fault_32.c", "sparc-32");
	assert_row("arch/sparc/mm/fault_64.c", "sparc");
	assert_row("arch/powerpc/mm/nohash/tlb.c", "powerpc-e500");
	assert_row("arch/powerpc/include/asm/book3s/32/tlbflush.h",
		   "powerpc-32");
	assert_row("arch/vax/mm/fault.c", NULL);
	assert_row("arch/x86", NULL);
	assert_row("mm/mmap.c", NULL);
}

/* What the stand-in of a target says of itself must not be believed. */
static void test_stand_ins_are_hidden(void)
{
	const struct arch *arch;

	for (size_t i = 0; (arch = arch_at(i)); i++) {
		g_autofree char *family =
			g_strndup(arch->target, strcspn(arch->target, "0123-"));
		gboolean is_own = g_str_has_prefix(arch->folder, family) ||
				  g_str_has_prefix(family, arch->folder);

		if (g_str_equal(family, "aarch64") ||
		    g_str_equal(arch->folder, "um") ||
		    g_str_equal(arch->folder, "x86"))
			continue;
		if (is_own == (arch->hidden != NULL))
			g_error("%s is parsed as %s", arch->name, arch->target);
	}
}

/* The compiler must take each target and agree with the row's width. */
static void test_targets_are_known(void)
{
	g_autofree char *compiler = g_find_program_in_path("clang-19");
	const struct arch *arch;

	if (!compiler) {
		g_test_skip("no clang-19 in PATH");
		return;
	}
	for (size_t i = 0; (arch = arch_at(i)); i++) {
		g_autofree char *command =
			g_strdup_printf("%s --target=%s -dM -E -x c /dev/null",
					compiler, arch->target);
		g_autofree char *width = g_strdup_printf(
			"#define __SIZEOF_LONG__ %u\n", arch->width / 8);
		g_autofree char *macros = NULL;
		int status = -1;

		g_assert_true(g_spawn_command_line_sync(command, &macros, NULL,
							&status, NULL));
		g_assert_cmpint(status, ==, 0);
		assert_has(macros, width);
	}
}

static void test_cpucaps(void)
{
	g_autofree char *text = make_header("arm64", "cpucaps.h",
					    "# caps\n\nBTI\n# why\nHAS_X\n");

	g_assert_cmpstr(text, ==,
			"#define ARM64_BTI 0\n"
			"#define ARM64_HAS_X 1\n"
			"#define ARM64_NCAPS 2\n");
}

static void test_sysregs(void)
{
	g_autofree char *text = make_header("arm64", "sysreg-defs.h",
					    "Sysreg\tFOO_EL1\t3\t0\t1\t2\t4\n"
					    "Res0\t63:32\n"
					    "UnsignedEnum\t31:28\tRAS\n"
					    "\t0b0000\tNI\n"
					    "EndEnum\n"
					    "Field\t5\tEN # comment\n"
					    "EndSysreg\n"
					    "SysregFields\tBARx\n"
					    "Field\t99\tBAD\n"
					    "EndSysregFields\n");

	assert_has(text, "#define REG_FOO_EL1 S3_0_C1_C2_4\n");
	assert_has(text, "#define SYS_FOO_EL1 sys_reg(3, 0, 1, 2, 4)\n");
	assert_has(text, "#define FOO_EL1_RAS_MASK GENMASK(31, 28)\n");
	assert_has(text, "#define FOO_EL1_RAS_SIGNED false\n");
	assert_has(text, "#define FOO_EL1_RAS_NI UL(0b0000)\n");
	assert_has(text, "#define FOO_EL1_EN_SHIFT 5\n");
	assert_has(text, "#define FOO_EL1_EN_WIDTH 1\n");
	assert_has(text,
		   "#define FOO_EL1_RES0 (UL(0) | GENMASK_ULL(63, 32))\n");
	assert_has(text, "#define BARx_RES0 (UL(0))\n");
	assert_lacks(text, "BAD");
	assert_lacks(text, "SYS_BARx");
}

static void test_sysregs_of_rubbish(void)
{
	static const char *const lists[] = {
		"",
		"EndSysreg\n",
		"Sysreg\n",
		"Sysreg A\n",
		"Field\n",
		"Sysreg A 1 2 3 4 5\nField\nField x y\nRes0 9\n0b1\nEnum 1\n",
		"Sysreg A 1 2 3 4 5 6 7 8 9 10 11 12\nEndSysreg\n",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) {
		g_autofree char *text =
			make_header("arm64", "sysreg-defs.h", lists[i]);

		g_assert_nonnull(text);
	}
}

static void test_offsets(void)
{
	const struct offsets_help help = { 0 };
	g_autofree char *text =
		offsets_header("#define DEFINE_LONGS(sym, val) \\\n"
			       "\tDEFINE(sym, val / 8)\n\n"
			       "void foo(void);\nvoid foo(void)\n{\n"
			       "\tDEFINE(TI_FLAGS,\toffsetof(a, b));\n"
			       "\tOFFSET(PT_A, pt_regs, a);\n"
			       "\tDEFINE_LONGS(HOST_AX, RAX);\n"
			       "\tDEFINE(VM_EXEC,\t\tVM_EXEC);\n",
			       &help);

	g_assert_cmpstr(text, ==,
			"#ifndef TI_FLAGS\n#define TI_FLAGS 0\n#endif\n"
			"#ifndef PT_A\n#define PT_A 0\n#endif\n"
			"#ifndef HOST_AX\n#define HOST_AX 0\n#endif\n");
}

static void test_hwcaps(void)
{
	g_autofree char *text = make_header(
		"arm64", "kernel-hwcap.h",
		"#define HWCAP_FP\t(1 << 0)\n#define HWCAP3_MTE_FAR\t1\n"
		"# define HWCAP_NO 1\n");

	g_assert_cmpstr(text, ==,
			"#define KERNEL_HWCAP_FP __khwcap_feature(FP)\n"
			"#define KERNEL_HWCAP_MTE_FAR "
			"__khwcap3_feature(MTE_FAR)\n");
}

static void test_feature_masks(void)
{
	g_autofree char *text =
		make_header("x86", "cpufeaturemasks.h",
			    "#define NCAPINTS\t2 /* words */\n");

	g_assert_cmpstr(text, ==,
			"#define REQUIRED_MASK0 0U\n#define DISABLED_MASK0 0U\n"
			"#define REQUIRED_MASK1 0U\n#define DISABLED_MASK1 0U\n"
			"#define REQUIRED_MASK_BIT_SET(x) 0\n"
			"#define DISABLED_MASK_BIT_SET(x) 0\n");
}

static void test_machines(void)
{
	g_autofree char *arm =
		make_header("arm", "mach-types.h",
			    "# c\nassabet\tSA1100_ASSABET\tASSABET\t\t25\n"
			    "unnumbered ARCH_U U\n");
	g_autofree char *sh =
		make_header("sh", "machtypes.h", "HP6XX\t\tSH_HP6XX\n");

	assert_has(arm, "#define MACH_TYPE_ASSABET 25\n");
	assert_has(arm, "#ifdef CONFIG_SA1100_ASSABET\n");
	assert_has(arm, "#define machine_is_unnumbered() (0)\n");
	assert_lacks(arm, "MACH_TYPE_U\n");
	assert_has(sh, "#define mach_is_hp6xx() (MACH_HP6XX)\n");
	assert_has(sh, "#ifdef CONFIG_SH_HP6XX\n#define MACH_HP6XX 1\n");
}

static void test_facilities(void)
{
	g_autofree char *text = make_header(
		"s390", "facility-defs.h",
		".name = \"FACILITIES_ALS\",\n.bits = x\n.name=\"F_B\"");

	assert_has(text, "#define FACILITIES_ALS _AC(0,UL)\n");
	assert_has(text, "#define F_B _AC(0,UL)\n");
}

static void test_vdso(void)
{
	g_autofree char *text = generated_vdso("vdso32", "");

	assert_has(text, "#define vdso32_offset_sigreturn 0\n");
	assert_has(text, "#define __vdso32_rt_sigreturn_offset 0\n");
}

static void test_calls(void)
{
	static const struct syscall_header header = {
		.table = "x.tbl",
		.abis = "common,64",
		.output = "x.h",
		.prefix = "__NR_",
		.offset = "BASE + ",
		.count = "__NR_syscalls",
	};
	struct syscall_header counting = header;
	g_autofree char *text = generated_calls(
		&header, "# c\n0\tcommon\tread\tsys_read\n"
			 "3 64 mmap sys_mmap\n7 32 old sys_old\nrubbish\n");
	g_autofree char *count = NULL;

	counting.prefix = NULL;
	count = generated_calls(&counting, "0 common read sys_read\n");
	g_assert_cmpstr(text, ==,
			"#define __NR_read (BASE + 0)\n"
			"#define __NR_mmap (BASE + 3)\n"
			"#define __NR_syscalls 4\n");
	g_assert_cmpstr(count, ==, "#define __NR_syscalls 1\n");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/arch/sorted", test_rows_are_sorted);
	g_test_add_func("/arch/complete", test_rows_are_complete);
	g_test_add_func("/arch/aliases", test_aliases);
	g_test_add_func("/arch/primary", test_every_folder_has_one_primary_row);
	g_test_add_func("/arch/paths", test_paths);
	g_test_add_func("/arch/hidden", test_stand_ins_are_hidden);
	g_test_add_func("/arch/targets", test_targets_are_known);
	g_test_add_func("/generated/cpucaps", test_cpucaps);
	g_test_add_func("/generated/sysregs", test_sysregs);
	g_test_add_func("/generated/rubbish", test_sysregs_of_rubbish);
	g_test_add_func("/generated/offsets", test_offsets);
	g_test_add_func("/generated/hwcaps", test_hwcaps);
	g_test_add_func("/generated/feature_masks", test_feature_masks);
	g_test_add_func("/generated/machines", test_machines);
	g_test_add_func("/generated/facilities", test_facilities);
	g_test_add_func("/generated/vdso", test_vdso);
	g_test_add_func("/generated/calls", test_calls);
	return g_test_run();
}
