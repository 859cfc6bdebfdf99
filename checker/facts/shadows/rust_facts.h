/* SPDX-License-Identifier: GPL-2.0-only */
/* What Rust says of flags: see shadows.h. Private to facts/shadows/. */
#ifndef VMALINT_FACTS_SHADOWS_RUST_FACTS_H
#define VMALINT_FACTS_SHADOWS_RUST_FACTS_H

#include <glib.h>

struct shadows;

/* Adds what a Rust text says; the path is borrowed. */
void rust_read(struct shadows *shadows, const char *path, const char *text,
	       gsize length);

/* The constants that a C header hands to bindgen. */
void rust_read_helpers(struct shadows *shadows, const char *path,
		       const char *text, gsize length);

/* The items that a parameter file of bindgen blocks. */
void rust_read_parameters(struct shadows *shadows, const char *path,
			  const char *text, gsize length);

#endif
