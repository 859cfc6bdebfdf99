// SPDX-License-Identifier: GPL-2.0-only
/*
 * Where each architecture keeps its system call numbers: in a table of its own
 * or, since 6.11, in the one that many share.
 */
#include "arch_syscalls.h"

#define SHARED_TABLE "scripts/syscall.tbl"
#define END	     { NULL, NULL, NULL, NULL, NULL, NULL }

const struct syscall_header syscalls_alpha[] = {
	{ "arch/alpha/kernel/syscalls/syscall.tbl", "", "uapi/asm/unistd_32.h",
	  "__NR_", "", "__NR_syscalls" },
	END,
};

const struct syscall_header syscalls_arc[] = {
	{ SHARED_TABLE, "common,32,arc,time32,renameat,stat64,rlimit",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	END,
};

const struct syscall_header syscalls_arm[] = {
	{ "arch/arm/tools/syscall.tbl", "common,eabi", "uapi/asm/unistd-eabi.h",
	  "__NR_", "__NR_SYSCALL_BASE + ", NULL },
	{ "arch/arm/tools/syscall.tbl", "common,oabi", "uapi/asm/unistd-oabi.h",
	  "__NR_", "__NR_SYSCALL_BASE + ", NULL },
	{ "arch/arm/tools/syscall.tbl", "", "asm/unistd-nr.h", NULL, "",
	  "__NR_syscalls" },
	END,
};

const struct syscall_header syscalls_arm64[] = {
	{ "arch/arm64/tools/syscall_64.tbl",
	  "common,64,renameat,rlimit,memfd_secret", "uapi/asm/unistd_64.h",
	  "__NR_", "", "__NR_syscalls" },
	{ "arch/arm64/tools/syscall_32.tbl", "common,32", "asm/unistd_32.h",
	  "__NR_", "", "__NR_syscalls" },
	{ "arch/arm64/tools/syscall_32.tbl", "common,32",
	  "asm/unistd_compat_32.h", "__NR_compat32_", "",
	  "__NR_compat32_syscalls" },
	END,
};

const struct syscall_header syscalls_csky[] = {
	{ SHARED_TABLE, "common,32,csky,time32,stat64,rlimit",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	END,
};

const struct syscall_header syscalls_hexagon[] = {
	{ SHARED_TABLE, "common,32,hexagon,time32,stat64,rlimit,renameat",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	END,
};

const struct syscall_header syscalls_ia64[] = {
	{ "arch/ia64/kernel/syscalls/syscall.tbl", "", "uapi/asm/unistd_64.h",
	  "__NR_", "__NR_Linux + ", "__NR_syscalls" },
	END,
};

const struct syscall_header syscalls_loongarch[] = {
	{ SHARED_TABLE, "common,64", "uapi/asm/unistd_64.h", "__NR_", "",
	  "__NR_syscalls" },
	END,
};

const struct syscall_header syscalls_m68k[] = {
	{ "arch/m68k/kernel/syscalls/syscall.tbl", "", "uapi/asm/unistd_32.h",
	  "__NR_", "", "__NR_syscalls" },
	END,
};

const struct syscall_header syscalls_microblaze[] = {
	{ "arch/microblaze/kernel/syscalls/syscall.tbl", "",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	END,
};

const struct syscall_header syscalls_mips[] = {
	{ "arch/mips/kernel/syscalls/syscall_n32.tbl", "",
	  "uapi/asm/unistd_n32.h", "__NR_", "__NR_Linux + ", NULL },
	{ "arch/mips/kernel/syscalls/syscall_n32.tbl", "",
	  "asm/unistd_nr_n32.h", NULL, "", "__NR_N32_Linux_syscalls" },
	{ "arch/mips/kernel/syscalls/syscall_n64.tbl", "",
	  "uapi/asm/unistd_n64.h", "__NR_", "__NR_Linux + ", NULL },
	{ "arch/mips/kernel/syscalls/syscall_n64.tbl", "",
	  "asm/unistd_nr_n64.h", NULL, "", "__NR_64_Linux_syscalls" },
	{ "arch/mips/kernel/syscalls/syscall_o32.tbl", "",
	  "uapi/asm/unistd_o32.h", "__NR_", "__NR_Linux + ", NULL },
	{ "arch/mips/kernel/syscalls/syscall_o32.tbl", "",
	  "asm/unistd_nr_o32.h", NULL, "", "__NR_O32_Linux_syscalls" },
	END,
};

const struct syscall_header syscalls_nios2[] = {
	{ SHARED_TABLE, "common,32,nios2,time32,stat64,renameat,rlimit",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	END,
};

const struct syscall_header syscalls_openrisc[] = {
	{ SHARED_TABLE, "common,32,or1k,time32,stat64,rlimit,renameat",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	END,
};

const struct syscall_header syscalls_parisc[] = {
	{ "arch/parisc/kernel/syscalls/syscall.tbl", "common,32",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	{ "arch/parisc/kernel/syscalls/syscall.tbl", "common,64",
	  "uapi/asm/unistd_64.h", "__NR_", "", "__NR_syscalls" },
	END,
};

const struct syscall_header syscalls_powerpc[] = {
	{ "arch/powerpc/kernel/syscalls/syscall.tbl", "common,nospu,32",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	{ "arch/powerpc/kernel/syscalls/syscall.tbl", "common,nospu,64",
	  "uapi/asm/unistd_64.h", "__NR_", "", "__NR_syscalls" },
	END,
};

const struct syscall_header syscalls_riscv[] = {
	{ SHARED_TABLE, "common,32,riscv,memfd_secret", "uapi/asm/unistd_32.h",
	  "__NR_", "", "__NR_syscalls" },
	{ SHARED_TABLE, "common,64,riscv,rlimit,memfd_secret",
	  "uapi/asm/unistd_64.h", "__NR_", "", "__NR_syscalls" },
	END,
};

const struct syscall_header syscalls_s390[] = {
	{ "arch/s390/kernel/syscalls/syscall.tbl", "common,32",
	  "uapi/asm/unistd_32.h", "__NR_", "", NULL },
	{ "arch/s390/kernel/syscalls/syscall.tbl", "common,64",
	  "uapi/asm/unistd_64.h", "__NR_", "", NULL },
	{ "arch/s390/kernel/syscalls/syscall.tbl", "", "asm/unistd_nr.h", NULL,
	  "", "NR_syscalls" },
	END,
};

const struct syscall_header syscalls_sh[] = {
	{ "arch/sh/kernel/syscalls/syscall.tbl", "", "uapi/asm/unistd_32.h",
	  "__NR_", "", "__NR_syscalls" },
	END,
};

const struct syscall_header syscalls_sparc[] = {
	{ "arch/sparc/kernel/syscalls/syscall.tbl", "common,32",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	{ "arch/sparc/kernel/syscalls/syscall.tbl", "common,64",
	  "uapi/asm/unistd_64.h", "__NR_", "", "__NR_syscalls" },
	END,
};

const struct syscall_header syscalls_x86[] = {
	{ "arch/x86/entry/syscalls/syscall_32.tbl", "i386",
	  "uapi/asm/unistd_32.h", "__NR_", "", "__NR_syscalls" },
	{ "arch/x86/entry/syscalls/syscall_64.tbl", "common,64",
	  "uapi/asm/unistd_64.h", "__NR_", "", "__NR_syscalls" },
	{ "arch/x86/entry/syscalls/syscall_64.tbl", "common,x32",
	  "uapi/asm/unistd_x32.h", "__NR_", "__X32_SYSCALL_BIT + ",
	  "__NR_syscalls" },
	{ "arch/x86/entry/syscalls/syscall_32.tbl", "i386",
	  "asm/unistd_32_ia32.h", "__NR_ia32_", "", "__NR_ia32_syscalls" },
	{ "arch/x86/entry/syscalls/syscall_64.tbl", "x32",
	  "asm/unistd_64_x32.h", "__NR_x32_", "", "__NR_x32_syscalls" },
	END,
};

const struct syscall_header syscalls_xtensa[] = {
	{ "arch/xtensa/kernel/syscalls/syscall.tbl", "", "uapi/asm/unistd_32.h",
	  "__NR_", "", "__NR_syscalls" },
	END,
};
