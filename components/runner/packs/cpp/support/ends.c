// How a program ends that does not end by itself: the worker says why, in a sentence with the line.
#include <stdio.h>
#include <stdlib.h>

#define WORKER(name) __attribute__((import_module("code_room"), import_name(name)))

/** Each remembers why, and comes back: what follows ends the program, and nothing in it can catch that. */
WORKER("aborted") void code_room_aborted(void);
WORKER("failed") void code_room_failed(void);
WORKER("misused") void code_room_misused(const char *message);

_Noreturn void abort(void) {
  code_room_aborted();
  __builtin_trap();
}

_Noreturn void code_room_misuse(const char *message) {
  code_room_misused(message);
  __builtin_trap();
}

/** Questions stand in the output before they are asked, and all that was printed when a program ends by an error. */
__attribute__((export_name("code_room_flush"))) void code_room_flush(void) { fflush(NULL); }

_Noreturn void __assert_fail(const char *expression, const char *file, int line, const char *function) {
  fflush(stdout);
  fprintf(stderr, "%s:%d: %s: Assertion `%s' failed.\n", file, line, function, expression);
  code_room_failed();
  __builtin_trap();
}

/** What the compiler calls where a check does not hold. */
_Noreturn void __ubsan_handle_type_mismatch_minimal_abort(void) { code_room_misuse("null pointer"); }
_Noreturn void __ubsan_handle_missing_return_minimal_abort(void) { code_room_misuse("missing return"); }
_Noreturn void __ubsan_handle_out_of_bounds_minimal_abort(void) { code_room_misuse("array index out of bounds"); }
