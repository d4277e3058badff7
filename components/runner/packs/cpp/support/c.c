// What a C program has of the same.
#include <stdio.h>
#include <stdlib.h>

#define PAGE(name) __attribute__((import_module("code_room"), import_name(name)))

PAGE("aborted") _Noreturn void code_room_aborted(void);
PAGE("failed") _Noreturn void code_room_failed(void);

_Noreturn void abort(void) { code_room_aborted(); }

__attribute__((export_name("code_room_flush"))) void code_room_flush(void) { fflush(NULL); }

_Noreturn void __assert_fail(const char *expression, const char *file, int line, const char *function) {
  fflush(stdout);
  fprintf(stderr, "%s:%d: %s: Assertion `%s' failed.\n", file, line, function, expression);
  code_room_failed();
}
