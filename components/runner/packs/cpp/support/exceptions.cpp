// C++ exceptions by WebAssembly's own: the half of the Itanium ABI that the compiler's library was built without.
#include <cstdlib>
#include <cstdint>
#include <exception>
#include <new>
#include <typeinfo>

namespace {

using Destroy = void *(void *);

/** Stands before each exception. A dependent one throws another again: its object is that of `primary`. */
struct alignas(16) Header {
  Header *primary;
  std::size_t references;
  const std::type_info *type;
  Destroy *destroy;
  /** The one that was caught before. */
  Header *next;
  /** So many handlers have it; below zero while it is thrown again. */
  int handlers;
  /** The object as the handler that was found sees it. */
  void *adjusted;
  /** Of those on their way to a handler: the one that was thrown before. */
  Header *behind;
};

Header *caught;
/** On its way to a handler, the last one that was thrown. */
Header *flying;
unsigned uncaught;

Header *headerOf(void *object) { return static_cast<Header *>(object) - 1; }

Header *primaryOf(Header *header) { return header->primary ? header->primary : header; }

void *objectOf(Header *header) { return primaryOf(header) + 1; }

void *roomFor(std::size_t size) {
  void *room = std::malloc(size);
  if (!room) std::terminate();
  return room;
}

void release(Header *header) {
  if (--header->references > 0) return;
  if (header->primary) {
    release(header->primary);
  } else if (header->destroy) {
    header->destroy(header + 1);
  }
  std::free(header);
}

/** A type as the ABI's library has it: its table of functions is the same. */
struct Catchable : std::type_info {
  virtual ~Catchable();
  virtual void noop1() const;
  virtual void noop2() const;
  virtual bool can_catch(const Catchable *thrown, void *&adjusted) const = 0;
};

std::uint32_t unsignedNumber(const std::uint8_t *&at) {
  std::uint32_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    std::uint8_t byte = *at++;
    value |= std::uint32_t(byte & 127) << shift;
    if (byte < 128) return value;
  }
}

std::int32_t signedNumber(const std::uint8_t *&at) {
  std::uint32_t value = 0;
  for (unsigned shift = 0;;) {
    std::uint8_t byte = *at++;
    value |= std::uint32_t(byte & 127) << shift;
    shift += 7;
    if (byte < 128) return std::int32_t(byte & 64 && shift < 32 ? value | ~std::uint32_t(0) << shift : value);
  }
}

constexpr std::uint8_t OMITTED = 0xff;

/** The number of the handler at a landing pad that takes the exception, 0 if none does. */
std::uint32_t handlerFor(Header *header, const std::uint8_t *table, std::uint32_t pad) {
  const std::uint8_t *at = table;
  if (*at++ != OMITTED) unsignedNumber(at);
  const std::uint8_t *types = nullptr;
  if (*at++ != OMITTED) {
    std::uint32_t offset = unsignedNumber(at);
    types = at + offset;
  }
  ++at; // How the call sites are written, which is one way only.
  std::uint32_t length = unsignedNumber(at);
  const std::uint8_t *actions = at + length;
  std::uint32_t action = 0;
  for (std::uint32_t site = 0; at < actions; ++site) {
    unsignedNumber(at);
    action = unsignedNumber(at);
    if (site == pad) break;
    action = 0;
  }
  if (action == 0) return 0;
  for (at = actions + action - 1;;) {
    std::int32_t index = signedNumber(at);
    if (index > 0) {
      auto *type = *reinterpret_cast<const Catchable *const *>(types - index * sizeof(void *));
      void *adjusted = objectOf(header);
      auto *thrown = static_cast<const Catchable *>(primaryOf(header)->type);
      if (!type || type->can_catch(thrown, adjusted)) {
        header->adjusted = adjusted;
        return std::uint32_t(index);
      }
    }
    const std::uint8_t *here = at;
    std::int32_t offset = signedNumber(at);
    if (offset == 0) return 0;
    at = here + offset;
  }
}

[[noreturn]] void fly(Header *header) {
  ++uncaught;
  header->behind = flying;
  flying = header;
  __builtin_wasm_throw(0, header);
}

void land(Header *header) {
  --uncaught;
  Header **at = &flying;
  while (*at && *at != header) at = &(*at)->behind;
  if (*at) *at = header->behind;
}

} // namespace

extern "C" {

/** Tells the worker where this is, for the case that nothing catches it. */
__attribute__((import_module("code_room"), import_name("thrown"))) void code_room_thrown();

struct LandingPad {
  std::uintptr_t pad;
  std::uintptr_t table;
  std::uintptr_t selector;
};
LandingPad __wasm_lpad_context;

int _Unwind_CallPersonality(void *exception) {
  LandingPad &context = __wasm_lpad_context;
  auto *table = reinterpret_cast<const std::uint8_t *>(context.table);
  context.selector = table ? handlerFor(static_cast<Header *>(exception), table, context.pad) : 0;
  return 0;
}

int __gxx_wasm_personality_v0() { return 0; }

void *__cxa_allocate_exception(std::size_t size) noexcept {
  auto *header = static_cast<Header *>(roomFor(sizeof(Header) + size));
  *header = {};
  return header + 1;
}

void __cxa_free_exception(void *object) noexcept { std::free(headerOf(object)); }

__cxxabiv1::__cxa_exception *__cxa_init_primary_exception(void *object, std::type_info *type, Destroy *destroy) noexcept {
  Header *header = headerOf(object);
  header->type = type;
  header->destroy = destroy;
  return reinterpret_cast<__cxxabiv1::__cxa_exception *>(header);
}

[[noreturn]] void __cxa_throw(void *object, std::type_info *type, Destroy *destroy) {
  __cxa_init_primary_exception(object, type, destroy);
  Header *header = headerOf(object);
  header->references = 1;
  code_room_thrown();
  fly(header);
}

void *__cxa_get_exception_ptr(void *exception) noexcept { return static_cast<Header *>(exception)->adjusted; }

void *__cxa_begin_catch(void *exception) noexcept {
  auto *header = static_cast<Header *>(exception);
  header->handlers = (header->handlers < 0 ? -header->handlers : header->handlers) + 1;
  if (header != caught) {
    header->next = caught;
    caught = header;
  }
  land(header);
  return header->adjusted;
}

void __cxa_end_catch() {
  Header *header = caught;
  if (!header) return;
  if (header->handlers < 0) {
    if (++header->handlers == 0) caught = header->next;
  } else if (--header->handlers == 0) {
    caught = header->next;
    release(header);
  }
}

[[noreturn]] void __cxa_rethrow() {
  Header *header = caught;
  if (!header) std::terminate();
  header->handlers = -header->handlers;
  fly(header);
}

std::type_info *__cxa_current_exception_type() {
  return caught ? const_cast<std::type_info *>(primaryOf(caught)->type) : nullptr;
}

void __cxa_increment_exception_refcount(void *object) noexcept {
  if (object) ++headerOf(object)->references;
}

void __cxa_decrement_exception_refcount(void *object) noexcept {
  if (object) release(headerOf(object));
}

void *__cxa_current_primary_exception() noexcept {
  if (!caught) return nullptr;
  void *object = objectOf(caught);
  __cxa_increment_exception_refcount(object);
  return object;
}

void __cxa_rethrow_primary_exception(void *object) {
  if (!object) return;
  auto *header = static_cast<Header *>(roomFor(sizeof(Header)));
  *header = {};
  header->primary = headerOf(object);
  header->references = 1;
  __cxa_increment_exception_refcount(object);
  code_room_thrown();
  fly(header);
}

unsigned __cxa_uncaught_exceptions() noexcept { return uncaught; }

bool __cxa_uncaught_exception() noexcept { return uncaught > 0; }

void __cxa_bad_cast() { throw std::bad_cast(); }

void __cxa_bad_typeid() { throw std::bad_typeid(); }

void __cxa_throw_bad_array_new_length() { throw std::bad_array_new_length(); }

/** What the worker asks of an exception that nothing caught: the name of its type as the ABI writes it. */
__attribute__((export_name("code_room_type"))) const char *code_room_type(Header *header) {
  return primaryOf(header)->type->name();
}

/** And what it says, if it is one of the library's; those are what is derived from `std::exception`. */
__attribute__((export_name("code_room_what"))) const char *code_room_what(Header *header) {
  void *adjusted = objectOf(header);
  auto *thrown = static_cast<const Catchable *>(primaryOf(header)->type);
  auto *wanted = static_cast<const Catchable *>(&typeid(std::exception));
  return wanted->can_catch(thrown, adjusted) ? static_cast<std::exception *>(adjusted)->what() : nullptr;
}

/** The one for which a program is ended: on its way to where none may pass, such as out of a `noexcept`, or else in its handler. */
Header *code_room_exception() { return flying ? flying : caught; }

} // extern "C"
