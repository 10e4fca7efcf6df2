// Gradients: flags of a tensor, backward, grad, grad modes.
#include "shim.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/zeros.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>

#include <vector>

namespace {

std::vector<at::Tensor> tensors_of(const Handle* handles, int count) {
  std::vector<at::Tensor> tensors;
  tensors.reserve(count);
  for (int i = 0; i < count; i++) tensors.push_back(borrow(handles[i]));
  return tensors;
}

c10::optional<bool> tristate(int value) { return value < 0 ? c10::nullopt : c10::optional<bool>(value != 0); }

// libtorch may give a gradient that is zero without memory; whoever reads it needs the memory.
at::Tensor with_memory(at::Tensor gradient) {
  if (!gradient.defined() || !gradient._is_zerotensor()) return gradient;
  return at::zeros(gradient.sizes(), gradient.options());
}

}  // namespace

LT_API int lt_requires_grad(Handle h) { return h->requires_grad(); }

LT_API int lt_set_requires_grad(Handle h, int value) {
  return guarded(-1, [&] {
    borrow(h).set_requires_grad(value != 0);
    return 0;
  });
}

LT_API int lt_is_leaf(Handle h) {
  return guarded(-1, [&] { return static_cast<int>(borrow(h).is_leaf()); });
}

LT_API int lt_retain_grad(Handle h) {
  return guarded(-1, [&] {
    borrow(h).retain_grad();
    return 0;
  });
}

// 1 with a gradient in *out, 0 without, -1 on failure.
LT_API int lt_grad(Handle h, Handle* out) {
  return guarded(-1, [&] {
    *out = release(with_memory(borrow(h).grad()));
    return *out != nullptr ? 1 : 0;
  });
}

LT_API int lt_set_grad(Handle h, Handle grad) {
  return guarded(-1, [&] {
    auto t = borrow(h);
    auto g = borrow(grad);
    if (g.defined()) {
      TORCH_CHECK(g.sizes() == t.sizes(), "assigned grad has data of a different size");
      TORCH_CHECK(g.dtype() == t.dtype(), "assigned grad has data of a different type");
    }
    t.mutable_grad() = std::move(g);
    return 0;
  });
}

LT_API int lt_backward(const Handle* tensors, int count, const Handle* grads, int grad_count, int retain, int create,
                       const Handle* inputs, int input_count) {
  return guarded(-1, [&] {
    torch::autograd::backward(tensors_of(tensors, count), tensors_of(grads, grad_count), tristate(retain), create != 0,
                              tensors_of(inputs, input_count));
    return 0;
  });
}

LT_API int lt_grad_of(const Handle* outputs, int output_count, const Handle* inputs, int input_count, const Handle* grads,
                      int grad_count, int retain, int create, int allow_unused, Handle* results, int32_t* units) {
  return guarded(-1, [&] {
    auto found = torch::autograd::grad(tensors_of(outputs, output_count), tensors_of(inputs, input_count),
                                       tensors_of(grads, grad_count), tristate(retain), create != 0, allow_unused != 0);
    for (auto& gradient : found) gradient = with_memory(std::move(gradient));
    for (size_t i = 0; i < found.size(); i++) {
      units[i] = storage_units(found[i]);
      results[i] = release(std::move(found[i]));
    }
    return static_cast<int>(found.size());
  });
}

LT_API int lt_grad_mode() { return at::GradMode::is_enabled(); }

LT_API void lt_set_grad_mode(int enabled) { at::GradMode::set_enabled(enabled != 0); }

LT_API int lt_inference_mode() { return c10::InferenceMode::is_enabled(); }

LT_API void* lt_enter_inference_mode(int enabled) { return new c10::InferenceMode(enabled != 0); }

LT_API void lt_leave_inference_mode(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }
