using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Mixtures;

/// <summary>A network that is a mixture of Gaussians: <c>l_k = c_k - 1/2 sum_{rows of k} (w x + b)^2</c>, whose softmax are the mixture's responsibilities if the rows of k whiten component k and <c>c_k = log pi_k - 1/2 log det Sigma_k</c>.</summary>
/// <remarks>
/// The linear layer holds the rows of component 0, then of component 1, ...; they and c are trainable, so that training goes on from the mixture, and <see cref="ToMixture"/> reads it back.
/// The mixture stays as it is. Source: Oursland 2024, arXiv:2410.19352, section on mixtures, made exact by us.
/// </remarks>
public sealed class MixtureNetwork : nn.Module<Tensor, Tensor>
{
    private readonly Linear linear;
    private readonly Parameter offsets;

    /// <summary>The network of a mixture.</summary>
    /// <param name="mixture">K components in d dimensions.</param>
    /// <param name="whiten">The whitening layer of each component; <see cref="WhiteningLayer.Pca"/> if null.</param>
    /// <param name="dtype">float64 if null.</param>
    public MixtureNetwork(GaussianMixture mixture, Func<Gaussian, Linear>? whiten = null, ScalarType? dtype = null) : base(nameof(MixtureNetwork))
    {
        ArgumentNullException.ThrowIfNull(mixture);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var layers = mixture.Components.Select(component =>
        {
            using var layer = whiten?.Invoke(component) ?? WhiteningLayer.Pca(component);
            return LinearRows.Of(layer);
        }).ToArray();
        linear = LinearRows.Layer(cat([.. layers.Select(layer => layer.Weight)], 0), cat([.. layers.Select(layer => layer.Bias)], 0), dtype);
        var start = tensor(mixture.Components.Select((component, k) => Math.Log(mixture.Weights[k]) - component.LogDeterminant / 2).ToArray());
        offsets = (Parameter)new Parameter(start.to(dtype ?? float64)).DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <summary>The rows of all components [K d, d].</summary>
    public Linear Linear => linear;

    /// <summary>c [K].</summary>
    public Parameter Offsets => offsets;

    /// <summary>Logits [n, K] of points [n, d].</summary>
    /// <param name="input">Points.</param>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var squares = linear.call(input).square().view(input.size(0), offsets.size(0), -1).sum(2);
        return offsets.sub(squares.div(2)).MoveToOuterDisposeScope();
    }

    /// <summary>The mixture that the weights hold now: each component from its rows, weights <c>pi_k</c> proportional to <c>exp(c_k + 1/2 log det Sigma_k)</c>.</summary>
    /// <exception cref="InvalidOperationException">The rows of a component don't span all dimensions.</exception>
    public GaussianMixture ToMixture()
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (weight, bias) = LinearRows.Of(linear);
        var (logs, components, d) = (Points.Numbers(offsets), new List<Gaussian>(), weight.size(1));
        for (var k = 0; k < logs.Length; k++)
        {
            components.Add(Recovery.Of(weight.narrow(0, k * d, d), bias.narrow(0, k * d, d)).ToGaussian());
            logs[k] += components[k].LogDeterminant / 2;
        }
        var largest = logs.Max();
        return GaussianMixture.Of([.. logs.Select(value => Math.Exp(value - largest))], components);
    }
}
