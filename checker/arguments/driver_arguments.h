/* SPDX-License-Identifier: GPL-2.0-only */
/* What clang's driver is told. */
#ifndef VMALINT_ARGUMENTS_DRIVER_ARGUMENTS_H
#define VMALINT_ARGUMENTS_DRIVER_ARGUMENTS_H

#include <glib.h>

/*
 * The arguments as clang's driver may have them, in an owned array of owned
 * strings: it then loads nothing that lies beside what they name.
 */
GPtrArray *compile_driver_arguments(const GPtrArray *arguments);

#endif
