/* SPDX-License-Identifier: GPL-2.0-only */
/* libclang's handles, released by scope. */
#ifndef VMALINT_PARSE_CLANG_HANDLES_H
#define VMALINT_PARSE_CLANG_HANDLES_H

#include "libclang.h"

#define AUTO_RELEASE(kind) __attribute__((cleanup(kind##_release_var)))

static inline void index_release_var(CXIndex *index)
{
	if (*index)
		clang_disposeIndex(*index);
}

static inline void unit_release_var(CXTranslationUnit *unit)
{
	if (*unit)
		clang_disposeTranslationUnit(*unit);
}

static inline void string_release_var(CXString *string)
{
	if (string->data)
		clang_disposeString(*string);
}

static inline void diagnostic_release_var(CXDiagnostic *diagnostic)
{
	if (*diagnostic)
		clang_disposeDiagnostic(*diagnostic);
}

#endif
