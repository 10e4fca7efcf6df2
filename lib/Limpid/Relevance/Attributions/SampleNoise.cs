using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

/// <summary>Standard normal noise of which each sample has its own stream, drawn one input at a time, so that it doesn't depend on batches.</summary>
internal sealed class SampleNoise : IDisposable
{
    private readonly Generator[] generators;
    private readonly Tensor like;

    internal SampleNoise(Seed seed, long first, Tensor like)
    {
        this.like = like;
        generators = [.. Enumerable.Range(0, (int)like.size(0)).Select(i => new Generator((ulong)seed.Of(FormattableString.Invariant($"sample {first + i}")).Value))];
    }

    /// <summary>The next draws [count, B, ...].</summary>
    internal Tensor Next(long count)
    {
        using var scope = NewDisposeScope();
        var noise = empty([count, .. like.shape], dtype: ScalarType.Float32);
        for (var draw = 0L; draw < count; draw++)
            for (var sample = 0L; sample < generators.Length; sample++)
                noise[draw, sample].normal_(0, 1, generators[sample]);
        return noise.to(like.dtype).to(like.device).MoveToOuterDisposeScope();
    }

    public void Dispose()
    {
        foreach (var generator in generators) generator.Dispose();
    }
}
