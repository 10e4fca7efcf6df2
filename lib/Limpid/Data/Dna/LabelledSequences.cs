using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Data.Dna;

/// <summary>Sequences of one length, each of one class. Immutable.</summary>
/// <param name="Sequences">The letters.</param>
/// <param name="Labels">The class of each, 0 to <c>ClassNames.Count - 1</c>.</param>
/// <param name="ClassNames">The names of the classes.</param>
/// <param name="Groups">What a sequence belongs with (its gene, say), for splits that keep groups together; each its own where nothing is known.</param>
public sealed record LabelledSequences(IReadOnlyList<string> Sequences, IReadOnlyList<int> Labels, IReadOnlyList<string> ClassNames, IReadOnlyList<int> Groups)
{
    /// <summary>Number of sequences.</summary>
    public int Count => Sequences.Count;

    /// <summary>Letters in a sequence.</summary>
    public int Length => Sequences[0].Length;

    /// <summary>One-hot [N, 4, L], float32.</summary>
    public Tensor OneHot() => Nucleotides.OneHot(Sequences);

    /// <summary>The classes [N], int64.</summary>
    public Tensor LabelTensor() => tensor(Labels.Select(label => (long)label).ToArray());

    /// <summary>The sequences at these positions, in this order.</summary>
    /// <param name="positions">Positions from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A position is outside the set.</exception>
    public LabelledSequences Select(IReadOnlyList<int> positions)
    {
        ArgumentNullException.ThrowIfNull(positions);
        foreach (var position in positions)
            if (position < 0 || position >= Count)
                throw new ArgumentOutOfRangeException(nameof(positions), position, $"Expected positions from 0 to {Count - 1}.");
        return new LabelledSequences([.. positions.Select(i => Sequences[i])], [.. positions.Select(i => Labels[i])], ClassNames, [.. positions.Select(i => Groups[i])]);
    }

    /// <summary>The sequences of one class.</summary>
    /// <param name="label">The class.</param>
    public LabelledSequences OfClass(int label) => Select([.. Enumerable.Range(0, Count).Where(i => Labels[i] == label)]);

    /// <summary>Splits at random into parts; a group lies in one part as a whole, so that no part knows another's gene.</summary>
    /// <param name="shares">The share of the groups in each part but the last, which gets the rest.</param>
    /// <param name="random">The order.</param>
    /// <returns>The parts, each in the order of the set.</returns>
    /// <exception cref="ArgumentException">A share is negative, or they sum to more than 1.</exception>
    public IReadOnlyList<LabelledSequences> Split(IReadOnlyList<double> shares, Random random)
    {
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentNullException.ThrowIfNull(random);
        if (shares.Any(share => !(share >= 0)) || shares.Sum() > 1 + 1e-9)
            throw new ArgumentException($"shares is [{string.Join(", ", shares)}]; expected shares of at least 0 that sum to at most 1.", nameof(shares));
        int[] groups = [.. Groups.Distinct().Order()];
        random.Shuffle(groups);
        var (partOf, first) = (new Dictionary<int, int>(), 0);
        for (var part = 0; part <= shares.Count; part++)
        {
            var next = part == shares.Count ? groups.Length : Math.Min(groups.Length, first + (int)Math.Round(shares[part] * groups.Length));
            for (; first < next; first++)
                partOf[groups[first]] = part;
        }
        return [.. Enumerable.Range(0, shares.Count + 1).Select(part => Select([.. Enumerable.Range(0, Count).Where(i => partOf[Groups[i]] == part)]))];
    }

    /// <summary>For example "3000 sequences of 60 letters: 762 donor, 764 acceptor, 1474 neither".</summary>
    public override string ToString() => Count == 0 ? "no sequences" : FormattableString.Invariant($"{Count} sequences of {Length} letters: ")
        + string.Join(", ", ClassNames.Select((name, label) => FormattableString.Invariant($"{Labels.Count(each => each == label)} {name}")));
}
