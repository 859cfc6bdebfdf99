/* SPDX-License-Identifier: GPL-2.0-only */
/* Brings the configuration to every file. */
#ifndef __LINUX_KCONFIG_H
#define __LINUX_KCONFIG_H

#include <generated/autoconf.h>

/* 1 for an option that is set, else 0; in #if and in expressions. */
#define __BEHIND_1			   ~,
#define __SECOND(ignored, value, ...)	   value
#define __SECOND_OF(pair)		   __SECOND(pair 1, 0)
#define __IS_ONE(value)			   __SECOND_OF(__BEHIND_##value)
#define IS_ENABLED(option)		   __IS_ONE(option)

#endif
