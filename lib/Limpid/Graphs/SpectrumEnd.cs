namespace Limpid.Graphs;

/// <summary>
/// The operator whose lowest eigenvalues <see cref="LanczosSearch"/> looks for. It is A = L, or A = -L where the largest are wanted; once a
/// bound c of the wanted eigenvalues is known, it is -T_m((h + c - 2 A) / (h - c)) with h the upper end of the spectrum.
/// </summary>
/// <remarks>
/// Chebyshev's polynomial T_m lies between -1 and 1 over [c, h] and grows fast below c, so the wanted end is drawn apart and a search needs
/// fewer vectors for as many products (Zhou and Saad 2007). It falls steadily below c, so the order of the eigenvalues stays and bounds from
/// above remain bounds.
/// </remarks>
internal sealed class SpectrumEnd
{
    // The operator's largest size. More would need fewer vectors, but digits of the eigenvalues next to c would drown.
    private const double Stretch = 30;

    // The cut lies so much beyond the bound, that the wanted eigenvalues are well apart from what lies beyond it, and never below this
    // part of the spectrum, where it takes 512 products.
    private const double Margin = 1.25, LowestCut = 1.6e-5;

    private readonly Laplacian laplacian;
    private readonly int sign, degree;
    private readonly double low, high, cut;
    private readonly double[][] work;

    /// <summary>A itself.</summary>
    public SpectrumEnd(Laplacian laplacian, int sign)
    {
        (this.laplacian, this.sign, degree) = (laplacian, sign, 1);
        var bound = laplacian.LargestEigenvalueBound;
        (low, high) = sign > 0 ? (0.0, bound) : (-bound, 0.0);
        cut = high;
        work = [new double[laplacian.Graph.VertexCount], new double[laplacian.Graph.VertexCount]];
    }

    private SpectrumEnd(SpectrumEnd from, double cut, int degree)
    {
        (laplacian, sign, low, high, work, Products) = (from.laplacian, from.sign, from.low, from.high, from.work, from.Products);
        (this.cut, this.degree) = (cut, degree);
    }

    /// <summary>Products with L until now.</summary>
    public int Products { get; private set; }

    /// <summary>Largest value that the operator has beyond the cut.</summary>
    public double Top => degree == 1 ? high : 1;

    /// <summary>Its size, which rounding is relative to.</summary>
    public double Scale => degree == 1 ? high - low : Stretch;

    /// <summary>The polynomial for a lower bound of the wanted eigenvalues, null if that is not worth a new search.</summary>
    public SpectrumEnd? Sharper(double bound)
    {
        var lower = low + Math.Max(Margin * (bound - low), LowestCut * (high - low));
        if (lower - low > (cut - low) / 2) return null;
        var products = (int)(Math.Acosh(Stretch) / Math.Acosh((high + lower - 2 * low) / (high - lower)));
        return products < 2 ? null : new SpectrumEnd(this, lower, products);
    }

    /// <summary>What the operator makes of an eigenvalue of A.</summary>
    public double Image(double value)
    {
        if (degree == 1) return value;
        var x = (high + cut - 2 * value) / (high - cut);
        return x > 1 ? -Math.Cosh(degree * Math.Acosh(x)) : -Math.Cos(degree * Math.Acos(Math.Max(-1, x)));
    }

    /// <summary>The eigenvalue of A for one of the operator, below the cut; otherwise the cut.</summary>
    public double Value(double image) => degree == 1 ? image
        : image > -1 ? cut
        : (high + cut - (high - cut) * Math.Cosh(Math.Acosh(-image) / degree)) / 2;

    /// <summary>
    /// A residual of the operator times this bounds the residual of A: the largest of |a - value| / |image(a) - image| over the spectrum, where
    /// T_m is convex below the cut.
    /// </summary>
    public double Slack(double image) => degree == 1 ? 1
        : image >= -1 ? double.PositiveInfinity
        : Math.Max((high - Value(image)) / (-image - 1), (high - cut) / 2 / degree / degree);

    /// <summary>A residual of the operator times this is about that of A, if it comes from eigenvalues nearby: 1 over the slope of T_m.</summary>
    public double LeastSlack(double image)
    {
        if (degree == 1) return 1;
        if (image >= -1) return double.PositiveInfinity;
        var angle = Math.Acosh(-image);
        return (high - cut) / 2 * Math.Sinh(angle / degree) / (degree * Math.Sinh(angle));
    }

    /// <summary>image = A vector; the quotient of a unit vector.</summary>
    public double Quotient(double[] vector, double[] image)
    {
        Combine(vector, sign, 0, 0, image);
        var sum = 0.0;
        for (var v = 0; v < vector.Length; v++) sum += vector[v] * image[v];
        return sum;
    }

    /// <summary>The operator's image of a vector [N], to be read before the next call.</summary>
    public ReadOnlySpan<double> Apply(ReadOnlySpan<double> source)
    {
        var (before, now) = (work[0], work[1]);
        source.CopyTo(before);
        if (degree == 1) Combine(before, sign, 0, 0, now);
        else
        {
            var (a, b) = (-2 * sign / (high - cut), (high + cut) / (high - cut));
            Combine(before, a, b, 0, now);
            for (var k = 2; k <= degree; k++)
            {
                // -T_m is wanted in the end.
                var turn = k == degree ? -1 : 1;
                Combine(now, turn * 2 * a, turn * 2 * b, -turn, before);
                (before, now) = (now, before);
            }
        }
        return now;
    }

    private void Combine(double[] x, double a, double b, double c, double[] target)
    {
        laplacian.Product.Combine(x, 1, a, b, c, target);
        Products++;
    }
}
