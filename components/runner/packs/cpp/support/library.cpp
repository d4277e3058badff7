// Ends of programs that the standard library was built to meet in silence, made exceptions and sentences.
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <filesystem>
#include <functional>
#include <future>
#include <ios>
#include <new>
#include <stdexcept>
#include <string>
#include <system_error>
#include <typeinfo>

extern "C" {

/** The worker says why a program ended, and comes back: what follows ends it. */
__attribute__((import_module("code_room"), import_name("terminated"))) void code_room_terminated(const char *type, const char *what);

/** A check of the library did not hold: "<file>:<line>: assertion ... failed: vector[] index out of bounds". */
[[noreturn]] void code_room_misuse(const char *message);

/** Of exceptions.cpp: the exception that ends a program, null if none does; its type, and what it says if it is one of the library's. */
void *code_room_exception();
const char *code_room_type(void *exception);
const char *code_room_what(void *exception);

} // extern "C"

namespace {

template <class Error> void raiseIf(const char *name, const char *wanted, const char *message) {
  if (std::strcmp(name, wanted) == 0) throw Error(message);
}

template <class Error> void raiseIf(const char *name, const char *wanted) {
  if (std::strcmp(name, wanted) == 0) throw Error();
}

[[noreturn]] void raise(const char *name, const char *message, int code) {
  raiseIf<std::out_of_range>(name, "out_of_range", message);
  raiseIf<std::invalid_argument>(name, "invalid_argument", message);
  raiseIf<std::length_error>(name, "length_error", message);
  raiseIf<std::overflow_error>(name, "overflow_error", message);
  raiseIf<std::runtime_error>(name, "runtime_error", message);
  raiseIf<std::ios_base::failure>(name, "ios_base::failure", message);
  raiseIf<std::bad_alloc>(name, "bad_alloc");
  raiseIf<std::bad_array_new_length>(name, "bad_array_new_length");
  raiseIf<std::bad_cast>(name, "bad_cast");
  if (std::strcmp(name, "filesystem_error") == 0)
    throw std::filesystem::filesystem_error("the file system refused", std::error_code(errno, std::generic_category()));
  if (std::strcmp(name, "system_error") == 0)
    throw std::system_error(code, std::generic_category(), message);
  throw std::runtime_error(message);
}

[[noreturn]] void terminated() {
  std::fflush(nullptr);
  void *exception = code_room_exception();
  code_room_terminated(exception ? code_room_type(exception) : nullptr, exception ? code_room_what(exception) : nullptr);
  __builtin_trap();
}

__attribute__((constructor(101))) void prepare() { std::set_terminate(terminated); }

void *allocated(std::size_t size) {
  for (;;) {
    if (void *room = std::malloc(size ? size : 1)) return room;
    std::new_handler handler = std::get_new_handler();
    if (!handler) throw std::bad_alloc();
    handler();
  }
}

} // namespace

/** Libc++ without exceptions says which it would throw: `out_of_range was thrown in -fno-exceptions mode with message "..."`. */
[[noreturn]] void verboseAbort(const char *format, ...) __asm__("_ZNSt3__222__libcpp_verbose_abortEPKcz");

[[noreturn]] void verboseAbort(const char *format, ...) {
  char text[512];
  va_list values;
  va_start(values, format);
  std::vsnprintf(text, sizeof text, format, values);
  int code = 0;
  const char *withCode = std::strstr(format, "error %i");
  va_end(values);
  if (withCode) {
    va_start(values, format);
    code = va_arg(values, int);
    va_end(values);
  }
  char *rest = std::strstr(text, " was thrown in -fno-exceptions mode");
  if (!rest) code_room_misuse(text);
  *rest++ = 0;
  char *message = std::strchr(rest, '"');
  char *end = message ? std::strrchr(rest, '"') : nullptr;
  if (end) *end = 0;
  raise(text, message ? message + 1 : text, code);
}

/** Weak, because a program may have its own; and each by the plain one, so that whoever replaces that has replaced all. */
#define REPLACEABLE __attribute__((weak))

REPLACEABLE void *operator new(std::size_t size) { return allocated(size); }
REPLACEABLE void *operator new[](std::size_t size) { return ::operator new(size); }
REPLACEABLE void *operator new(std::size_t size, const std::nothrow_t &) noexcept {
  try {
    return ::operator new(size);
  } catch (...) {
    return nullptr;
  }
}
REPLACEABLE void *operator new[](std::size_t size, const std::nothrow_t &) noexcept {
  try {
    return ::operator new[](size);
  } catch (...) {
    return nullptr;
  }
}
REPLACEABLE void operator delete(void *room) noexcept { std::free(room); }
REPLACEABLE void operator delete[](void *room) noexcept { ::operator delete(room); }
REPLACEABLE void operator delete(void *room, std::size_t) noexcept { ::operator delete(room); }
REPLACEABLE void operator delete[](void *room, std::size_t) noexcept { ::operator delete[](room); }
REPLACEABLE void operator delete(void *room, const std::nothrow_t &) noexcept { ::operator delete(room); }
REPLACEABLE void operator delete[](void *room, const std::nothrow_t &) noexcept { ::operator delete[](room); }
