using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>Random numbers of which each sample has its own stream, so that a sample's result is the same in any set and any batch.</summary>
internal static class RowDraws
{
    /// <summary>Uniform numbers [rows, size], float64, on the CPU; row i comes from the generator of (seed, first + i).</summary>
    internal static Tensor Uniform(Seed seed, long first, long rows, long size, double low = 0, double high = 1)
    {
        using var scope = NewDisposeScope();
        var result = empty([rows, size], dtype: float64);
        for (var row = 0L; row < rows; row++)
        {
            using var generator = Generator(seed, first + row);
            result[row].uniform_(low, high, generator);
        }
        return result.MoveToOuterDisposeScope();
    }

    internal static Generator Generator(Seed seed, long index) => new((ulong)seed.Of(FormattableString.Invariant($"{index}")).Value);
}
