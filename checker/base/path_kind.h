/* SPDX-License-Identifier: GPL-2.0-only */
/* What a file of a tree is for, as far as its name tells. */
#ifndef VMALINT_BASE_PATH_KIND_H
#define VMALINT_BASE_PATH_KIND_H

#include <stdbool.h>

enum path_kind {
	PATH_SOURCE,   /* a C file or header; see path_is_source() */
	PATH_BUILD,    /* Kconfig or a Makefile: what a build goes by */
	PATH_SHADOW,   /* no C, but read for flags: see path_language() */
	PATH_TEXT,     /* anything else: tables, parts that sources include */
	PATH_DOCUMENT, /* for people, or for other programs than a compiler */
};

/* Of a path, absolute or not. */
enum path_kind path_kind(const char *path);

/* What a file is written in, of those that may say something of flags. */
enum path_language {
	LANGUAGE_NONE,
	LANGUAGE_C,	   /* a C file or header */
	LANGUAGE_RUST,	   /* .rs */
	LANGUAGE_BINDGEN,  /* bindgen_parameters: what Rust gets of C */
	LANGUAGE_DOCUMENT, /* .rst */
};

/* By the name of a path, absolute or not. */
enum path_language path_language(const char *path);

/* True of what is read for flags at all. */
bool path_is_read(const char *path);

/* True of what a C file or header is called that is no product of a build. */
bool path_is_source(const char *path);

#endif
