// SPDX-License-Identifier: GPL-2.0-only
/* What clang defines for an architecture that stands in for another. */
#include "rows.h"

const char *const stand_in_hides_loongarch[] = {
	"__loongarch__",	  "__loongarch64",
	"__loongarch_arch",	  "__loongarch_double_float",
	"__loongarch_frlen",	  "__loongarch_grlen",
	"__loongarch_hard_float", "__loongarch_lp64",
	"__loongarch_simd_width", "__loongarch_sx",
	"__loongarch_tune",	  NULL,
};

const char *const stand_in_hides_sparc[] = {
	"__sparc", "__sparc__", "__sparcv8", "__sparcv8__", "sparc", NULL,
};
