using System.Collections.Immutable;

namespace Limpid.Graphs;

/// <summary>A set of filters g_0, g_1, ... on one graph, g_0 the low-pass scaling function: spectral graph wavelets.</summary>
/// <remarks>
/// <para>
/// The coefficients of a signal z are U g_j(Lambda) U'z for every j, J N numbers. With G(lambda) = sum_j g_j(lambda)^2,
/// <c>A |z|^2 &lt;= sum_j |g_j(L) z|^2 &lt;= B |z|^2</c> with A and B the extremes of G over the spectrum; the frame is tight if A = B, as those of
/// <see cref="Meyer"/> and <see cref="HalfCosine"/> are.
/// </para>
/// <para>
/// The scales follow a bound of the largest eigenvalue, <see cref="Laplacian.LargestEigenvalueBound"/>. On <c>Graph.Path(2)</c> (eigenvalues 0 and 2) with
/// <c>Meyer(l, 2)</c>: scaling function (1, 0), wavelets (0, 0) and (0, 1).
/// </para>
/// <para>Source: Hammond, Vandergheynst, Gribonval 2011 (splines, scales); Leonardi, Van De Ville 2013 (Meyer); Shuman et al. 2015 (half-cosines).</para>
/// </remarks>
public sealed class WaveletFrame
{
    private WaveletFrame(string name, Laplacian laplacian, IEnumerable<Func<double, double>> kernels) =>
        (Name, Laplacian, Kernels) = (name, laplacian, [.. kernels]);

    /// <summary>For example "Meyer, 4 scales".</summary>
    public string Name { get; }

    /// <summary>L.</summary>
    public Laplacian Laplacian { get; }

    /// <summary>g_0 (low-pass), then the wavelets from the widest to the narrowest.</summary>
    public ImmutableArray<Func<double, double>> Kernels { get; }

    /// <summary>Mexican hats at the given scales with e^(-s_max lambda) for what lies below them.</summary>
    /// <param name="laplacian">L.</param>
    /// <param name="scales">s_1, s_2, ...: at least one, each larger than 0.</param>
    /// <exception cref="ArgumentException"><paramref name="scales"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A scale is not positive and finite.</exception>
    public static WaveletFrame MexicanHat(Laplacian laplacian, IReadOnlyList<double> scales)
    {
        ArgumentNullException.ThrowIfNull(laplacian);
        ArgumentNullException.ThrowIfNull(scales);
        if (scales.Count == 0) throw new ArgumentException("There are no scales; expected at least one.", nameof(scales));
        return new(Named("Mexican hat", scales.Count), laplacian, scales.OrderDescending().Select(SpectralKernel.MexicanHat).Prepend(SpectralKernel.Heat(scales.Max())));
    }

    /// <summary>Meyer's wavelets at scales 4/(3b), 8/(3b), ... with b the bound of the eigenvalues: a tight frame, A = B = 1.</summary>
    /// <param name="laplacian">L.</param>
    /// <param name="count">Number of wavelets, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of range.</exception>
    public static WaveletFrame Meyer(Laplacian laplacian, int count = 4)
    {
        CheckCount(laplacian, count, 1);
        var scales = Enumerable.Range(0, count).Select(j => Math.ScaleB(4 / (3 * laplacian.LargestEigenvalueBound), count - 1 - j)).ToArray();
        return new(Named("Meyer", count), laplacian, scales.Select(SpectralKernel.Meyer).Prepend(SpectralKernel.MeyerScaling(scales[0])));
    }

    /// <summary>
    /// Cubic splines at logarithmic scales from 2K/b to 1/b, b the bound of the eigenvalues and K = 20, with the scaling function
    /// gamma exp(-(K lambda / (0.6 b))^4), gamma the largest value of the spline.
    /// </summary>
    /// <param name="laplacian">L.</param>
    /// <param name="count">Number of wavelets, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of range.</exception>
    public static WaveletFrame AbSpline3(Laplacian laplacian, int count = 4)
    {
        CheckCount(laplacian, count, 2);
        const double K = 20;
        var bound = laplacian.LargestEigenvalueBound;
        double Low(double lambda) => SpectralKernel.SplineTop * Math.Exp(-Math.Pow(K * lambda / (0.6 * bound), 4));
        var scales = Enumerable.Range(0, count).Select(j => 2 * K / bound * Math.Pow(2 * K, -j / (count - 1.0)));
        return new(Named("abspline3", count), laplacian, scales.Select(SpectralKernel.AbSpline3).Prepend(Low));
    }

    /// <summary>Half-cosine windows in equal steps over the spectrum: a tight frame, A = B = 9/8.</summary>
    /// <param name="laplacian">L.</param>
    /// <param name="count">Number of windows J, at least 3; their width is 3b/(J - 2), b the bound of the eigenvalues.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of range.</exception>
    public static WaveletFrame HalfCosine(Laplacian laplacian, int count = 6)
    {
        CheckCount(laplacian, count, 3);
        var step = laplacian.LargestEigenvalueBound / (count - 2);
        return new(FormattableString.Invariant($"half-cosine, {count} windows"), laplacian,
            Enumerable.Range(0, count).Select(j => SpectralKernel.HalfCosine((j - 0.5) * step, 3 * step)));
    }

    /// <summary>A and B: the smallest and the largest sum of squares over the eigenvalues of this graph.</summary>
    public (double Lower, double Upper) Bounds()
    {
        var sums = Spectrum.Of(Laplacian).Eigenvalues.ToArray().Select(lambda => Kernels.Sum(g => Math.Pow(g(Math.Max(0, lambda)), 2))).ToArray();
        return (sums.Min(), sums.Max());
    }

    /// <summary>The operators g_j(L) [N, N], in the order of <see cref="Kernels"/>; exact.</summary>
    public IReadOnlyList<double[,]> ToMatrices() => [.. Kernels.Select(g => new ExactFilter(Laplacian, g).ToMatrix())];

    private static string Named(string name, int scales) => FormattableString.Invariant($"{name}, {scales} scale{(scales == 1 ? "" : "s")}");

    private static void CheckCount(Laplacian laplacian, int count, int least)
    {
        ArgumentNullException.ThrowIfNull(laplacian);
        if (count < least || count > 64)
            throw new ArgumentOutOfRangeException(nameof(count), count, FormattableString.Invariant($"The count is {count}; expected {least} to 64."));
    }
}
