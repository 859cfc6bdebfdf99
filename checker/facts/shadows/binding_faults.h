/* SPDX-License-Identifier: GPL-2.0-only */
/* Where Rust does not say of flags what the headers say. */
#ifndef VMALINT_FACTS_SHADOWS_BINDING_FAULTS_H
#define VMALINT_FACTS_SHADOWS_BINDING_FAULTS_H

#include <glib.h>

#include "facts/shadows/shadows.h"

enum binding_fault_kind {
	BINDING_OTHER_FLAG,    /* helper NAME is given OTHER */
	BINDING_UNKNOWN,       /* no header defines NAME */
	BINDING_NO_HELPER,     /* bindgen makes nothing of the macro NAME */
	BINDING_NOT_BLOCKED,   /* helper NAME, and the macro may be bound too */
	BINDING_BLOCKED_ONLY,  /* NAME is blocked, and has no helper */
	BINDING_BLOCKED_TWICE, /* NAME is blocked, and was before */
	BINDING_CONSTANT,      /* constant NAME is OTHER */
	BINDING_STORE,	       /* member NAME is stored to */
	BINDING_ADDRESS,   /* the address of member NAME, to be written to */
	BINDING_NO_MEMBER, /* the struct has no member NAME */
	BINDING_ORDINAL,   /* member NAME is elsewhere, in OTHER */
	BINDING_NUMBER,	   /* the number NAME as a vm_flags_t */
	BINDING_FOREIGN,   /* NAME is of another family */
	BINDING_BIT,	   /* NAME is the number of a bit, not a mask */
};

struct binding_fault {
	enum binding_fault_kind kind;
	const char *name, *other; /* see the kinds; of the shadows */
	struct shadow_place at;
	struct shadow_place related; /* path NULL: none */
};

/* All of them: an owned array of struct binding_fault. */
GArray *shadows_binding_faults(const struct shadows *shadows);

#endif
