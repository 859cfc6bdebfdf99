/* SPDX-License-Identifier: GPL-2.0-only */
/* Brings the configuration to every file. */
#ifndef __LINUX_KCONFIG_H
#define __LINUX_KCONFIG_H

#include <generated/autoconf.h>

#endif
