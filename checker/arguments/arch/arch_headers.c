// SPDX-License-Identifier: GPL-2.0-only
/* Which headers of an architecture are made from which list of its folder. */
#include "arch_headers.h"

#include "arguments/headers/generated_arch.h"

#define ARM64_MADE "arch/arm64/include/generated/asm/"
#define END	   { NULL, NULL, NULL }

const struct made_header headers_arm[] = {
	{ "arch/arm/tools/mach-types",
	  "arch/arm/include/generated/asm/mach-types.h", generated_machines },
	END,
};

const struct made_header headers_arm64[] = {
	{ "arch/arm64/tools/cpucaps", ARM64_MADE "cpucap-defs.h",
	  generated_cpucaps },
	{ "arch/arm64/tools/cpucaps", ARM64_MADE "cpucaps.h",
	  generated_cpucaps },
	{ "arch/arm64/include/uapi/asm/hwcap.h", ARM64_MADE "kernel-hwcap.h",
	  generated_hwcaps },
	{ "arch/arm64/tools/sysreg", ARM64_MADE "sysreg-defs.h",
	  generated_sysregs },
	END,
};

const struct made_header headers_s390[] = {
	{ "arch/s390/tools/gen_facilities.c",
	  "arch/s390/include/generated/asm/facility-defs.h",
	  generated_facilities },
	END,
};

const struct made_header headers_sh[] = {
	{ "arch/sh/tools/mach-types", "include/generated/machtypes.h",
	  generated_machines },
	END,
};

const struct made_header headers_x86[] = {
	{ "arch/x86/include/asm/cpufeatures.h",
	  "arch/x86/include/generated/asm/cpufeaturemasks.h",
	  generated_feature_masks },
	END,
};
