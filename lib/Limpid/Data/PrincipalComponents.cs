using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Data;

/// <summary>The directions in which samples vary most, in float64: an orthonormal basis in descending order of variance.</summary>
/// <remarks>
/// With X centred and X = U S V', the components are the rows of V' and the variances S^2 / (n - 1). A component has the sign that makes its largest entry positive (the
/// first, at a tie). The samples (0, 0), (2, 2), (4, 4) have the one component (1, 1) / sqrt 2 with variance 8, and nothing along the other.
/// </remarks>
public sealed class PrincipalComponents : IDisposable
{
    private PrincipalComponents(Tensor mean, Tensor components, double[] variances, double total) =>
        (Mean, Components, Variances, TotalVariance) = (mean, components, variances, total);

    /// <summary>The mean of the samples [D].</summary>
    public Tensor Mean { get; }

    /// <summary>The components [K, D], orthonormal rows.</summary>
    public Tensor Components { get; }

    /// <summary>The variance along each component.</summary>
    public IReadOnlyList<double> Variances { get; }

    /// <summary>The variance in all D directions.</summary>
    public double TotalVariance { get; }

    /// <summary>Finds the components.</summary>
    /// <param name="samples">X [n, D], finite, n at least 2; left as it is.</param>
    /// <param name="count">K, 1 to the smaller of n and D.</param>
    /// <exception cref="ArgumentException">X is no such matrix or holds a value that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of range.</exception>
    public static PrincipalComponents Of(Tensor samples, int count)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var shape = samples.shape;
        if (shape.Length != 2 || shape[0] < 2 || shape[1] < 1)
            throw new ArgumentException(FormattableString.Invariant(
                $"The samples have shape [{string.Join(", ", shape)}]; expected [n, D] with n at least 2 and D at least 1."), nameof(samples));
        if (count < 1 || count > Math.Min(shape[0], shape[1]))
            throw new ArgumentOutOfRangeException(nameof(count), count, FormattableString.Invariant(
                $"There are {shape[0]} samples of {shape[1]} numbers; expected 1 to {Math.Min(shape[0], shape[1])} components."));
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var x = samples.detach().cpu().to(float64);
        if (!double.IsFinite(x.abs().sum().ToDouble()))
            throw new ArgumentException("The samples hold a value that is not finite.", nameof(samples));
        var mean = x.mean([0]);
        var (_, singular, right) = linalg.svd(x.sub(mean), fullMatrices: false);
        var variances = singular.square().div(shape[0] - 1.0).data<double>().ToArray();
        var components = Signed(right.narrow(0, 0, count).contiguous().data<double>().ToArray(), count, (int)shape[1]);
        return new PrincipalComponents(mean.DetachFromDisposeScope(), components.DetachFromDisposeScope(), variances[..count], variances.Sum());
    }

    /// <summary>Coordinates of samples along the components.</summary>
    /// <param name="samples">[n, D]; left as it is.</param>
    /// <returns>[n, K], float64.</returns>
    public Tensor Project(Tensor samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        return samples.detach().cpu().to(float64).sub(Mean).matmul(Components.t()).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Mean.Dispose();
        Components.Dispose();
    }

    private static Tensor Signed(double[] rows, int count, int width)
    {
        foreach (var k in Enumerable.Range(0, count))
        {
            var row = rows.AsSpan(k * width, width);
            var largest = 0;
            for (var i = 1; i < width; i++)
                // Entries that rounding alone tells apart count as a tie.
                if (Math.Abs(row[i]) > Math.Abs(row[largest]) + 1e-12) largest = i;
            if (row[largest] >= 0) continue;
            foreach (ref var value in row) value = -value;
        }
        return tensor(rows, [count, width]);
    }
}
