using System.Numerics;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>
/// Finds the cut set of float32 relevance in linear time. The bits of positive float32 values are ordered as the values are, so their upper bits are
/// the buckets of a histogram of mass; the bucket in which the allowed mass runs out is refined by a second histogram and, in there, by sorting.
/// </summary>
internal sealed class MassHistogram
{
    // Eight bits of exponent and three of the mantissa; the sign bit stands above them. Eight more bits refine a bucket.
    private const int Shift = 20, Buckets = 1 << 11, FineShift = 12, FineBuckets = 1 << 8;
    private const uint SignBit = 0x8000_0000;

    [ThreadStatic]
    private static MassHistogram? own;

    // Two histograms in turn: neighbouring entries often fall into the same bucket, and an addition would wait for the one before.
    private readonly double[] even = new double[2 * Buckets], odd = new double[2 * Buckets], fine = new double[FineBuckets];
    private readonly List<uint> above = [], below = [], last = [];

    /// <summary>Cuts every sample in place.</summary>
    internal static SampleCut[] Apply(Tensor relevance, PrunedShares shares, double? tau)
    {
        var count = (int)relevance.size(0);
        var length = (int)(relevance.numel() / count);
        var cuts = new SampleCut[count];
        void Cut(int i) => cuts[i] = (own ??= new()).Apply(MemoryMarshal.Cast<byte, float>(relevance.bytes).Slice(i * length, length), shares, tau);
        if (get_num_threads() == 1)
            for (var i = 0; i < count; i++) Cut(i);
        else Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = get_num_threads() }, Cut);
        GC.KeepAlive(relevance);
        return cuts;
    }

    private SampleCut Apply(Span<float> values, PrunedShares shares, double? tau)
    {
        ReadOnlySpan<uint> bits = MemoryMarshal.Cast<float, uint>(values);
        var (first, end) = Range(bits);
        AddUp(values, bits, first, end);
        var (positives, negatives) = tau is null ? (0, 0) : Count(values);
        var positive = Side.Of(even.AsSpan(0, end), first, shares.Positive, tau, positives);
        var negative = Side.Of(even.AsSpan(Buckets, end), first, shares.Negative, tau, negatives);
        Clear(first, end);
        Collect(bits, positive.Bucket, negative.Bucket | (SignBit >> Shift));
        Refine(ref positive, above);
        Refine(ref negative, below);
        var (cutAbove, cutBelow) = Scale(values, positive, negative);
        return new(positive.Report(cutAbove), negative.Report(cutBelow));
    }

    /// <summary>The buckets that can hold anything, of both signs: from the first to before the end.</summary>
    private static (int First, int End) Range(ReadOnlySpan<uint> bits)
    {
        // One less makes 0 the largest of all.
        var (least, most) = (new Vector<uint>(uint.MaxValue), Vector<uint>.Zero);
        var (sign, one) = (new Vector<uint>(~SignBit), Vector<uint>.One);
        var vectors = MemoryMarshal.Cast<uint, Vector<uint>>(bits);
        foreach (var vector in vectors)
        {
            var size = vector & sign;
            (least, most) = (Vector.Min(least, size - one), Vector.Max(most, size));
        }
        var (low, high) = (uint.MaxValue, 0u);
        for (var lane = 0; lane < Vector<uint>.Count; lane++) (low, high) = (Math.Min(low, least[lane]), Math.Max(high, most[lane]));
        foreach (var value in bits[(vectors.Length * Vector<uint>.Count)..])
        {
            var size = value & ~SignBit;
            (low, high) = (Math.Min(low, size - 1), Math.Max(high, size));
        }
        return high == 0 ? (0, 0) : ((int)((low + 1) >> Shift), (int)(high >> Shift) + 1);
    }

    // The histograms are 0 between uses, so that only what was used is to be cleared.
    private void Clear(int first, int end)
    {
        foreach (var histogram in new[] { even, odd })
        {
            histogram.AsSpan(first..end).Clear();
            histogram.AsSpan((Buckets + first)..(Buckets + end)).Clear();
        }
    }

    private void AddUp(ReadOnlySpan<float> values, ReadOnlySpan<uint> bits, int first, int end)
    {
        var i = 0;
        for (; i + 1 < bits.Length; i += 2)
        {
            even[bits[i] >> Shift] += Math.Abs(values[i]);
            odd[bits[i + 1] >> Shift] += Math.Abs(values[i + 1]);
        }
        if (i < bits.Length) even[bits[i] >> Shift] += Math.Abs(values[i]);
        for (var bucket = first; bucket < end; bucket++)
        {
            even[bucket] += odd[bucket];
            even[Buckets + bucket] += odd[Buckets + bucket];
        }
    }

    private static (int Positives, int Negatives) Count(ReadOnlySpan<float> values)
    {
        var (positives, negatives) = (0, 0);
        foreach (var value in values)
        {
            if (value > 0) positives++;
            if (value < 0) negatives++;
        }
        return (positives, negatives);
    }

    /// <summary>The magnitudes in the two buckets where the allowed mass runs out.</summary>
    private void Collect(ReadOnlySpan<uint> bits, uint up, uint down)
    {
        above.Clear();
        below.Clear();
        foreach (var value in bits)
        {
            var bucket = value >> Shift;
            if (bucket == up) above.Add(value);
            else if (bucket == down) below.Add(value & ~SignBit);
        }
    }

    /// <summary>Cuts the smallest values of the bucket too, as far as the mass reaches; equal ones together or not at all.</summary>
    private void Refine(ref Side side, List<uint> found)
    {
        if (!side.Cuts || found.Count == 0) return;
        Array.Clear(fine);
        foreach (var value in found) fine[(value >> FineShift) & (FineBuckets - 1)] += BitConverter.UInt32BitsToSingle(value);
        var first = side.Bucket << (Shift - FineShift);
        uint at = 0;
        while (at < FineBuckets && ((first + at + 1) << FineShift) - 1 <= side.Largest && side.Cut + fine[(int)at] <= side.Limit) side.Cut += fine[(int)at++];
        side.Threshold = Math.Max(side.Threshold, at == 0 && side.Bucket == 0 ? 0 : ((first + at) << FineShift) - 1);
        if (at == FineBuckets) return;
        last.Clear();
        foreach (var value in found)
            if (value >> FineShift == first + at && value != 0) last.Add(value);
        last.Sort();
        for (var i = 0; i < last.Count;)
        {
            var start = i;
            while (i < last.Count && last[i] == last[start]) i++;
            var mass = (double)BitConverter.UInt32BitsToSingle(last[start]) * (i - start);
            if (last[start] > side.Largest || side.Cut + mass > side.Limit) return;
            (side.Cut, side.Threshold) = (side.Cut + mass, last[start]);
        }
    }

    /// <summary>Writes 0, lambda+ r or lambda- r, and counts what is cut of each sign.</summary>
    private static (int Above, int Below) Scale(Span<float> values, in Side positive, in Side negative)
    {
        var (high, low) = (BitConverter.UInt32BitsToSingle(positive.Threshold), -BitConverter.UInt32BitsToSingle(negative.Threshold));
        var (up, down) = ((float)positive.Lambda, (float)negative.Lambda);
        Vector<float> highs = new(high), lows = new(low), ups = new(up), downs = new(down);
        Vector<int> above = default, below = default;
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        for (var i = 0; i < vectors.Length; i++)
        {
            var value = vectors[i];
            var (keepHigh, keepLow) = (Vector.GreaterThan(value, highs), Vector.LessThan(value, lows));
            // A true lane is -1.
            above -= Vector.AndNot(Vector.GreaterThan(value, Vector<float>.Zero), keepHigh);
            below -= Vector.AndNot(Vector.LessThan(value, Vector<float>.Zero), keepLow);
            vectors[i] = Vector.ConditionalSelect(keepHigh, value * ups, Vector.ConditionalSelect(keepLow, value * downs, Vector<float>.Zero));
        }
        var (cutAbove, cutBelow) = (Vector.Sum(above), Vector.Sum(below));
        foreach (ref var value in values[(vectors.Length * Vector<float>.Count)..])
        {
            if (value > 0 && value <= high) cutAbove++;
            if (value < 0 && value >= low) cutBelow++;
            value = value > high ? value * up : value < low ? value * down : 0;
        }
        return (cutAbove, cutBelow);
    }

    /// <summary>The cut of one sign while it is being found; thresholds and bounds as the bits of a magnitude.</summary>
    private struct Side
    {
        internal double Mass, Limit, Cut;
        internal uint Bucket, Threshold, Largest;

        internal readonly bool Cuts => Limit > 0;

        internal readonly double Lambda => Cut > 0 ? Mass / (Mass - Cut) : 1;

        internal static Side Of(ReadOnlySpan<double> buckets, int first, double share, double? tau, int count)
        {
            var side = new Side { Largest = BitConverter.SingleToUInt32Bits(float.MaxValue) };
            foreach (var bucket in buckets[Math.Min(first, buckets.Length)..]) side.Mass += bucket;
            if (share == 0 || side.Mass == 0 || !double.IsFinite(side.Mass)) return side;
            side.Limit = side.Mass * MassCut.Limit(share, ScalarType.Float32);
            if (tau is { } least) side.Largest = BitConverter.SingleToUInt32Bits((float)Math.Min(float.MaxValue, side.Mass / count / least));
            side.Bucket = (uint)first;
            var last = side.Largest >> Shift;
            while (side.Bucket < last && side.Cut + buckets[(int)side.Bucket] <= side.Limit) side.Cut += buckets[(int)side.Bucket++];
            // Every entry below the bucket is cut.
            if (side.Cut > 0) side.Threshold = (side.Bucket << Shift) - 1;
            return side;
        }

        internal readonly SignedCut Report(int entries) => new(BitConverter.UInt32BitsToSingle(Threshold), Lambda, entries, Cut, Mass);
    }
}
