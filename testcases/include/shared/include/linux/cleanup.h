/* SPDX-License-Identifier: GPL-2.0-only */
/* Locks that are dropped where their variable goes. */
#ifndef _LINUX_CLEANUP_H
#define _LINUX_CLEANUP_H

#define DEFINE_GUARD(name, type, lock, unlock)                      \
	typedef type class_##name##_t;                              \
	static inline void class_##name##_destructor(type *pointer) \
	{                                                           \
		type _T = *pointer;                                 \
		if (_T) {                                           \
			unlock;                                     \
		}                                                   \
	}                                                           \
	static inline type class_##name##_constructor(type _T)      \
	{                                                           \
		lock;                                               \
		return _T;                                          \
	}

#define CLASS(name, var)                                                  \
	class_##name##_t var                                              \
		__attribute__((cleanup(class_##name##_destructor))) =     \
			class_##name##_constructor

#define guard(name) CLASS(name, guard_here)
#define scoped_guard(name, args...)                                \
	for (CLASS(name, scope)(args), *done = (void *)0; !done; \
	     done = (void *)1)

#endif
