using Limpid.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.Baselines;

/// <summary>The two-sample test by maximum mean discrepancy: could two sets of samples come from one distribution? (Gretton et al. 2012; for attacks Grosse et al. 2017.)</summary>
/// <param name="Statistic">MMD^2 of the two sets with the kernel exp(-gamma |x - y|^2), biased, 0 or larger.</param>
/// <param name="PValue">The share of random divisions of all samples, this one among them, whose statistic is at least as large.</param>
public sealed record MmdTest(double Statistic, double PValue)
{
    /// <summary>Tests; memory (n + m)^2 numbers.</summary>
    /// <param name="first">Samples [n, d].</param>
    /// <param name="second">Samples [m, d].</param>
    /// <param name="gamma">Of the kernel, positive and finite.</param>
    /// <param name="divisions">Random divisions, at least 1.</param>
    /// <param name="random">The divisions.</param>
    /// <exception cref="ArgumentException">The samples are no finite matrices of one width.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static MmdTest Of(Tensor first, Tensor second, double gamma, int divisions, Random random)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(random);
        PositiveNumber.Checked(gamma);
        ArgumentOutOfRangeException.ThrowIfLessThan(divisions, 1);
        if (first.ndim != 2 || second.ndim != 2 || first.size(1) != second.size(1) || first.size(0) == 0 || second.size(0) == 0)
            throw new ArgumentException($"The samples have shapes [{string.Join(", ", first.shape)}] and [{string.Join(", ", second.shape)}]; expected [n, d] and [m, d].", nameof(second));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var points = PointMatrix.From(cat([first.detach().to(float64), second.detach().to(float64)]), nameof(first));
        var squares = tensor(points.Squares);
        var kernel = (squares.unsqueeze(1) + squares - 2 * points.Centred.mm(points.Centred.t())).clamp_min(0).mul(-gamma).exp().contiguous();
        var (n, sides) = ((int)first.size(0), new double[points.Count]);
        for (var i = 0; i < sides.Length; i++) sides[i] = i < n ? 1.0 / n : -1.0 / (sides.Length - n);
        var (statistic, larger) = (Form(kernel, sides), 1);
        for (var division = 0; division < divisions; division++)
        {
            random.Shuffle(sides);
            if (Form(kernel, sides) >= statistic * (1 - 1e-12)) larger++;
        }
        return new(statistic, larger / (divisions + 1.0));
    }

    // s'K s with 1/n on one side and -1/m on the other is MMD^2.
    private static double Form(Tensor kernel, double[] sides)
    {
        using var scope = NewDisposeScope();
        var s = tensor(sides);
        return Math.Max(0, kernel.mv(s).dot(s).ToDouble());
    }
}
