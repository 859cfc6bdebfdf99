/* SPDX-License-Identifier: GPL-2.0-only */
/* The formats of a report, and what asks for one. */
#ifndef VMALINT_OPTIONS_FORMAT_H
#define VMALINT_OPTIONS_FORMAT_H

enum format {
#define FORMAT(id, name)     FORMAT_##id,
#define OWN_FORMAT(id, name) FORMAT_##id,
#include "options/formats.def"
#undef FORMAT
#undef OWN_FORMAT
};

/* One --format NAME[:FILE]; file is NULL for standard output ("-", or none). */
struct output_request {
	enum format format;
	const char *file;
};

#endif
