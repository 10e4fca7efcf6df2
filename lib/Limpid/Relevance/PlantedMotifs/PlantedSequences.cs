using System.Runtime.InteropServices;
using Limpid.Data.Dna;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.PlantedMotifs;

/// <summary>
/// Background sequences with motif instances written into them, so that it is known to the base what a network has to find. Each sequence belongs to one of four strata;
/// a motif that it holds comes one to three times, on either strand, all non-overlapping arrangements being equally likely. Immutable.
/// </summary>
public sealed class PlantedSequences
{
    private readonly IReadOnlyList<(int Start, int Width)[]> places;

    private PlantedSequences(PlantedDesign design, IReadOnlyList<string> sequences, IReadOnlyList<Stratum> strata, IReadOnlyList<(int, int)[]> places) =>
        (Design, Sequences, Strata, this.places) = (design, sequences, strata, places);

    /// <summary>What they are made of.</summary>
    public PlantedDesign Design { get; }

    /// <summary>The letters.</summary>
    public IReadOnlyList<string> Sequences { get; }

    /// <summary>Which motifs each holds.</summary>
    public IReadOnlyList<Stratum> Strata { get; }

    /// <summary>Number of sequences.</summary>
    public int Count => Sequences.Count;

    /// <summary>Draws sequences.</summary>
    /// <param name="design">What they are made of.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="random">Every random choice.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static PlantedSequences Draw(PlantedDesign design, int count, Random random)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentNullException.ThrowIfNull(random);
        var (sequences, strata, places) = (new string[count], new Stratum[count], new (int, int)[count][]);
        for (var i = 0; i < count; i++)
        {
            strata[i] = (Stratum)random.Next(4);
            Motif[] motifs = [.. Copies(design.First, strata[i] is Stratum.Both or Stratum.First, random), .. Copies(design.Second, strata[i] is Stratum.Both or Stratum.Second, random)];
            places[i] = Places(motifs, design.Length, random);
            sequences[i] = Plant(design.Background(random), motifs, places[i], random);
        }
        return new PlantedSequences(design, sequences, strata, places);
    }

    /// <summary>The sequences at these positions, in this order.</summary>
    /// <param name="positions">Positions from 0.</param>
    public PlantedSequences Select(IReadOnlyList<int> positions)
    {
        ArgumentNullException.ThrowIfNull(positions);
        return new PlantedSequences(Design, [.. positions.Select(i => Sequences[i])], [.. positions.Select(i => Strata[i])], [.. positions.Select(i => places[i])]);
    }

    /// <summary>One-hot [N, 4, L], float32.</summary>
    public Tensor OneHot() => Nucleotides.OneHot(Sequences);

    /// <summary>Labels [N, 3], float32: 1 where both motifs are there, the first is, the second is.</summary>
    public Tensor Labels() => tensor(Strata.SelectMany(stratum => (float[])[Flag(stratum == Stratum.Both), Flag(stratum is Stratum.Both or Stratum.First),
        Flag(stratum is Stratum.Both or Stratum.Second)]).ToArray(), [Count, 3]);

    /// <summary>The label that is explained for each sequence [N], int64: <c>both</c>, first or second as its stratum says; <c>both</c> where it has none.</summary>
    public Tensor Targets() => tensor(Strata.Select(stratum => stratum == Stratum.None ? 0L : (long)stratum).ToArray());

    /// <summary>Where motifs were written [N, L], bool: the truth that an explanation is held against.</summary>
    public Tensor Mask()
    {
        var mask = zeros([Count, Design.Length], dtype: ScalarType.Byte);
        var values = MemoryMarshal.Cast<byte, byte>(mask.bytes);
        for (var i = 0; i < Count; i++)
            foreach (var (start, width) in places[i])
                values.Slice(i * Design.Length + start, width).Fill(1);
        using (mask)
            return mask.to(ScalarType.Bool);
    }

    /// <summary>Where motifs were written in one sequence: first and last position of each, counted from 1, ascending; for a chart.</summary>
    /// <param name="sequence">Its number, from 0.</param>
    public IReadOnlyList<(int First, int Last)> Stretches(int sequence) => [.. places[sequence].Select(place => (place.Start + 1, place.Start + place.Width)).Order()];

    /// <summary>For example "4000 sequences of 200 letters (extended): 1003 both, 996 GATA, 1001 TAL1, 1000 none".</summary>
    public override string ToString()
    {
        string[] names = [.. Design.LabelNames, "none"];
        return FormattableString.Invariant($"{Count} sequences of {Design.Length} letters ({Design.Name}): ")
            + string.Join(", ", names.Select((name, stratum) => FormattableString.Invariant($"{Strata.Count(each => (int)each == stratum)} {name}")));
    }

    private static float Flag(bool set) => set ? 1 : 0;

    private static Motif[] Copies(Motif motif, bool present, Random random) => present ? [.. Enumerable.Repeat(motif, random.Next(1, PlantedDesign.MaxCopies + 1))] : [];

    // All drawn anew where two overlap: putting one after the other would not be uniform.
    private static (int Start, int Width)[] Places(Motif[] motifs, int length, Random random)
    {
        while (true)
        {
            (int Start, int Width)[] places = [.. motifs.Select(motif => (random.Next(length - motif.Width + 1), motif.Width))];
            var ordered = places.OrderBy(place => place.Start).ToArray();
            if (Enumerable.Range(1, Math.Max(0, ordered.Length - 1)).All(i => ordered[i - 1].Start + ordered[i - 1].Width <= ordered[i].Start))
                return places;
        }
    }

    private static string Plant(string background, Motif[] motifs, (int Start, int Width)[] places, Random random)
    {
        char[] letters = [.. background];
        for (var i = 0; i < motifs.Length; i++)
        {
            var instance = motifs[i].Draw(random);
            (random.Next(2) == 0 ? instance : Nucleotides.ReverseComplement(instance)).CopyTo(letters.AsSpan(places[i].Start));
        }
        return new string(letters);
    }
}
