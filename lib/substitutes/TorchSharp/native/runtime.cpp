// Version, threads, random numbers, the default type.
#include "shim.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <c10/core/DefaultDtype.h>

#include <dlfcn.h>
#include <torch/csrc/api/include/torch/version.h>

#include <mutex>

namespace {

c10::GeneratorImpl* own(const at::Generator& g) { return c10::intrusive_ptr<c10::GeneratorImpl>(g.getIntrusivePtr()).release(); }

at::Generator generator(void* g) {
  return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(static_cast<c10::GeneratorImpl*>(g)));
}

}  // namespace

// OpenBLAS keeps a pool of its own beside libtorch's: both are set, or the two together exceed the cores.
LT_API int lt_set_num_threads(int count) {
  return guarded(-1, [&] {
    at::set_num_threads(count);
    using Setter = void (*)(int);
    if (auto set = reinterpret_cast<Setter>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) set(count);
    return 0;
  });
}

LT_API const char* lt_version() { return TORCH_VERSION; }

LT_API int lt_get_num_threads() { return at::get_num_threads(); }

LT_API int lt_set_num_interop_threads(int count) {
  return guarded(-1, [&] {
    at::set_num_interop_threads(count);
    return 0;
  });
}

LT_API int lt_get_num_interop_threads() { return at::get_num_interop_threads(); }

LT_API void* lt_default_generator() { return own(at::detail::getDefaultCPUGenerator()); }

LT_API void* lt_new_generator(uint64_t seed) { return own(at::detail::createCPUGenerator(seed)); }

LT_API void lt_release_generator(void* g) { c10::intrusive_ptr<c10::GeneratorImpl>::reclaim(static_cast<c10::GeneratorImpl*>(g)); }

LT_API void lt_generator_set_seed(void* handle, uint64_t seed) {
  auto g = generator(handle);
  std::lock_guard<std::mutex> lock(g.mutex());
  g.set_current_seed(seed);
}

LT_API uint64_t lt_generator_current_seed(void* handle) {
  auto g = generator(handle);
  std::lock_guard<std::mutex> lock(g.mutex());
  return g.current_seed();
}

LT_API uint64_t lt_generator_seed(void* handle) {
  auto g = generator(handle);
  std::lock_guard<std::mutex> lock(g.mutex());
  return g.seed();
}

LT_API Handle lt_generator_state(void* handle) {
  return guarded<Handle>(nullptr, [&] {
    auto g = generator(handle);
    std::lock_guard<std::mutex> lock(g.mutex());
    return release(g.get_state());
  });
}

LT_API int lt_generator_set_state(void* handle, Handle state) {
  return guarded(-1, [&] {
    auto g = generator(handle);
    std::lock_guard<std::mutex> lock(g.mutex());
    g.set_state(borrow(state));
    return 0;
  });
}

LT_API int lt_default_dtype() { return static_cast<int>(c10::get_default_dtype_as_scalartype()); }

LT_API int lt_set_default_dtype(int dtype) {
  return guarded(-1, [&] {
    auto type = static_cast<c10::ScalarType>(dtype);
    TORCH_CHECK(c10::isFloatingType(type), "only floating-point types are supported as the default type");
    c10::set_default_dtype(c10::scalarTypeToTypeMeta(type));
    return 0;
  });
}
