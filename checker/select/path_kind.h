/* SPDX-License-Identifier: GPL-2.0-only */
/* What a file of a tree is for, as far as its name tells. */
#ifndef VMALINT_SELECT_PATH_KIND_H
#define VMALINT_SELECT_PATH_KIND_H

enum path_kind {
	PATH_SOURCE,   /* a C file or header; see walk_is_source_name() */
	PATH_BUILD,    /* Kconfig or a Makefile: what a build goes by */
	PATH_TEXT,     /* anything else: tables, parts that sources include */
	PATH_DOCUMENT, /* for people, or for other programs than a compiler */
};

/* Of a path, absolute or not. */
enum path_kind path_kind(const char *path);

#endif
