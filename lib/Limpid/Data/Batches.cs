namespace Limpid.Data;

/// <summary>The indices of the samples that each training step takes.</summary>
public static class Batches
{
    /// <summary>Passes over all samples, each pass in a new random order; the last batch of a pass may be smaller.</summary>
    /// <param name="samples">Number of samples, at least 1.</param>
    /// <param name="size">Samples in a batch, at least 1.</param>
    /// <param name="epochs">Passes, 0 or more.</param>
    /// <param name="random">The order.</param>
    /// <returns>Batches of indices 0 .. <paramref name="samples"/> - 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static IEnumerable<long[]> Shuffled(int samples, int size, int epochs, Random random)
    {
        Check(samples, size, random);
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        return Passes();

        IEnumerable<long[]> Passes()
        {
            var order = Enumerable.Range(0, samples).Select(i => (long)i).ToArray();
            for (var epoch = 0; epoch < epochs; epoch++)
            {
                random.Shuffle(order);
                for (var start = 0; start < order.Length; start += size)
                    yield return order[start..Math.Min(start + size, order.Length)];
            }
        }
    }

    /// <summary>Batches whose samples are drawn uniformly with replacement, without end.</summary>
    /// <param name="samples">Number of samples, at least 1.</param>
    /// <param name="size">Samples in a batch, at least 1.</param>
    /// <param name="random">The draws.</param>
    /// <returns>Batches of indices 0 .. <paramref name="samples"/> - 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static IEnumerable<long[]> Drawn(int samples, int size, Random random)
    {
        Check(samples, size, random);
        return Draws();

        IEnumerable<long[]> Draws()
        {
            while (true)
            {
                var batch = new long[size];
                for (var i = 0; i < size; i++) batch[i] = random.Next(samples);
                yield return batch;
            }
        }
    }

    private static void Check(int samples, int size, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentNullException.ThrowIfNull(random);
    }
}
