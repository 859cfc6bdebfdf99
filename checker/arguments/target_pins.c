// SPDX-License-Identifier: GPL-2.0-only
#include "target_pins.h"

#include "arguments/arch/arch.h"
#include "arguments/kconfig/kconfig.h"

/*
 * Instruments that put their own code into accessors which rules know by
 * name, and choices that are not the kernel most people build.
 */
static const struct kconfig_pin pins[] = {
	{ "FORTIFY_SOURCE", "n" }, { "KASAN", "n" },
	{ "KCSAN", "n" },	   { "KMSAN", "n" },
	{ "UBSAN", "n" },	   { "GCOV_KERNEL", "n" },
	{ "PREEMPT_RT", "n" },	   { "DEBUG_INFO_BTF", "n" },
};

GArray *target_pins(const struct arch *arch)
{
	GArray *all = g_array_new(FALSE, FALSE, sizeof(struct kconfig_pin));

	g_array_append_vals(all, pins, G_N_ELEMENTS(pins));
	for (guint i = 0; arch && arch->pins && arch->pins[i].name; i++)
		g_array_append_val(all, arch->pins[i]);
	return all;
}
