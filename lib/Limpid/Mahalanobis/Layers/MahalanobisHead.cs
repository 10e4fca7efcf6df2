using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Layers;

/// <summary>A linear layer, an activation and the length of what comes out: <c>f(x) = | phi(W x + b) |</c>, the Mahalanobis distance if W whitens and phi is the absolute value.</summary>
/// <remarks>
/// The length is <c>sqrt(sum + least)</c>: a positive <c>least</c> keeps the gradient finite where all outputs are 0, at the price of sqrt(least) there. 0 is exact. The linear layer becomes the module's own.
/// </remarks>
public sealed class MahalanobisHead : nn.Module<Tensor, Tensor>
{
    private readonly Linear linear;
    private readonly nn.Module<Tensor, Tensor> activation;
    private readonly double least;

    /// <summary>A head on a layer.</summary>
    /// <param name="linear">W [m, d] and b.</param>
    /// <param name="activation">phi; the absolute value if null.</param>
    /// <param name="least">Added under the root, 0 or larger.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="least"/> is negative or not finite.</exception>
    public MahalanobisHead(Linear linear, nn.Module<Tensor, Tensor>? activation = null, double least = 0) : base(nameof(MahalanobisHead))
    {
        ArgumentNullException.ThrowIfNull(linear);
        if (!(least >= 0) || !double.IsFinite(least)) throw new ArgumentOutOfRangeException(nameof(least), least, FormattableString.Invariant($"The number under the root is {least}; expected 0 or larger."));
        (this.linear, this.activation, this.least) = (linear, activation ?? new Abs(), least);
        RegisterComponents();
    }

    /// <summary>The linear layer.</summary>
    public Linear Linear => linear;

    /// <summary>Distances [n] of points [n, d].</summary>
    /// <param name="input">Points.</param>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var sum = activation.call(linear.call(input)).square().sum(-1);
        return (least > 0 ? sum.add(least) : sum).sqrt().MoveToOuterDisposeScope();
    }
}
