namespace Limpid.Graphs;

/// <summary>
/// A graph filter by a polynomial in L of a given order, g(L) = sum_k c_k T_k(2 L / b - I) with Chebyshev's polynomials T_k and b a bound of the
/// largest eigenvalue: time order * edges for each signal, memory 3 N for each.
/// </summary>
/// <remarks>
/// <para>
/// The coefficients are those of g's Chebyshev series, <c>c_k = (2 / M) sum_j g(lambda_j) cos(k theta_j)</c>, halved for k = 0, with
/// <c>theta_j = pi (j + 1/2) / M</c>, <c>lambda_j = b (1 + cos theta_j) / 2</c>, and M at least 1024. A smooth g is met to rounding at a low order; at a jump the
/// series swings over by some 9 % (Gibbs), which Jackson's factors exchange for a wider flank.
/// </para>
/// <para>The approximation is asked for by name, never taken for large graphs silently; <see cref="ExactFilter"/> is its twin.
/// For <c>Graph.Path(2)</c> and g(lambda) = lambda, order 1 is exact: (1, 0) becomes (1, -1).</para>
/// <para>Source: Hammond, Vandergheynst, Gribonval 2011, section 6; Jackson's factors: Weisse et al. 2006, eq. 71.</para>
/// </remarks>
public sealed class ChebyshevFilter : GraphFilter
{
    private readonly double[] coefficients;
    private readonly double bound;

    /// <summary>A filter.</summary>
    /// <param name="laplacian">L, of any kind.</param>
    /// <param name="kernel">g; finite from 0 to the bound of the eigenvalues.</param>
    /// <param name="order">Degree of the polynomial, 0 or larger.</param>
    /// <param name="jackson">Whether Jackson's factors damp the series.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="order"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="kernel"/> isn't finite somewhere in that range.</exception>
    public ChebyshevFilter(Laplacian laplacian, Func<double, double> kernel, int order = 30, bool jackson = false) : base(laplacian, kernel)
    {
        if (order < 0)
            throw new ArgumentOutOfRangeException(nameof(order), order, FormattableString.Invariant($"The order is {order}; expected 0 or more."));
        bound = laplacian.LargestEigenvalueBound;
        coefficients = Series(order);
        if (jackson) Damp();
    }

    /// <summary>c_0 to c_order.</summary>
    public ReadOnlySpan<double> Coefficients => coefficients;

    /// <summary>The polynomial at an eigenvalue.</summary>
    /// <param name="eigenvalue">lambda, from 0 to the bound of the eigenvalues.</param>
    public override double Response(double eigenvalue)
    {
        var x = Position(eigenvalue);
        var (before, now, sum) = (1.0, x, coefficients[0]);
        for (var k = 1; k < coefficients.Length; k++)
        {
            sum += coefficients[k] * now;
            (before, now) = (now, 2 * x * now - before);
        }
        return sum;
    }

    private protected override double[] Filter(double[] signals, int columns)
    {
        var product = Laplacian.Product;
        var sum = Array.ConvertAll(signals, value => coefficients[0] * value);
        if (coefficients.Length == 1) return sum;
        // T_1 x = (2 L / b - I) x; T_(k+1) x = 2 (2 L / b - I) T_k x - T_(k-1) x, written over T_(k-1) x.
        var (before, now) = (signals, new double[signals.Length]);
        product.Combine(before, columns, 2 / bound, -1, 0, now, sum, coefficients[1]);
        for (var k = 2; k < coefficients.Length; k++)
        {
            product.Combine(now, columns, 4 / bound, -2, -1, before, sum, coefficients[k]);
            (before, now) = (now, before);
        }
        return sum;
    }

    private double Position(double eigenvalue) => 2 * eigenvalue / bound - 1;

    private double[] Series(int order)
    {
        var nodes = Math.Max(1024, 4 * (order + 1));
        var values = new double[nodes];
        for (var j = 0; j < nodes; j++) values[j] = KernelAt(bound * (1 + Math.Cos(Math.PI * (j + 0.5) / nodes)) / 2);
        var series = new double[order + 1];
        for (var k = 0; k <= order; k++)
        {
            for (var j = 0; j < nodes; j++) series[k] += values[j] * Math.Cos(Math.PI * (j + 0.5) * k / nodes);
            series[k] *= (k == 0 ? 1.0 : 2.0) / nodes;
        }
        return series;
    }

    private void Damp()
    {
        var n = coefficients.Length;
        var step = Math.PI / (n + 1);
        for (var k = 0; k < n; k++)
            coefficients[k] *= ((n - k + 1) * Math.Cos(k * step) + Math.Sin(k * step) / Math.Tan(step)) / (n + 1);
    }
}
