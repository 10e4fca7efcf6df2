using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor in row-major order, whatever its strides are.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly Tensor tensor;
    private readonly long[] shape;
    private readonly long[] strides;
    private readonly bool contiguous;

    internal TensorAccessor(Tensor tensor)
    {
        this.tensor = tensor;
        shape = tensor.shape;
        strides = tensor.stride();
        contiguous = tensor.is_contiguous();
        Count = tensor.numel();
    }

    public long Count { get; }

    public bool IsReadOnly => false;

    private T* Data => (T*)tensor.Data;

    public T this[params long[] indices]
    {
        get
        {
            var value = Data[Position(indices)];
            GC.KeepAlive(tensor);
            return value;
        }
        set
        {
            Data[Position(indices)] = value;
            GC.KeepAlive(tensor);
        }
    }

    public T[] ToArray()
    {
        if (shape.Length > 0 && Count > Array.MaxLength) throw new InvalidOperationException($"{Count} elements don't fit an array.");
        var array = new T[Count];
        CopyTo(array);
        return array;
    }

    public Array ToNDArray()
    {
        if (shape.Length == 0) return ToArray();
        var array = Array.CreateInstance(typeof(T), shape);
        fixed (T* source = ToArray())
        fixed (byte* target = &System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(array))
        {
            Buffer.MemoryCopy(source, target, Count * sizeof(T), Count * sizeof(T));
        }
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array[arrayIndex..];
        var count = (int)Math.Min(Count - tensorIndex, target.Length);
        if (contiguous)
        {
            new ReadOnlySpan<T>(Data + tensorIndex, count).CopyTo(target);
        }
        else
        {
            var walk = new Walk(this, tensorIndex);
            for (var i = 0; i < count; i++, walk.Next()) target[i] = Data[walk.Offset];
        }
        GC.KeepAlive(tensor);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        var count = (int)Math.Min(Count - tensorIndex, source.Length);
        if (contiguous)
        {
            source[..count].CopyTo(new Span<T>(Data + tensorIndex, count));
        }
        else
        {
            var walk = new Walk(this, tensorIndex);
            for (var i = 0; i < count; i++, walk.Next()) Data[walk.Offset] = source[i];
        }
        GC.KeepAlive(tensor);
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) =>
        left.Count == right.Count && left.ToArray().AsSpan().SequenceEqual(right.ToArray());

    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !(left == right);

    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && this == other;

    public override int GetHashCode() => tensor.GetHashCode();

    public void Dispose() => tensor.Dispose();

    // One index counts elements in row-major order; several are coordinates.
    private long Position(long[] indices)
    {
        if (indices.Length == 1 && shape.Length != 1)
        {
            if (indices[0] < 0 || indices[0] >= Count) throw Outside(indices[0]);
            return new Walk(this, indices[0]).Offset;
        }
        if (indices.Length != shape.Length) throw new ArgumentException($"{indices.Length} indices for {shape.Length} dimensions.");
        long offset = 0;
        for (var d = 0; d < shape.Length; d++)
        {
            if (indices[d] < 0 || indices[d] >= shape[d]) throw Outside(indices[d]);
            offset += indices[d] * strides[d];
        }
        return offset;
    }

    private static IndexOutOfRangeException Outside(long index) =>
        new($"index {index} is out of the tensor's range");

    private ref struct Walk
    {
        private readonly TensorAccessor<T> over;
        private readonly long[] at;

        internal Walk(TensorAccessor<T> over, long index)
        {
            this.over = over;
            at = new long[over.shape.Length];
            for (var d = at.Length - 1; d >= 0; d--)
            {
                at[d] = index % over.shape[d];
                index /= over.shape[d];
                Offset += at[d] * over.strides[d];
            }
        }

        internal long Offset;

        internal void Next()
        {
            for (var d = at.Length - 1; d >= 0; d--)
            {
                Offset += over.strides[d];
                if (++at[d] < over.shape[d]) return;
                Offset -= at[d] * over.strides[d];
                at[d] = 0;
            }
        }
    }
}
