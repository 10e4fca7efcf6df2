using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.CellTrajectories;

/// <summary>
/// A trajectory whose truth is known: a trunk of pseudo-time 0 to 1 that parts into two branches, 1 to 2 each; every marker rises and falls
/// somewhere on the tree.
/// </summary>
/// <remarks>
/// Marker j has a place c_j on the tree and the value <c>height exp(-d(t, c_j)^2 / (2 width^2))</c> plus Gaussian noise, where d is the way along
/// the tree: from one branch to the other by the fork. Places lie evenly on the three segments. This stands in for the paper's T-cell data, which
/// are not public in the form used there; width, height and noise are ours.
/// </remarks>
public static class YTrajectory
{
    /// <summary>Number of markers, as in the paper's data.</summary>
    public const int Markers = 20;

    /// <summary>Height of a marker's hump: arcsinh counts of mass cytometry reach 3 to 7.</summary>
    public const double Height = 3;

    /// <summary>Standard deviation of a hump in pseudo-time.</summary>
    public const double Width = 0.35;

    /// <summary>Standard deviation of the noise.</summary>
    public const double Noise = 0.3;

    /// <summary>Draws cells, evenly over the tree.</summary>
    /// <param name="cells">How many; at least 3.</param>
    /// <param name="seed">Its stream <c>cells</c> decides everything.</param>
    /// <param name="independent">A control: the markers of the trunk are taken from one cell, those of branch A from another and those of branch B
    /// from a third, so that the three groups have nothing to do with each other; time and segment are those of the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 3 cells.</exception>
    public static Trajectory Draw(int cells, Seed seed, bool independent = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cells, 3);
        var random = seed.Random("cells");
        var (time, segment, values) = (new double[cells], new int[cells], new float[cells * Markers]);
        for (var cell = 0; cell < cells; cell++)
        {
            segment[cell] = cell % 3;
            time[cell] = Time(random, segment[cell]);
            var donors = Enumerable.Range(0, 3).Select(group => (Segment: segment[cell], Time: time[cell])).ToArray();
            for (var group = 1; independent && group < 3; group++)
            {
                var other = random.Next(3);
                donors[group] = (other, Time(random, other));
            }
            for (var marker = 0; marker < Markers; marker++)
            {
                var donor = donors[Place(marker).Segment];
                values[cell * Markers + marker] = (float)(Mean(marker, donor.Segment, donor.Time) + Noise * Gaussian(random));
            }
        }
        using var samples = tensor(values, [cells, Markers]);
        return new Trajectory("Y", samples, [.. Enumerable.Range(0, Markers).Select(Name)], time, segment, ["trunk", "branch A", "branch B"]);
    }

    /// <summary>A marker's value without noise.</summary>
    /// <param name="marker">0 to 19.</param>
    /// <param name="segment">0 for the trunk, 1 or 2 for a branch.</param>
    /// <param name="time">0 to 1 on the trunk, 1 to 2 on a branch.</param>
    public static double Mean(int marker, int segment, double time)
    {
        var (home, centre) = Place(marker);
        var apart = home != segment && home != 0 && segment != 0;
        var distance = apart ? time - 1 + (centre - 1) : time - centre;
        return Height * Math.Exp(-distance * distance / (2 * Width * Width));
    }

    // Seven on the trunk, the fork included, six and seven on the branches.
    private static (int Segment, double Centre) Place(int marker) => marker switch
    {
        < 7 => (0, marker / 6.0),
        < 13 => (1, 1 + (marker - 6) / 6.0),
        _ => (2, 1 + (marker - 12) / 7.0),
    };

    private static string Name(int marker) => FormattableString.Invariant($"{"TAB"[Place(marker).Segment]} {Place(marker).Centre:F2}");

    private static double Time(Random random, int segment) => random.NextDouble() + (segment == 0 ? 0 : 1);

    private static double Gaussian(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
