using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>
/// Finds the cut set of float32 relevance in linear time. The bits of positive float32 values are ordered as the values are, so their upper bits are
/// the buckets of a histogram of mass; the bucket in which the allowed mass runs out is then sorted by itself.
/// </summary>
internal static class MassHistogram
{
    // Eight bits of exponent and three of the mantissa; the sign bit stands above them.
    private const int Shift = 20, Buckets = 1 << 11;
    private const uint SignBit = 0x8000_0000;

    internal static SampleCut[] Apply(Tensor relevance, PrunedShares shares, double? tau)
    {
        var count = (int)relevance.size(0);
        var length = (int)(relevance.numel() / count);
        var cuts = new SampleCut[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = get_num_threads() }, i =>
            cuts[i] = Apply(MemoryMarshal.Cast<byte, float>(relevance.bytes).Slice(i * length, length), shares, tau));
        GC.KeepAlive(relevance);
        return cuts;
    }

    /// <summary>Cuts one sample in place.</summary>
    internal static SampleCut Apply(Span<float> values, PrunedShares shares, double? tau)
    {
        var bits = MemoryMarshal.Cast<float, uint>(values);
        var mass = new double[2 * Buckets];
        var counts = new int[tau is null ? 0 : 2 * Buckets];
        for (var i = 0; i < bits.Length; i++) mass[bits[i] >> Shift] += Math.Abs(values[i]);
        if (tau is not null)
            foreach (var value in bits)
                if ((value & ~SignBit) != 0) counts[value >> Shift]++;
        var positive = Find(bits, mass.AsSpan(0, Buckets), counts.AsSpan(0, counts.Length / 2), 0, shares.Positive, tau);
        var negative = Find(bits, mass.AsSpan(Buckets), counts.AsSpan(counts.Length / 2), SignBit, shares.Negative, tau);
        Scale(values, positive.Threshold, (float)positive.Lambda, negative.Threshold, (float)negative.Lambda);
        return new(positive, negative);
    }

    private static SignedCut Find(ReadOnlySpan<uint> bits, ReadOnlySpan<double> mass, ReadOnlySpan<int> counts, uint sign, double share, double? tau)
    {
        double all = 0;
        foreach (var bucket in mass) all += bucket;
        if (share == 0 || all == 0 || !double.IsFinite(all)) return new(0, 1, 0, 0, all);
        var limit = share * all * (1 + MassCut.Slack(ScalarType.Float32));
        var largest = tau is { } least ? (float)Math.Min(float.MaxValue, all / Sum(counts) / least) : float.MaxValue;
        var lastBucket = BitConverter.SingleToUInt32Bits(largest) >> Shift;
        double cut = 0;
        uint at = 0;
        while (at < lastBucket && cut + mass[(int)at] <= limit) cut += mass[(int)at++];
        // Every entry below the bucket is cut; of the bucket itself the smallest.
        var threshold = at << Shift == 0 ? 0 : (at << Shift) - 1;
        foreach (var (value, times) in Groups(bits, sign | (at << Shift)))
        {
            var size = BitConverter.UInt32BitsToSingle(value);
            if (size > largest || cut + (double)size * times > limit) break;
            (cut, threshold) = (cut + (double)size * times, value);
        }
        long entries = 0;
        foreach (var value in bits)
            if ((value & SignBit) == sign && (value & ~SignBit) is > 0 and var magnitude && magnitude <= threshold) entries++;
        return entries == 0 ? new(0, 1, 0, 0, all) : new(BitConverter.UInt32BitsToSingle(threshold), all / (all - cut), entries, cut, all);
    }

    /// <summary>The entries of one bucket, ascending, equal ones together.</summary>
    private static List<(uint Value, int Times)> Groups(ReadOnlySpan<uint> bits, uint bucket)
    {
        var found = new List<uint>();
        foreach (var value in bits)
            if (value >> Shift == bucket >> Shift && (value & ~SignBit) != 0) found.Add(value & ~SignBit);
        found.Sort();
        var groups = new List<(uint, int)>();
        for (var i = 0; i < found.Count;)
        {
            var start = i;
            while (i < found.Count && found[i] == found[start]) i++;
            groups.Add((found[start], i - start));
        }
        return groups;
    }

    private static void Scale(Span<float> values, double above, float up, double below, float down)
    {
        var (high, low) = ((float)above, -(float)below);
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            values[i] = value > high ? value * up : value < low ? value * down : 0;
        }
    }

    private static long Sum(ReadOnlySpan<int> counts)
    {
        long sum = 0;
        foreach (var count in counts) sum += count;
        return sum;
    }
}
