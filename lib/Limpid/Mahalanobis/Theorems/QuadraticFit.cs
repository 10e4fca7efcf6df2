using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Theorems;

/// <summary>The quadratic form <c>(x - c)' A (x - c) + e</c> that takes given values at given points: what some distances alone tell of A and c.</summary>
/// <param name="Matrix">A [d, d], row by row.</param>
/// <param name="Centre">c [d].</param>
/// <param name="Offset">e.</param>
public sealed record QuadraticFit(IReadOnlyList<double> Matrix, IReadOnlyList<double> Centre, double Offset)
{
    /// <summary>How many points determine it in d dimensions: (d + 1)(d + 2) / 2.</summary>
    /// <param name="dimension">d.</param>
    public static int Needed(int dimension) => (dimension + 1) * (dimension + 2) / 2;

    /// <summary>Finds it by least squares.</summary>
    /// <param name="points">[n, d], n at least <see cref="Needed"/>, in general position.</param>
    /// <param name="values">[n].</param>
    /// <exception cref="ArgumentException">The shapes don't fit, or there are too few points.</exception>
    public static QuadraticFit Of(Tensor points, Tensor values)
    {
        Points.Check(points, null, nameof(points));
        var (n, d) = (points.size(0), (int)points.size(1));
        if (n < Needed(d)) throw new ArgumentException($"There are {n} points; expected at least {Needed(d)} in {d} dimensions.", nameof(points));
        if (values.ndim != 1 || values.size(0) != n) throw new ArgumentException($"The values have shape [{string.Join(", ", values.shape)}]; expected [{n}].", nameof(values));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        // Around the points' mean the columns are of one size.
        var origin = Points.Copy(points).mean([0L]);
        var x = Points.Copy(points).sub(origin);
        var pairs = triu_indices(d, d);
        var (rows, columns) = (pairs[0], pairs[1]);
        var terms = cat([x.index_select(1, rows).mul(x.index_select(1, columns)), x, ones([n, 1], dtype: float64)], 1);
        var found = linalg.lstsq(terms, Points.Copy(values).unsqueeze(1)).Solution.squeeze(1);
        var products = (int)rows.numel();
        var matrix = zeros([d, d], dtype: float64);
        matrix.index_put_(found.narrow(0, 0, products), rows, columns);
        matrix = matrix.add(matrix.t()).div(2);
        var linear = found.narrow(0, products, d);
        var centre = linalg.solve(matrix, linear.div(-2).unsqueeze(1)).squeeze(1);
        var offset = found[products + d].item<double>() - centre.dot(matrix.mv(centre)).item<double>();
        return new([.. Points.Numbers(matrix)], [.. Points.Numbers(centre.add(origin))], offset);
    }
}
