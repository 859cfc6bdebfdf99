/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * libclang, loaded when it is first called: that takes 25 ms (libclang 19),
 * and much of what the program does needs no parser. Include this and call
 * its functions by their names; calls.def lists them.
 */
#ifndef VMALINT_PARSE_LIBCLANG_H
#define VMALINT_PARSE_LIBCLANG_H

#include <clang-c/Index.h>

/* A pointer to each function. */
struct libclang {
#define CALL(name) __typeof__(name) *(name);
#include "calls.def"
#undef CALL
};

/* Loads the library once; ends the program with a line if that fails. */
const struct libclang *libclang_get(void);

/* What keeps the library from being loaded, owned; NULL if nothing does. */
char *libclang_failure(void);

/* The file that it was loaded from, behind all links; owned, or NULL. */
char *libclang_path(void);

/* "#define NAME (libclang_get()->NAME)" for each; made by CMake. */
#if !defined(LIBCLANG_LOADS) && __has_include("libclang_names.h")
#include "libclang_names.h"
#endif

#endif
