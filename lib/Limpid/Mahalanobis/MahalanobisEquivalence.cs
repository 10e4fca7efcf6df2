using Limpid.Reproduction;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis;

/// <summary>Whether <c>|W x + b| = D_M(x)</c> for all x: exactly if <c>W' W = Sigma^-1</c> and <c>W mu + b = 0</c>, for any number of rows.</summary>
/// <remarks>
/// The first condition is taken as <c>(W L)' (W L) = I</c> with <c>Sigma = L L'</c>, so that no inverse is made and all directions count alike. Both conditions are checked, and the distances themselves at random points.
/// A layer of ReLU pairs is turned into rows of absolute values first (<c>ReluPairs.ToAbs</c>).
/// </remarks>
public static class MahalanobisEquivalence
{
    /// <summary>How far a layer is from the distance.</summary>
    /// <param name="layer">W [m, d] and b [m].</param>
    /// <param name="gaussian">N(mu, Sigma).</param>
    /// <param name="seed">Of the random points.</param>
    /// <param name="points">How many.</param>
    /// <exception cref="ArgumentException">The dimensions differ or a value isn't finite.</exception>
    public static EquivalenceResiduals Residuals(Linear layer, Gaussian gaussian, Seed seed = default, int points = 1000)
    {
        ArgumentNullException.ThrowIfNull(gaussian);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (weight, bias) = LinearRows.Of(layer);
        LinearRows.CheckFit(weight, gaussian);
        var whitened = weight.mm(gaussian.Factor);
        var precision = linalg.norm(whitened.t().mm(whitened).sub(eye(gaussian.Dimension, dtype: float64))).item<double>();
        var centring = linalg.norm(weight.mv(gaussian.Mean).add(bias)).item<double>();
        var x = gaussian.Sample(points, seed);
        var (distances, lengths) = (gaussian.Distances(x), bias.addmm(x, weight.t()).square().sum(1).sqrt());
        return new(precision, centring, lengths.sub(distances).abs().div(distances).max().item<double>());
    }

    /// <summary>Throws unless a layer gives the distance.</summary>
    /// <param name="layer">W [m, d] and b [m].</param>
    /// <param name="gaussian">N(mu, Sigma).</param>
    /// <param name="tolerance">The largest residual allowed.</param>
    /// <param name="seed">Of the random points.</param>
    /// <exception cref="MahalanobisEquivalenceException">A residual is larger.</exception>
    /// <exception cref="ArgumentException">The dimensions differ or a value isn't finite.</exception>
    public static void Assert(Linear layer, Gaussian gaussian, double tolerance = 1e-8, Seed seed = default)
    {
        var residuals = Residuals(layer, gaussian, seed);
        if (!(residuals.Largest <= tolerance)) throw new MahalanobisEquivalenceException(residuals, tolerance);
    }
}
