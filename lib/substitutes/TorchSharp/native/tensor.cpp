// What a tensor is, where its data lies, and tensors over existing memory.
#include "shim.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>

#include <cstring>

struct Meta {
  const int64_t* sizes;
  const int64_t* strides;
  int64_t dims;
  int64_t numel;
  int64_t offset;
  int32_t dtype;
  int32_t device_type;
  int32_t device_index;
  int32_t contiguous;
};

// The arrays belong to the tensor: the caller copies them before anything else happens to it.
LT_API void lt_meta(Handle h, Meta* out) {
  out->sizes = h->sizes().data();
  out->strides = h->strides().data();
  out->dims = h->dim();
  out->numel = h->numel();
  out->offset = h->storage_offset();
  out->dtype = static_cast<int32_t>(c10::typeMetaToScalarType(h->dtype()));
  out->device_type = static_cast<int32_t>(h->device().type());
  out->device_index = h->device().index();
  out->contiguous = h->is_contiguous();
}

LT_API void lt_release(Handle h) { c10::intrusive_ptr<c10::TensorImpl>::reclaim(h); }

LT_API Handle lt_alias(Handle h) { return release(borrow(h)); }

LT_API void* lt_data(Handle h) {
  return guarded<void*>(nullptr, [&] { return borrow(h).data_ptr(); });
}

LT_API Handle lt_copy_of(const void* data, const int64_t* sizes, int dims, int dtype, int64_t bytes) {
  return guarded<Handle>(nullptr, [&] {
    auto t = at::empty(c10::IntArrayRef(sizes, dims), at::TensorOptions().dtype(static_cast<c10::ScalarType>(dtype)));
    if (bytes > 0) std::memcpy(t.data_ptr(), data, bytes);
    return release(std::move(t));
  });
}

// done(context) is called once, when the last tensor over this memory is gone.
LT_API Handle lt_share(void* data, const int64_t* sizes, int dims, int dtype, void (*done)(void*), void* context) {
  return guarded<Handle>(nullptr, [&] {
    auto options = at::TensorOptions().dtype(static_cast<c10::ScalarType>(dtype));
    return release(at::from_blob(data, c10::IntArrayRef(sizes, dims), [done, context](void*) { done(context); }, options));
  });
}
