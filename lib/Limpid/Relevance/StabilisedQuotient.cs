using System.Numerics;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>
/// R / (z + sgn(z) epsilon) with sgn(0) = +1 in one pass over memory, where tensor operations take four: large layers' relevance is held up by memory alone.
/// </summary>
internal static class StabilisedQuotient
{
    private const int Chunk = 1 << 15;

    /// <summary>Whether the fast path takes these: float32 on the CPU, of one shape, each in one piece.</summary>
    internal static bool Takes(Tensor relevance, Tensor z) =>
        z.dtype == float32 && relevance.dtype == float32 && z.device_type == DeviceType.CPU && relevance.device_type == DeviceType.CPU
        && z.numel() * sizeof(float) <= int.MaxValue && z.is_contiguous() && relevance.is_contiguous() && relevance.shape.SequenceEqual(z.shape);

    /// <summary>The quotient, bit for bit as tensor operations have it.</summary>
    internal static Tensor Of(Tensor relevance, Tensor z, double epsilon)
    {
        var result = empty_like(z);
        var (count, threads) = ((int)z.numel(), get_num_threads());
        var chunks = (count + Chunk - 1) / Chunk;
        void Part(int at)
        {
            var (start, length) = (at * Chunk, Math.Min(Chunk, count - at * Chunk));
            Divide(Floats(relevance).Slice(start, length), Floats(z).Slice(start, length), Floats(result).Slice(start, length), (float)epsilon);
        }
        if (threads == 1 || chunks < 4)
            for (var at = 0; at < chunks; at++) Part(at);
        else Parallel.For(0, chunks, new ParallelOptions { MaxDegreeOfParallelism = threads }, Part);
        GC.KeepAlive(relevance);
        GC.KeepAlive(z);
        return result;
    }

    private static void Divide(ReadOnlySpan<float> relevance, ReadOnlySpan<float> z, Span<float> result, float epsilon)
    {
        var (plus, minus) = (new Vector<float>(epsilon), new Vector<float>(-epsilon));
        var i = 0;
        for (; i <= result.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var own = new Vector<float>(z[i..]);
            var stable = own + Vector.ConditionalSelect(Vector.GreaterThanOrEqual(own, Vector<float>.Zero), plus, minus);
            (new Vector<float>(relevance[i..]) / stable).CopyTo(result[i..]);
        }
        for (; i < result.Length; i++) result[i] = relevance[i] / (z[i] + (z[i] >= 0 ? epsilon : -epsilon));
    }

    private static Span<float> Floats(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
