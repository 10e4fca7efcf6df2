using Limpid.Data;
using MathNet.Numerics.Distributions;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.GeneProgrammes;

/// <summary>Simulated single cells with six gene programmes whose truth is known; the sixth is a continuous trajectory.</summary>
/// <remarks>
/// <para>
/// Each cell runs one programme: one of the first five (13 % of the cells each), at an activity from N(1, 0.2) cut at 0, or the sixth (35 %), at a pseudotime t uniform on
/// 0..1. A programme has a twelfth of all genes; the rest belong to none. A gene has a base level b, log-uniform from 0.2 to 2, and a mean count b (1 + 8 a), where a is the activity of its
/// programme in the cell. A gene of the sixth programme peaks at a time p of its own, evenly spread over 0..1: <c>a = exp(-(t - p)^2 / (2 0.2^2))</c>, so genes switch on and off one after another.
/// Counts are Poisson; the expression is log(1 + count).
/// </para>
/// <para>It stands in for the paper's mouse cortex, which is private; the numbers are ours.</para>
/// </remarks>
public sealed class SimulatedProgrammes : IDisposable
{
    /// <summary>Number of programmes.</summary>
    public const int Programmes = 6;

    /// <summary>The programme that is a trajectory.</summary>
    public const int Trajectory = Programmes - 1;

    private const double Width = 0.2;
    private const double Gain = 8;

    private SimulatedProgrammes(CellSet cells, double[,] activity) => (Cells, Activity) = (cells, activity);

    /// <summary>The cells, with <c>Programme</c> and <c>Pseudotime</c> (NaN but in the trajectory).</summary>
    public CellSet Cells { get; }

    /// <summary>The activity of each programme in each cell [cells, 6]; of the sixth 1 in its cells, whatever their pseudotime.</summary>
    public double[,] Activity { get; }

    /// <summary>The names of the programmes, for charts.</summary>
    public static IReadOnlyList<string> Names { get; } = ["P1", "P2", "P3", "P4", "P5", "trajectory"];

    /// <summary>Draws cells.</summary>
    /// <param name="count">Cells, at least 1.</param>
    /// <param name="genes">Genes, a multiple of 12.</param>
    /// <param name="random">Every random choice.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static SimulatedProgrammes Draw(int count, int genes, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (genes < 12 || genes % 12 != 0)
            throw new ArgumentOutOfRangeException(nameof(genes), genes, FormattableString.Invariant($"There are {genes} genes; expected a positive multiple of 12."));
        ArgumentNullException.ThrowIfNull(random);
        var size = genes / 12;
        double[] levels = [.. Enumerable.Range(0, genes).Select(_ => 0.2 * Math.Pow(10, random.NextDouble()))];
        var (values, activity) = (new float[count * genes], new double[count, Programmes]);
        var (programmes, times) = (new double[count], new double[count]);
        for (var cell = 0; cell < count; cell++)
        {
            var programme = random.NextDouble() is var u && u < 0.65 ? (int)(u / 0.13) : Trajectory;
            var (strength, time) = (Math.Max(0, Normal.Sample(random, 1, Width)), random.NextDouble());
            (programmes[cell], times[cell]) = (programme, programme == Trajectory ? time : double.NaN);
            activity[cell, programme] = programme == Trajectory ? 1 : strength;
            for (var gene = 0; gene < genes; gene++)
            {
                var on = gene / size != programme ? 0 : programme == Trajectory ? Peak(time - (gene % size + 0.5) / size) : strength;
                values[cell * genes + gene] = (float)Math.Log(1 + Poisson.Sample(random, levels[gene] * (1 + Gain * on)));
            }
        }
        using var expression = tensor(values, [count, genes]);
        return new SimulatedProgrammes(new CellSet("simulated", "log(1 + count)", expression, GeneNames(genes),
            [.. Enumerable.Range(0, count).Select(cell => FormattableString.Invariant($"{cell}"))],
            [new CellAnnotation("Programme", programmes, Names), new CellAnnotation("Pseudotime", times)]), activity);
    }

    /// <inheritdoc/>
    public void Dispose() => Cells.Dispose();

    private static double Peak(double distance) => Math.Exp(-distance * distance / (2 * Width * Width));

    private static string[] GeneNames(int genes) => [.. Enumerable.Range(0, genes).Select(gene => gene / (genes / 12) is var programme && programme < Programmes
        ? FormattableString.Invariant($"{Names[programme]}.{gene % (genes / 12)}") : FormattableString.Invariant($"other.{gene}"))];
}
