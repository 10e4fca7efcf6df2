// Calls any operator that libtorch's dispatcher knows, in boxed form.
#include "shim.h"

#include <ATen/ScalarOps.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/Generator.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <c10/core/GradMode.h>
#include <c10/core/ScalarType.h>

#include <cstdlib>
#include <cstring>
#include <vector>

namespace {

enum class Want : uint8_t { Any, Tensor, Float, Int, Floats, Bools, Tensors, OptionalTensors };

struct Operator {
  c10::OperatorHandle handle;
  const c10::FunctionSchema* schema;
  std::vector<Want> wants;
  bool functional;  // neither argument nor result is a view of, or written through, another tensor
};

bool is_functional(const c10::FunctionSchema& schema) {
  for (auto& argument : schema.arguments()) if (argument.alias_info() != nullptr) return false;
  for (auto& result : schema.returns()) if (result.alias_info() != nullptr) return false;
  return true;
}

thread_local std::string last_error;
thread_local c10::Stack spare_stack;

Want want_of(c10::TypePtr type) {
  bool optional = type->kind() == c10::TypeKind::OptionalType;
  if (optional) type = type->castRaw<c10::OptionalType>()->getElementType();
  switch (type->kind()) {
    case c10::TypeKind::TensorType: return Want::Tensor;
    case c10::TypeKind::FloatType: return Want::Float;
    case c10::TypeKind::IntType: return Want::Int;
    case c10::TypeKind::ListType: {
      auto element = type->castRaw<c10::ListType>()->getElementType();
      switch (element->kind()) {
        case c10::TypeKind::FloatType: return Want::Floats;
        case c10::TypeKind::BoolType: return Want::Bools;
        case c10::TypeKind::TensorType: return Want::Tensors;
        case c10::TypeKind::OptionalType: return Want::OptionalTensors;
        default: return Want::Any;
      }
    }
    default: return Want::Any;
  }
}

// Whether autograd has something to record: it costs a third of a small operator even when it has not.
bool records(const Operator& op, const Value* args, int nargs) {
  if (!op.functional) return true;
  if (!c10::GradMode::is_enabled()) return false;
  for (int i = 0; i < nargs; i++) {
    if (args[i].kind == KindTensors) return true;
    if (args[i].kind == KindTensor && static_cast<Handle>(args[i].p)->requires_grad()) return true;
  }
  return false;
}

c10::IValue list_of(const Value& v, Want want) {
  auto handles = static_cast<Handle*>(v.p);
  if (want == Want::OptionalTensors) {
    c10::List<c10::optional<at::Tensor>> list;
    list.reserve(v.count);
    for (int i = 0; i < v.count; i++) {
      list.push_back(handles[i] == nullptr ? c10::optional<at::Tensor>() : c10::optional<at::Tensor>(borrow(handles[i])));
    }
    return c10::IValue(std::move(list));
  }
  c10::List<at::Tensor> list;
  list.reserve(v.count);
  for (int i = 0; i < v.count; i++) list.push_back(borrow(handles[i]));
  return c10::IValue(std::move(list));
}

c10::IValue numbers_of(const Value& v, Want want) {
  auto ints = static_cast<const int64_t*>(v.p);
  if (want == Want::Floats) {
    c10::List<double> list;
    for (int i = 0; i < v.count; i++) list.push_back(static_cast<double>(ints[i]));
    return c10::IValue(std::move(list));
  }
  if (want == Want::Bools) {
    c10::List<bool> list;
    for (int i = 0; i < v.count; i++) list.push_back(ints[i] != 0);
    return c10::IValue(std::move(list));
  }
  return c10::IValue(c10::IntArrayRef(ints, v.count));
}

// A number where the schema asks a tensor becomes one that promotes as a number: as Python does it, and one dispatch less than the
// overload for scalars. Beside a float32 tensor it is float32 at once, which promotion would make of it by a copy.
c10::IValue number_as_tensor(const Value& v, const Value* args, int nargs) {
  at::Scalar number = v.kind == KindInt ? at::Scalar(v.i) : v.kind == KindBool ? at::Scalar(v.i != 0) : at::Scalar(v.d);
  if (v.kind == KindComplex) {
    auto parts = static_cast<const double*>(v.p);
    number = at::Scalar(c10::complex<double>(parts[0], parts[1]));
  }
  bool beside_float = nargs > 1 && v.kind != KindComplex &&
                      ((args[0].kind == KindTensor && static_cast<Handle>(args[0].p)->dtype() == caffe2::TypeMeta::Make<float>()) ||
                       (args[1].kind == KindTensor && static_cast<Handle>(args[1].p)->dtype() == caffe2::TypeMeta::Make<float>()));
  auto tensor = beside_float ? at::detail::scalar_tensor_static(number, at::kFloat, at::kCPU) : c10::scalar_to_tensor(number);
  tensor.unsafeGetTensorImpl()->set_wrapped_number(true);
  return tensor;
}

c10::IValue to_ivalue(const Value& v, const Operator& op, size_t index, const Value* args, int nargs) {
  Want want = op.wants[index];
  if (want == Want::Tensor && (v.kind == KindDouble || v.kind == KindInt || v.kind == KindBool || v.kind == KindComplex)) return number_as_tensor(v, args, nargs);
  switch (v.kind) {
    case KindNone: return c10::IValue();
    case KindTensor: return c10::IValue(borrow(static_cast<Handle>(v.p)));
    case KindInt: return want == Want::Float ? c10::IValue(static_cast<double>(v.i)) : c10::IValue(v.i);
    case KindDouble: return c10::IValue(v.d);
    case KindBool: return want == Want::Int ? c10::IValue(v.i) : c10::IValue(v.i != 0);
    case KindInts: return numbers_of(v, want);
    case KindDoubles: return c10::IValue(c10::ArrayRef<double>(static_cast<const double*>(v.p), v.count));
    case KindTensors: return list_of(v, want);
    case KindString: return c10::IValue(std::string(static_cast<const char*>(v.p), v.count));
    case KindDevice:
      return c10::IValue(c10::Device(static_cast<c10::DeviceType>(v.i >> 32), static_cast<c10::DeviceIndex>(v.i & 0xffffffff)));
    case KindGenerator:
      return c10::IValue(at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(static_cast<c10::GeneratorImpl*>(v.p))));
    case KindComplex: {
      auto parts = static_cast<const double*>(v.p);
      return c10::IValue(c10::complex<double>(parts[0], parts[1]));
    }
    case KindDefault: {
      auto& value = op.schema->arguments()[index].default_value();
      TORCH_CHECK(value.has_value(), op.schema->name(), ": argument '", op.schema->arguments()[index].name(), "' has no default.");
      return *value;
    }
    default: TORCH_CHECK(false, "unknown argument kind ", v.kind);
  }
}

void from_ivalue(c10::IValue&& value, Value& out) {
  out.count = 0;
  out.i = 0;
  if (value.isTensor()) {
    auto tensor = std::move(value).toTensor();
    out.kind = KindTensor;
    out.count = storage_units(tensor);
    out.p = release(std::move(tensor));
  } else if (value.isBool()) {
    out.kind = KindBool;
    out.i = value.toBool();
  } else if (value.isInt()) {
    out.kind = KindInt;
    out.i = value.toInt();
  } else if (value.isDouble()) {
    out.kind = KindDouble;
    out.d = value.toDouble();
  } else if (value.isTensorList()) {
    auto tensors = value.toTensorVector();
    auto handles = static_cast<Handle*>(std::malloc(sizeof(Handle) * (tensors.size() + 1)));
    for (size_t i = 0; i < tensors.size(); i++) handles[i] = release(std::move(tensors[i]));
    out.kind = KindTensors;
    out.count = static_cast<int32_t>(tensors.size());
    out.p = handles;
  } else if (value.isNone()) {
    out.kind = KindNone;
  } else {
    TORCH_CHECK(false, "a result of type ", value.tagKind(), " can't be passed on.");
  }
}

}  // namespace

void set_error(const char* message) noexcept {
  try {
    last_error = message;
    auto end = last_error.find('\n');
    if (end != std::string::npos && end > 0) last_error.resize(end);
  } catch (...) {
  }
}

LT_API const char* lt_error() { return last_error.c_str(); }

// Never freed: an operator lives as long as the process.
LT_API void* lt_operator(const char* name, const char* overload) {
  return guarded<void*>(nullptr, [&]() -> void* {
    auto found = c10::Dispatcher::singleton().findSchema({name, overload});
    TORCH_CHECK(found.has_value(), "libtorch has no operator ", name, overload[0] ? "." : "", overload);
    auto op = new Operator{*found, &found->schema(), {}, is_functional(found->schema())};
    for (auto& argument : op->schema->arguments()) op->wants.push_back(want_of(argument.type()));
    return op;
  });
}

// Returns the number of results the operator has; the first nout are written to out, the others dropped. Missing trailing
// arguments take the schema's defaults.
LT_API int lt_call(void* handle, const Value* args, int nargs, Value* out, int nout) {
  auto& op = *static_cast<Operator*>(handle);
  return guarded(-1, [&] {
    // The spare stack saves an allocation a call. A nested call (an operator inside a backward) finds it empty and makes its own.
    c10::Stack stack = std::move(spare_stack);
    stack.clear();
    size_t total = op.wants.size();
    stack.reserve(std::max<size_t>(total, 8));
    TORCH_CHECK(static_cast<size_t>(nargs) <= total, op.schema->name(), " takes ", total, " arguments, not ", nargs, ".");
    for (int i = 0; i < nargs; i++) stack.push_back(to_ivalue(args[i], op, i, args, nargs));
    static const Value missing{KindDefault, 0, {0}};
    for (size_t i = nargs; i < total; i++) stack.push_back(to_ivalue(missing, op, i, args, nargs));
    if (records(op, args, nargs)) {
      op.handle.callBoxed(&stack);
    } else {
      at::AutoDispatchBelowADInplaceOrView below;
      op.handle.callBoxed(&stack);
    }
    int count = static_cast<int>(stack.size());
    for (int i = 0; i < count && i < nout; i++) from_ivalue(std::move(stack[i]), out[i]);
    stack.clear();
    spare_stack = std::move(stack);
    return count;
  });
}

LT_API void lt_free(void* memory) { std::free(memory); }
