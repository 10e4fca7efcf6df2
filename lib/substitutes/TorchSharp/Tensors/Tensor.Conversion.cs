using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        private static readonly Op to_dtype_op = "to.dtype", to_device_op = "to.device";

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            After(!copy && dtype == type ? alias() : to_dtype_op.Call(this, type, non_blocking, copy), disposeAfter);

        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(type, copy, disposeAfter, non_blocking);

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(dtype, device, copy, disposeAfter, non_blocking);

        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            !copy && device_type == device.type
                ? to(type, copy, disposeAfter, non_blocking)
                : After(to_device_op.Call(this, device, type, non_blocking, copy), disposeAfter);

        public Tensor to(Tensor other, bool non_blocking = false) => to(other.dtype, other.device, non_blocking: non_blocking);

        public Tensor type(ScalarType dtype) => to(dtype);

        public Tensor type_as(Tensor tensor) => to(tensor.dtype);

        public Tensor cpu() => to(CPU);

        public Tensor @bool() => to(ScalarType.Bool);

        public Tensor @byte() => to(ScalarType.Byte);

        public Tensor @char() => to(ScalarType.Int8);

        public Tensor @short() => to(ScalarType.Int16);

        public Tensor @int() => to(ScalarType.Int32);

        public Tensor @long() => to(ScalarType.Int64);

        public Tensor half() => to(ScalarType.Float16);

        public Tensor bfloat16() => to(ScalarType.BFloat16);

        public Tensor @float() => to(ScalarType.Float32);

        public Tensor @double() => to(ScalarType.Float64);

        private Tensor After(Tensor result, bool disposeThis)
        {
            if (disposeThis) Dispose();
            return result;
        }

        public T item<T>() where T : unmanaged
        {
            if (numel() != 1) throw new ArgumentException("Number of elements in the tensor must be 1");
            CheckElement<T>();
            using var here = ToCpu();
            var value = *(T*)here.Data;
            GC.KeepAlive(here);
            return value;
        }

        public Scalar ToScalar()
        {
            var value = item_op.CallValue(this);
            return value.Kind switch
            {
                Kind.Bool => value.Bits != 0,
                Kind.Int => value.Bits,
                _ => value.Double,
            };
        }

        private static readonly Op item_op = "item";

        public Utils.TensorAccessor<T> data<T>() where T : unmanaged
        {
            CheckElement<T>();
            return new Utils.TensorAccessor<T>(device_type == DeviceType.CPU ? alias() : cpu());
        }

        public Span<byte> bytes
        {
            get
            {
                if (!is_contiguous()) throw new NotImplementedException("Bytes() called on non-contiguous tensor.");
                if (device_type != DeviceType.CPU)
                    throw new InvalidOperationException("Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
                return new Span<byte>((void*)Data, checked((int)(numel() * ElementSize)));
            }
            set
            {
                var mine = bytes;
                if (mine.Length != value.Length) throw new ArgumentException("Mismatched data sizes in Tensor.set_bytes().");
                value.CopyTo(mine);
            }
        }

        internal IntPtr Data
        {
            get
            {
                var data = Shim.lt_data(Handle);
                GC.KeepAlive(this);
                return data;
            }
        }

        private Tensor ToCpu() => device_type == DeviceType.CPU ? alias() : cpu();

        internal void CheckElement<T>() where T : unmanaged
        {
            var type = dtype;
            if (!Fits(typeof(T), type)) throw new ArgumentException($"{typeof(T).Name} is not compatible with {type}");
        }

        private static bool Fits(Type type, ScalarType dtype) => dtype switch
        {
            ScalarType.Byte => type == typeof(byte),
            ScalarType.Int8 => type == typeof(sbyte),
            ScalarType.Int16 => type == typeof(short),
            ScalarType.Int32 => type == typeof(int),
            ScalarType.Int64 => type == typeof(long),
            ScalarType.Float16 => type == typeof(Half),
            ScalarType.Float32 => type == typeof(float),
            ScalarType.Float64 => type == typeof(double),
            ScalarType.Bool => type == typeof(bool),
            ScalarType.ComplexFloat32 => type == typeof((float, float)),
            ScalarType.ComplexFloat64 => type == typeof(System.Numerics.Complex),
            _ => false,
        };

        public static explicit operator float(Tensor value) => value.ToSingle();
        public static explicit operator double(Tensor value) => value.ToDouble();
        public static explicit operator sbyte(Tensor value) => value.ToSByte();
        public static explicit operator byte(Tensor value) => value.ToByte();
        public static explicit operator short(Tensor value) => value.ToInt16();
        public static explicit operator int(Tensor value) => value.ToInt32();
        public static explicit operator long(Tensor value) => value.ToInt64();
        public static explicit operator bool(Tensor value) => value.ToBoolean();

        // Also what makes the Scalar overload the better one where a number could become either.
        public static implicit operator Tensor(Scalar scalar) => full([], scalar, scalar.Type);
        public static implicit operator Tensor(byte value) => tensor(value);
        public static implicit operator Tensor(sbyte value) => tensor(value);
        public static implicit operator Tensor(short value) => tensor(value);
        public static implicit operator Tensor(int value) => tensor(value);
        public static implicit operator Tensor(long value) => tensor(value);
        public static implicit operator Tensor(float value) => tensor(value);
        public static implicit operator Tensor(double value) => tensor(value);
        public static implicit operator Tensor(bool value) => tensor(value);
        public static implicit operator Tensor(byte[] value) => tensor(value);
        public static implicit operator Tensor(sbyte[] value) => tensor(value);
        public static implicit operator Tensor(short[] value) => tensor(value);
        public static implicit operator Tensor(int[] value) => tensor(value);
        public static implicit operator Tensor(long[] value) => tensor(value);
        public static implicit operator Tensor(float[] value) => tensor(value);
        public static implicit operator Tensor(double[] value) => tensor(value);
        public static implicit operator Tensor(bool[] value) => tensor(value);
    }
}
