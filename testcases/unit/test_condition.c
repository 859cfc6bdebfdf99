// SPDX-License-Identifier: GPL-2.0-only
/* Which conditions can hold together, and what definitions come to. */
#include <glib.h>
#include <string.h>

#include "facts/shadows/condition.h"
#include "facts/shadows/flags.h"

static void check_meet(const char *a, const char *b, bool expected)
{
	g_autofree char *both = condition_and(a, b);
	g_autofree char *turned = condition_and(b, a);

	g_assert_cmpint(condition_can_hold(both), ==, expected);
	g_assert_cmpint(condition_can_hold(turned), ==, expected);
}

static void test_logic(void)
{
	check_meet("", "", true);
	check_meet("defined(CONFIG_A)", "!defined(CONFIG_A)", false);
	check_meet("CONFIG_A", "!(defined CONFIG_A)", false);
	check_meet("IS_ENABLED(CONFIG_A)", "!CONFIG_A", false);
	check_meet("defined(CONFIG_A) || defined(CONFIG_B)",
		   "!defined(CONFIG_A)", true);
	check_meet("CONFIG_N > 3", "!(CONFIG_N > 3)", false);
	check_meet("CONFIG_N > 3", "CONFIG_M", true);
	check_meet("0", "", false);
	check_meet("1", "", true);
	/* What nobody understands certainly holds nowhere. */
	check_meet("((", "", false);
	check_meet("CONFIG_A &&", "", false);
}

static void test_symbols(void)
{
	check_meet("CONFIG_X86", "CONFIG_ARM64_MTE", false);
	check_meet("CONFIG_ARM64_MTE", "!CONFIG_ARM64", false);
	check_meet("CONFIG_PPC64", "!CONFIG_64BIT", false);
	check_meet("CONFIG_PPC32", "CONFIG_64BIT", false);
	check_meet("CONFIG_PPC32", "CONFIG_PPC64", false);
	check_meet("CONFIG_PPC32", "CONFIG_PPC", true);
	check_meet("CONFIG_X86", "!CONFIG_MMU", false);
	check_meet("CONFIG_ARM", "!CONFIG_MMU", true);
	g_assert_true(
		condition_share_arch("CONFIG_ARM64_MTE", "CONFIG_ARM64_GCS"));
	g_assert_false(condition_share_arch("CONFIG_ARM64_MTE", "CONFIG_A"));
}

static void test_lack(void)
{
	g_assert_true(condition_may_lack("", "CONFIG_A", ""));
	g_assert_true(condition_may_lack("CONFIG_MMU", "CONFIG_A", ""));
	g_assert_false(condition_may_lack("CONFIG_A", "CONFIG_A", ""));
	g_assert_false(condition_may_lack("CONFIG_B", "CONFIG_A", ""));
	g_assert_true(condition_may_lack("CONFIG_B", "CONFIG_A", "CONFIG_B"));
	g_assert_false(condition_may_lack("CONFIG_X86", "CONFIG_MMU", ""));
}

static void test_long(void)
{
	g_autoptr(GString) text = g_string_new("CONFIG_A0");

	for (guint i = 1; i < 40; i++)
		g_string_append_printf(text, " && CONFIG_A%u", i);
	g_assert_false(condition_can_hold(text->str));
	g_string_assign(text, "");
	for (guint i = 0; i < 100000; i++)
		g_string_append_c(text, '(');
	g_assert_false(condition_can_hold(text->str));
}

/* "0x10 under CONFIG_A; ? under ..": what a name comes to. */
static void check_value(const char *text, const char *name,
			const char *expected)
{
	struct flags *flags = flags_new();
	g_autoptr(GString) said = g_string_new(NULL);
	const GPtrArray *values;

	flags_read(flags, "mm.h", text, strlen(text));
	values = flags_values(flags, name);
	for (guint i = 0; i < values->len; i++) {
		const struct flag_value *value = g_ptr_array_index(values, i);

		if (value->is_known)
			g_string_append_printf(said, "%#" G_GINT64_MODIFIER "x",
					       value->value);
		else
			g_string_append_c(said, '?');
		g_string_append_printf(said, "%s%s; ",
				       *value->condition ? " " : "",
				       value->condition);
	}
	g_assert_cmpstr(said->str, ==, expected);
	flags_free(flags);
}

static void test_values(void)
{
	check_value("#define VM_A 0x10\n", "VM_A", "0x10; ");
	check_value("#define VM_A (1UL << 3 | BIT(5))\n", "VM_A", "0x28; ");
	check_value("#define VM_A ((vm_flags_t)1 << 4)\n", "VM_A", "0x10; ");
	check_value("#define VM_A ~0x1 & 0x3\n", "VM_A", "0x2; ");
	check_value("#define VM_B 5\n#define VM_A BIT(VM_B)\n", "VM_A",
		    "0x20; ");
	check_value("#define INIT(n) BIT(VMA_ ## n ## _BIT)\n"
		    "enum { DECLARE_VMA_BIT(X, 7), };\n#define VM_A INIT(X)\n",
		    "VM_A", "0x80; ");
	check_value("#define VM_A other(3)\n", "VM_A", "?; ");
	check_value("#define VM_A VM_B\n#define VM_B VM_A\n", "VM_A", "");
	check_value("#ifdef CONFIG_A\n#define VM_A 1\n#else\n#define VM_A 2\n"
		    "#endif\n",
		    "VM_A",
		    "0x1 defined(CONFIG_A); 0x2 !(defined(CONFIG_A)); ");
	check_value("#ifndef H\n#define H\n#define VM_A 1\n#endif\n", "VM_A",
		    "0x1; ");
	check_value("#define VM_A 1\n#ifndef VM_A\n#define VM_A 2\n#endif\n",
		    "VM_A", "0x1; ");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/condition/logic", test_logic);
	g_test_add_func("/condition/symbols", test_symbols);
	g_test_add_func("/condition/lack", test_lack);
	g_test_add_func("/condition/long", test_long);
	g_test_add_func("/flags/values", test_values);
	return g_test_run();
}
