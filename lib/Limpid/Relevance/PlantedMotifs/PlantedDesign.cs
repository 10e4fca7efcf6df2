using Limpid.Data.Dna;

namespace Limpid.Relevance.PlantedMotifs;

/// <summary>What planted sequences are made of: two motifs, up to three copies of each, in a background. Immutable.</summary>
public sealed class PlantedDesign
{
    private readonly Func<Random, string> background;

    private PlantedDesign(string name, Motif first, Motif second, int length, IReadOnlyList<double> composition, Func<Random, string> background) =>
        (Name, First, Second, Length, Composition, this.background) = (name, first, second, length, composition, background);

    /// <summary>Most copies of a motif in a sequence; the number is uniform from 1.</summary>
    public const int MaxCopies = 3;

    /// <summary>Letters of a generated sequence.</summary>
    public const int StandardLength = 200;

    private const double Dominant = 0.94;

    /// <summary>
    /// The main setting: <c>AGATAAGGGC</c> and <c>CAGATGGTTA</c>, each letter with probability 0.94 and the others with 0.02, in a background of independent letters
    /// A 0.3, C 0.2, G 0.2, T 0.3.
    /// </summary>
    public static PlantedDesign Extended { get; } = Random("extended", Motif.Of("GATA", "AGATAAGGGC", Dominant), Motif.Of("TAL1", "CAGATGGTTA", Dominant));

    /// <summary>The hard setting: <c>WGATAAG</c> and <c>CAGATG</c> with the weak positions of such motifs, so short that chance instances are common.</summary>
    public static PlantedDesign Short { get; } = Random("short", Gata, Tal1);

    /// <summary>A name for files and charts.</summary>
    public string Name { get; }

    /// <summary>The first motif.</summary>
    public Motif First { get; }

    /// <summary>The second motif.</summary>
    public Motif Second { get; }

    /// <summary>Letters of a sequence.</summary>
    public int Length { get; }

    /// <summary>Shares of A, C, G, T in the background.</summary>
    public IReadOnlyList<double> Composition { get; }

    /// <summary>What a network is asked: are both motifs there, is the first, is the second?</summary>
    public IReadOnlyList<string> LabelNames => ["both", First.Name, Second.Name];

    private static Motif Gata => Motif.Of("GATA", new[,]
    {
        { .45, .05, .05, .45 }, { .02, .02, .94, .02 }, { .94, .02, .02, .02 }, { .02, .02, .02, .94 }, { .94, .02, .02, .02 }, { .90, .04, .03, .03 }, { .25, .05, .65, .05 },
    });

    private static Motif Tal1 => Motif.Of("TAL1", new[,]
    {
        { .03, .91, .03, .03 }, { .94, .02, .02, .02 }, { .05, .15, .75, .05 }, { .55, .25, .15, .05 }, { .02, .02, .02, .94 }, { .02, .02, .94, .02 },
    });

    /// <summary>Motifs in real DNA: windows at random places of a genome, either strand, without unknown bases.</summary>
    /// <param name="name">A name for files and charts.</param>
    /// <param name="first">The first motif.</param>
    /// <param name="second">The second motif.</param>
    /// <param name="genome">Letters; a window with an N is drawn again.</param>
    /// <param name="length">Letters of a sequence.</param>
    /// <exception cref="ArgumentException">The genome has no run of known bases of that length, or six motifs do not fit into the length.</exception>
    public static PlantedDesign InGenome(string name, Motif first, Motif second, string genome, int length = StandardLength)
    {
        ArgumentNullException.ThrowIfNull(genome);
        var windows = new GenomeWindows(genome, length);
        return Checked(name, first, second, length, Nucleotides.Composition([genome]), windows.Draw);
    }

    /// <summary>A background sequence without motifs.</summary>
    /// <param name="random">The draws.</param>
    public string Background(Random random) => background(random);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {First.Consensus} and {Second.Consensus} in {Length} letters";

    private static PlantedDesign Random(string name, Motif first, Motif second)
    {
        double[] composition = [.3, .2, .2, .3];
        var letters = Motif.Of("background", new[,] { { .3, .2, .2, .3 } });
        return Checked(name, first, second, StandardLength, composition, random => string.Concat(Enumerable.Range(0, StandardLength).Select(_ => letters.Draw(random))));
    }

    private static PlantedDesign Checked(string name, Motif first, Motif second, int length, IReadOnlyList<double> composition, Func<Random, string> background)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        // Twice the room that the motifs need, or drawing places that do not overlap would go on for ever.
        if (length < 2 * MaxCopies * (first.Width + second.Width))
            throw new ArgumentException($"length is {length}; expected at least {2 * MaxCopies * (first.Width + second.Width)}, twice the {MaxCopies} copies of both motifs.", nameof(length));
        return new PlantedDesign(name, first, second, length, composition, background);
    }
}
