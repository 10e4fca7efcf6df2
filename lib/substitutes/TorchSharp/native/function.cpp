// Nodes of the autograd graph whose backward is managed code.
#include "shim.h"

#include <torch/csrc/autograd/custom_function.h>

#include <unordered_set>
#include <vector>

namespace {

// Fills results (null: no gradient) and returns 0; on -1 the message was left by lt_set_error.
using Backward = int (*)(void* context, const Handle* gradients, int count, Handle* results, int result_count);
using Release = void (*)(void* context);

struct ManagedNode final : torch::autograd::Node {
  Backward backward;
  Release release_context;
  void* context;
  bool materialize = true;
  int inputs;
  std::vector<torch::autograd::VariableInfo> outputs;
  std::vector<torch::autograd::SavedVariable> saved;

  ~ManagedNode() override { release_context(context); }

  std::string name() const override { return "ManagedBackward"; }

  void release_variables() override {
    for (auto& variable : saved) variable.reset_data();
    freed = true;
  }

  torch::autograd::variable_list apply(torch::autograd::variable_list&& gradients) override {
    at::OptionalDeviceGuard device;
    std::vector<Handle> given;
    for (size_t i = 0; i < gradients.size(); i++) {
      bool missing = !gradients[i].defined();
      given.push_back(release(missing && materialize ? outputs[i].zeros(device) : std::move(gradients[i])));
    }
    std::vector<Handle> results(inputs, nullptr);
    if (backward(context, given.data(), static_cast<int>(given.size()), results.data(), inputs) != 0) {
      throw std::runtime_error(lt_error());
    }
    torch::autograd::variable_list found;
    for (auto result : results) {
      found.push_back(result == nullptr ? at::Tensor() : at::Tensor(c10::intrusive_ptr<c10::TensorImpl>::reclaim(result)));
    }
    return found;
  }

  bool freed = false;
};

using NodePtr = std::shared_ptr<ManagedNode>;

bool any_graded(const torch::autograd::variable_list& variables) {
  if (!at::GradMode::is_enabled()) return false;
  for (auto& variable : variables) {
    if (variable.requires_grad()) return true;
  }
  return false;
}

}  // namespace

LT_API void lt_set_error(const char* message) { set_error(message); }

// The node owns context from here on and hands it to release_context when it dies. Its address is what lt_node_saved takes.
LT_API void* lt_node(const Handle* inputs, int count, Backward backward, Release release_context, void* context, void** address) {
  return guarded<void*>(nullptr, [&]() -> void* {
    torch::autograd::variable_list variables;
    for (int i = 0; i < count; i++) variables.push_back(borrow(inputs[i]));
    NodePtr node(new ManagedNode, torch::autograd::deleteNode);
    node->backward = backward;
    node->release_context = release_context;
    node->context = context;
    node->inputs = count;
    if (any_graded(variables)) node->set_next_edges(torch::autograd::collect_next_edges(variables));
    *address = node.get();
    return new NodePtr(std::move(node));
  });
}

// Makes outputs the results of the node: each handle is replaced. saved are the tensors that backward will ask for.
LT_API int lt_node_finish(void* handle, const Handle* inputs, int count, Handle* outputs, int output_count, const Handle* dirty,
                          int dirty_count, const Handle* constant, int constant_count, const Handle* saved, int saved_count,
                          int materialize) {
  return guarded(-1, [&] {
    auto& node = *static_cast<NodePtr*>(handle);
    torch::autograd::variable_list variables;
    for (int i = 0; i < count; i++) variables.push_back(borrow(inputs[i]));
    bool graded = any_graded(variables);
    std::vector<c10::optional<at::Tensor>> raw;
    for (int i = 0; i < output_count; i++) raw.emplace_back(borrow(outputs[i]));
    std::unordered_set<at::TensorImpl*> changed(dirty, dirty + dirty_count);
    std::unordered_set<at::TensorImpl*> undifferentiable(constant, constant + constant_count);
    for (auto impl : changed) impl->bump_version();
    auto wrapped = torch::autograd::_wrap_outputs(variables, undifferentiable, changed, raw, graded ? node : nullptr, {});
    node->materialize = materialize != 0;
    if (graded) {
      for (auto& output : wrapped) node->outputs.emplace_back(*output);
      for (int i = 0; i < saved_count; i++) {
        auto tensor = borrow(saved[i]);
        bool is_output = tensor.defined() && tensor.grad_fn().get() == node.get();
        node->saved.emplace_back(tensor, is_output);
      }
    }
    // Last, as nobody frees what was handed over before an exception.
    for (int i = 0; i < output_count; i++) outputs[i] = release(std::move(*wrapped[i]));
    return 0;
  });
}

LT_API void lt_node_done(void* handle) { delete static_cast<NodePtr*>(handle); }

// results has room for as many tensors as were saved.
LT_API int lt_node_saved(void* address, Handle* results) {
  return guarded(-1, [&] {
    auto node = static_cast<ManagedNode*>(address);
    TORCH_CHECK(!node->freed, "Trying to backward through the graph a second time: the saved tensors have been freed.");
    auto self = node->shared_from_this();
    std::vector<at::Tensor> unpacked;
    for (auto& variable : node->saved) unpacked.push_back(variable.unpack(self));
    for (auto& tensor : unpacked) *results++ = release(std::move(tensor));
    return static_cast<int>(node->saved.size());
  });
}
