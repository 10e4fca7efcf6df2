using System.Collections.Immutable;

namespace Limpid.Relevance;

/// <summary>Sums per sample, apart for the two signs.</summary>
/// <param name="Positive">[N], 0 or larger for relevance.</param>
/// <param name="Negative">[N], 0 or smaller for relevance.</param>
public sealed record SignedSums(ImmutableArray<double> Positive, ImmutableArray<double> Negative)
{
    /// <summary>Both together, [N].</summary>
    public ImmutableArray<double> Total => [.. Positive.Zip(Negative, (positive, negative) => positive + negative)];

    internal static SignedSums Of((double[] Positive, double[] Negative) sums) => new([.. sums.Positive], [.. sums.Negative]);

    internal static SignedSums Add(SignedSums one, SignedSums other) => new(
        [.. one.Positive.Zip(other.Positive, (a, b) => a + b)], [.. one.Negative.Zip(other.Negative, (a, b) => a + b)]);

    internal static SignedSums Join(IEnumerable<SignedSums> parts)
    {
        SignedSums[] all = [.. parts];
        return new([.. all.SelectMany(part => part.Positive)], [.. all.SelectMany(part => part.Negative)]);
    }

    internal double At(int sample) => Positive[sample] + Negative[sample];

    internal static SignedSums None(int count) => new([.. new double[count]], [.. new double[count]]);
}
