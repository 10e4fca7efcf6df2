using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        private Meta Meta
        {
            get
            {
                Meta meta;
                Shim.lt_meta(Handle, &meta);
                GC.KeepAlive(this);
                return meta;
            }
        }

        public long[] shape
        {
            get
            {
                Meta meta;
                Shim.lt_meta(Handle, &meta);
                var sizes = new ReadOnlySpan<long>(meta.Sizes, (int)meta.Dims).ToArray();
                GC.KeepAlive(this);
                return sizes;
            }
        }

        public long[] size() => shape;

        public long size(int dim)
        {
            Meta meta;
            Shim.lt_meta(Handle, &meta);
            var size = meta.Sizes[Wrap(dim, meta.Dims)];
            GC.KeepAlive(this);
            return size;
        }

        public long[] stride()
        {
            Meta meta;
            Shim.lt_meta(Handle, &meta);
            var strides = new ReadOnlySpan<long>(meta.Strides, (int)meta.Dims).ToArray();
            GC.KeepAlive(this);
            return strides;
        }

        public long stride(int dim)
        {
            Meta meta;
            Shim.lt_meta(Handle, &meta);
            var stride = meta.Strides[Wrap(dim, meta.Dims)];
            GC.KeepAlive(this);
            return stride;
        }

        private static int Wrap(int dim, long dims) => dim >= -dims && dim < dims
            ? (int)(dim < 0 ? dim + dims : dim)
            : throw new ExternalException(
                $"Dimension out of range (expected to be in range of [{-Math.Max(dims, 1)}, {Math.Max(dims, 1) - 1}], but got {dim})");

        public long storage_offset() => Meta.Offset;

        public long Dimensions => Meta.Dims;

        public long ndim => Meta.Dims;

        public long dim() => Meta.Dims;

        public long NumberOfElements => Meta.Numel;

        public long numel() => Meta.Numel;

        public long ElementSize => dtype.ElementSize();

        public long element_size() => ElementSize;

        public ScalarType dtype => (ScalarType)Meta.Dtype;

        public DeviceType device_type => (DeviceType)Meta.DeviceType;

        public int device_index => Meta.DeviceIndex;

        public Device device
        {
            get
            {
                var meta = Meta;
                return new Device((DeviceType)meta.DeviceType, meta.DeviceIndex);
            }
        }

        public bool is_contiguous() => Meta.Contiguous != 0;

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_meta => device_type == DeviceType.META;

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_complex() => torch.is_complex(dtype);
    }

    public static long numel(Tensor input) => input.numel();

    public static bool is_integral(Tensor t) => t.is_integral();

    public static bool is_floating_point(Tensor input) => input.is_floating_point();

    public static bool is_complex(Tensor input) => input.is_complex();
}
