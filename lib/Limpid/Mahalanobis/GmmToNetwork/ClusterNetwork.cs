using Limpid.Mahalanobis.Batched;
using Limpid.Mahalanobis.Mixtures;
using Limpid.Reproduction;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.GmmToNetwork;

/// <summary>An ordinary classifier of two layers, <c>W2 f(W1 x + b1) + b2</c> with f the square or the absolute value; float64.</summary>
/// <remarks>With squares, rows that whiten each component, <c>W2 = -1/2</c> on the rows of a component and <c>b2 = log pi - 1/2 log det Sigma</c> it is a mixture of Gaussians. All weights can be trained.</remarks>
public sealed class ClusterNetwork : nn.Module<Tensor, Tensor>
{
    private readonly Linear first;
    private readonly Linear second;

    private ClusterNetwork(Linear first, Linear second, bool squares) : base(nameof(ClusterNetwork))
    {
        (this.first, this.second, Squares) = (first, second, squares);
        RegisterComponents();
    }

    /// <summary>W1, b1.</summary>
    public Linear First => first;

    /// <summary>W2, b2.</summary>
    public Linear Second => second;

    /// <summary>Whether hidden nodes are squared; else their absolute value is taken.</summary>
    public bool Squares { get; }

    /// <summary>The network that is a mixture: K d squared nodes.</summary>
    /// <param name="mixture">K components.</param>
    /// <param name="classes">The class of each component, each used once.</param>
    /// <exception cref="ArgumentException">The classes are no permutation of 0 to K - 1.</exception>
    public static ClusterNetwork OfMixture(GaussianMixture mixture, IReadOnlyList<int> classes)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        ArgumentNullException.ThrowIfNull(classes);
        var (count, d) = (mixture.Components.Length, mixture.Dimension);
        if (!classes.Order().SequenceEqual(Enumerable.Range(0, count))) throw new ArgumentException($"The classes are {string.Join(", ", classes)}; expected each of 0 to {count - 1} once.", nameof(classes));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        using var network = new MixtureNetwork(mixture);
        var (weight, bias) = LinearRows.Of(network.Linear);
        var (sum, offset, offsets) = (zeros([count, count * d], dtype: float64), zeros([count], dtype: float64), network.Offsets);
        for (var k = 0; k < count; k++)
        {
            sum[classes[k]].narrow(0, k * d, d).fill_(-0.5);
            offset[classes[k]].copy_(offsets[k]);
        }
        return new(LinearRows.Layer(weight, bias), LinearRows.Layer(sum, offset), true);
    }

    /// <summary>A network with PyTorch's random start.</summary>
    /// <param name="dimension">d.</param>
    /// <param name="hidden">Hidden nodes.</param>
    /// <param name="classes">K.</param>
    /// <param name="squares">The nodes.</param>
    /// <param name="seed">Of the weights.</param>
    /// <param name="rows">W1 and b1 to start from, copied; null for random ones.</param>
    public static ClusterNetwork Random(int dimension, int hidden, int classes, bool squares, Seed seed, Linear? rows = null)
    {
        using var scope = NewDisposeScope();
        Linear Draw(long inputs, long outputs, string stream)
        {
            using var layers = BatchedLinear.Start([seed], inputs, outputs, WeightStart.Default, stream: stream, dtype: float64);
            return layers.Layer(0);
        }

        if (rows is null) return new(Draw(dimension, hidden, "first"), Draw(hidden, classes, "second"), squares);
        var (weight, bias) = LinearRows.Of(rows);
        return new(LinearRows.Layer(weight, bias), Draw(weight.size(0), classes, "second"), squares);
    }

    /// <summary>Scores [n, K] of points [n, d].</summary>
    /// <param name="input">Points.</param>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var sums = first.call(input);
        return second.call(Squares ? sums.square() : sums.abs()).MoveToOuterDisposeScope();
    }
}
