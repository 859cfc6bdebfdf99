// SPDX-License-Identifier: GPL-2.0-only
#include "rows.h"

static const struct syscall_header syscalls[] = {
	{ SHARED_TABLE, "common,32,riscv,memfd_secret", "uapi/asm/unistd_32.h",
	  "__NR_", "", "__NR_syscalls" },
	{ SHARED_TABLE, "common,64,riscv,rlimit,memfd_secret",
	  "uapi/asm/unistd_64.h", "__NR_", "", "__NR_syscalls" },
	NO_MORE_SYSCALLS,
};

const struct arch arch_riscv[] = {
	{
		.name = "riscv",
		.folder = "riscv",
		.aliases = LIST("riscv32", "riscv64"),
		.width = 64,
		.kconfig_arch = "riscv",
		.pins = PINS({ "ARCH_RV64I", "y" }),
		.target = "riscv64-linux-gnu",
		.arguments = LIST("-mcmodel=medany"),
		.syscalls = syscalls,
	},
	{
		.name = "riscv-32",
		.folder = "riscv",
		.width = 32,
		.is_variant = true,
		.kconfig_arch = "riscv",
		.pins = PINS({ "ARCH_RV32I", "y" }, { "NONPORTABLE", "y" }),
		.target = "riscv32-linux-gnu",
		.arguments = LIST("-mcmodel=medany"),
		.syscalls = syscalls,
	},
	{ .name = NULL },
};
