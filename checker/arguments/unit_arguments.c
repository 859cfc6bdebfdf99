// SPDX-License-Identifier: GPL-2.0-only
/* Builds argument lists; knows no architecture by name. */
#include "unit_arguments.h"

#include "arguments/arch/arch.h"
#include "arguments/module/module.h"
#include "base/view.h"
#include "program.h"
#include "select/select.h"

/*
 * Options that change what the source means, from the kernel's Makefile; the
 * rest of it is about code generation. Errors are wanted without a limit,
 * warnings are the compiler's business. What would be an error in C23 but a
 * warning to the kernel's compilers must not cost a node of the tree.
 */
static const char *const language[] = {
	"-std=gnu11",
	"-fshort-wchar",
	"-funsigned-char",
	"-fms-extensions",
	"-fno-strict-aliasing",
	"-fno-builtin",
	"-fno-spell-checking",
	"-ferror-limit=0",
	"-fbracket-depth=4096",
	"-w",
	"-Wno-error=implicit-function-declaration",
	"-Wno-error=implicit-int",
	"-Wno-error=int-conversion",
	"-Wno-error=incompatible-function-pointer-types",
	"-Wno-error=return-type",
	"-Wno-error=asm-operand-widths",
	"-Wno-asm-operand-widths",
};

static void add(GPtrArray *arguments, const char *text)
{
	g_ptr_array_add(arguments, g_strdup(text));
}

/* Takes NULL. */
static void add_all(GPtrArray *arguments, const GPtrArray *words)
{
	for (guint i = 0; words && i < words->len; i++)
		add(arguments, g_ptr_array_index(words, i));
}

static void add_include(GPtrArray *arguments, const char *folder,
			const char *name)
{
	g_ptr_array_add(arguments, g_strconcat("-I", folder, "/", name, NULL));
}

/* -include FILE, if the tree has it. */
static void add_forced(GPtrArray *arguments, const struct tree *tree,
		       const char *name)
{
	g_autofree char *path = g_build_filename(tree->root, name, NULL);

	if (!view_has_file(tree->view, path))
		return;
	add(arguments, "-include");
	add(arguments, path);
}

static void add_language(GPtrArray *arguments, const struct arch *arch)
{
	g_ptr_array_add(arguments,
			g_strconcat("--target=", arch->target, NULL));
	for (gsize i = 0; i < G_N_ELEMENTS(language); i++)
		add(arguments, language[i]);
	for (guint i = 0; arch->hidden && arch->hidden[i]; i++)
		g_ptr_array_add(arguments,
				g_strconcat("-U", arch->hidden[i], NULL));
	for (guint i = 0; arch->arguments && arch->arguments[i]; i++)
		add(arguments, arch->arguments[i]);
}

/*
 * What Kbuild derives from a file's name only ends up in messages. One value
 * for all lets files share a precompiled header.
 */
static void add_module_macros(GPtrArray *arguments)
{
	add(arguments, "-DKBUILD_MODFILE=\"vmalint\"");
	add(arguments, "-DKBUILD_BASENAME=\"vmalint\"");
	add(arguments, "-DKBUILD_MODNAME=\"vmalint\"");
	add(arguments, "-D__KBUILD_MODNAME=kmod_vmalint");
}

/*
 * Has include/linux/tracepoint.h (2.6.29 to 7.x) declare each trace event with
 * a few lines, as without CONFIG_TRACEPOINTS, and not with a page of inline
 * functions: fs/xfs/xfs_file.c of 6.12 is parsed in a fifth of the time.
 */
static void add_no_trace(GPtrArray *arguments)
{
	add(arguments, "-DNOTRACE");
}

/* The folders of an architecture's half, tree before generated. */
static void add_arch_includes(GPtrArray *arguments, const struct tree *tree,
			      const char *arch, const char *folder,
			      const char *half)
{
	g_autofree char *own = g_strdup_printf("arch/%s/include%s", arch, half);
	g_autofree char *made =
		g_strdup_printf("arch/%s/include/generated%s", arch, half);

	add_include(arguments, tree->root, own);
	add_include(arguments, folder, made);
}

/* Machine folders, and what the host of um lends it. */
static void add_own_includes(GPtrArray *arguments, const struct tree *tree,
			     const struct arch *arch, const char *folder)
{
	for (guint i = 0; arch->includes && arch->includes[i]; i++)
		add_include(arguments, tree->root, arch->includes[i]);
	if (!arch->host)
		return;
	add_arch_includes(arguments, tree, arch->host, folder, "");
	add_arch_includes(arguments, tree, arch->host, folder, "/uapi");
}

GPtrArray *arguments_for_kernel(const struct tree *tree,
				const struct arch *arch, const char *folder,
				const char *source,
				const struct module_arguments *module)
{
	GPtrArray *arguments = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *beside = g_path_get_dirname(source);

	add_language(arguments, arch);
	add_all(arguments, module ? module->before : NULL);
	add(arguments, arch->includes_compiler ? "-nostdlibinc" : "-nostdinc");
	add_arch_includes(arguments, tree, arch->folder, folder, "");
	add_include(arguments, tree->root, "include");
	add_include(arguments, folder, "include");
	add_arch_includes(arguments, tree, arch->folder, folder, "/uapi");
	add_include(arguments, tree->root, "include/uapi");
	add_include(arguments, folder, "include/generated/uapi");
	add_own_includes(arguments, tree, arch, folder);
	add_forced(arguments, tree, "include/linux/compiler-version.h");
	add_forced(arguments, tree, "include/linux/kconfig.h");
	add_forced(arguments, tree, "include/linux/compiler_types.h");
	add(arguments, "-D__KERNEL__");
	add_module_macros(arguments);
	add_no_trace(arguments);
	add_all(arguments, module ? module->after : NULL);
	g_ptr_array_add(arguments, g_strconcat("-I", beside, NULL));
	return arguments;
}

GPtrArray *arguments_recorded(const struct arch *arch, const GPtrArray *given)
{
	GPtrArray *arguments = g_ptr_array_new_with_free_func(g_free);

	add_language(arguments, arch);
	for (guint i = 0; i < given->len; i++)
		add(arguments, g_ptr_array_index(given, i));
	add_module_macros(arguments);
	add_no_trace(arguments);
	return arguments;
}

void arguments_add_bpf(GPtrArray *arguments, const struct tree *tree,
		       const char *folder)
{
	add_include(arguments, folder, "bpf");
	add_include(arguments, tree->root, "tools/lib");
}

GPtrArray *arguments_for_program(const struct tree *tree,
				 const struct arch *arch, const char *folder,
				 const char *source)
{
	static const char *const folders[] = {
		"tools/testing/shared",	    "tools/include",
		"tools/include/uapi",	    "tools/lib",
		"tools/testing/radix-tree",
	};
	GPtrArray *arguments = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *beside = g_path_get_dirname(source);
	g_autofree char *own =
		g_strdup_printf("tools/arch/%s/include", arch->folder);

	add_language(arguments, arch);
	program_add_arguments(arguments, tree, arch, source);
	g_ptr_array_add(arguments, g_strconcat("-I", beside, NULL));
	add_include(arguments, beside, "include");
	for (gsize i = 0; i < G_N_ELEMENTS(folders); i++)
		add_include(arguments, tree->root, folders[i]);
	add_include(arguments, tree->root, own);
	add_include(arguments, folder, "programs");
	add(arguments, "-D_GNU_SOURCE");
	return arguments;
}
