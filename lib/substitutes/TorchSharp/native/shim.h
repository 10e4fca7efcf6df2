// The C boundary between TorchSharp.dll and libtorch. No C++ exception crosses it: a call that can fail returns a negative
// number (or null) and lt_error() then gives the message. A tensor handle is an owned reference to a TensorImpl.
#pragma once

#include <ATen/core/Tensor.h>
#include <ATen/core/ivalue.h>
#include <c10/util/Exception.h>

#include <cstdint>
#include <string>

#define LT_API extern "C" __attribute__((visibility("default")))

enum Kind : int32_t {
  KindNone = 0, KindTensor = 1, KindInt = 2, KindDouble = 3, KindBool = 4, KindInts = 5, KindDoubles = 6, KindTensors = 7, KindString = 8, KindDevice = 9,
  KindGenerator = 10, KindComplex = 11, KindDefault = 12
};

// One argument or result. count: elements of a list; for a resulting tensor its storage in units of 64 bytes.
struct Value {
  int32_t kind;
  int32_t count;
  union { int64_t i; double d; void* p; };
};

using Handle = c10::TensorImpl*;

void set_error(const char* message) noexcept;

LT_API const char* lt_error();

inline at::Tensor borrow(Handle h) {
  return h == nullptr ? at::Tensor() : at::Tensor(c10::intrusive_ptr<c10::TensorImpl>::reclaim_copy(h));
}

inline Handle release(at::Tensor&& t) {
  return t.defined() ? t.unsafeReleaseTensorImpl() : nullptr;
}

inline Handle release(const at::Tensor& t) { return release(at::Tensor(t)); }

inline int32_t storage_units(const at::Tensor& t) {
  if (!t.defined() || !t.has_storage()) return 0;
  auto units = t.unsafeGetTensorImpl()->unsafe_storage().nbytes() >> 6;
  return units > INT32_MAX ? INT32_MAX : static_cast<int32_t>(units);
}

template <class T, class F>
T guarded(T failure, F&& body) noexcept {
  try {
    return body();
  } catch (const c10::Error& e) {
    set_error(e.what_without_backtrace());
  } catch (const std::exception& e) {
    set_error(e.what());
  } catch (...) {
    set_error("libtorch failed without a message.");
  }
  return failure;
}
