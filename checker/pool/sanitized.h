/* SPDX-License-Identifier: GPL-2.0-only */
/* Whether the address sanitizer is at work: IS_SANITIZED is defined then. */
#ifndef VMALINT_POOL_SANITIZED_H
#define VMALINT_POOL_SANITIZED_H

/* gcc says it by a macro, clang by a feature. */
#ifdef __SANITIZE_ADDRESS__
#define IS_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_SANITIZED
#endif
#endif

#endif
