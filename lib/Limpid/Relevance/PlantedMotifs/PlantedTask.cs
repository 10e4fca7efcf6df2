using Limpid.Data.Dna;
using Limpid.Reproduction;

namespace Limpid.Relevance.PlantedMotifs;

/// <summary>Planted sequences to train on, to stop by and to test with.</summary>
/// <param name="Train">What the training sequences are made of.</param>
/// <param name="Validation">What those are made of by which training stops.</param>
/// <param name="Test">What the test sequences are made of.</param>
public sealed record PlantedTask(PlantedDesign Train, PlantedDesign Validation, PlantedDesign Test)
{
    /// <summary>A name for files and charts.</summary>
    public string Name => Test.Name;

    /// <summary>A task whose three parts are draws of one design.</summary>
    /// <param name="design">The design.</param>
    public static PlantedTask Of(PlantedDesign design) => new(design, design, design);

    /// <summary>Motifs in real DNA; training takes the first 70 % of the genome, validation the next 15 %, the test the rest, so that no background is seen before.</summary>
    /// <param name="name">A name for files and charts.</param>
    /// <param name="first">The first motif.</param>
    /// <param name="second">The second motif.</param>
    /// <param name="genome">Letters; unknown ones are passed over.</param>
    /// <exception cref="ArgumentException">A part has no run of known bases that is long enough.</exception>
    public static PlantedTask InGenome(string name, Motif first, Motif second, string genome)
    {
        ArgumentNullException.ThrowIfNull(genome);
        var (seen, stop) = ((int)(0.7 * genome.Length), (int)(0.85 * genome.Length));
        PlantedDesign Part(string letters) => PlantedDesign.InGenome(name, first, second, letters);
        return new PlantedTask(Part(genome[..seen]), Part(genome[seen..stop]), Part(genome[stop..]));
    }

    /// <summary>The three parts; each part of a seed has draws of its own, so that another size of one does not change the others.</summary>
    /// <param name="train">Training sequences.</param>
    /// <param name="validation">Validation sequences.</param>
    /// <param name="test">Test sequences.</param>
    /// <param name="seed">For all draws.</param>
    public (PlantedSequences Train, PlantedSequences Validation, PlantedSequences Test) Draw(int train, int validation, int test, Seed seed) =>
        (PlantedSequences.Draw(Train, train, seed.Random("train")), PlantedSequences.Draw(Validation, validation, seed.Random("validation")), PlantedSequences.Draw(Test, test, seed.Random("test")));
}
