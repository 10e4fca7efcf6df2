using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>
/// Multi-head self-attention as a module whose inside is seen: q, k, v = linear(x); y = linear(softmax(q k^T / sqrt(d)) v), per head, d = width / heads; [N, T, width] to the same.
/// </summary>
/// <remarks>Relevance goes through its products and soft-max by the rules of AttnLRP (<see cref="Rule.MatrixProduct"/>, <see cref="Rule.Softmax"/>).</remarks>
public sealed class SelfAttention : nn.Module<Tensor, Tensor>, INetworkBlock
{
    private readonly Linear query, key, value, output;
    private readonly long heads, width;

    /// <summary>A block.</summary>
    /// <param name="width">Entries of a token.</param>
    /// <param name="heads">Number of heads, a divisor of the width.</param>
    /// <param name="dtype">Type of the weights, <c>float32</c> if null.</param>
    /// <exception cref="ArgumentException">The heads don't divide the width.</exception>
    public SelfAttention(long width, long heads = 1, ScalarType? dtype = null) : base(nameof(SelfAttention))
    {
        if (width < 1 || heads < 1 || width % heads != 0)
            throw new ArgumentException(FormattableString.Invariant($"There are {heads} heads for a width of {width}; expected a divisor of the width."), nameof(heads));
        (this.width, this.heads) = (width, heads);
        (query, key) = (nn.Linear(width, width, dtype: dtype), nn.Linear(width, width, dtype: dtype));
        (value, output) = (nn.Linear(width, width, dtype: dtype), nn.Linear(width, width, dtype: dtype));
        RegisterComponents();
    }

    /// <summary>The attended tokens.</summary>
    /// <param name="input">x [N, T, width].</param>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var weights = Scale(Split(query.call(input)).matmul(Turn(Split(key.call(input))))).softmax(-1);
        return output.call(Merge(weights.matmul(Split(value.call(input))))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public int AddTo(NetworkBuilder network, string name, int input)
    {
        ArgumentNullException.ThrowIfNull(network);
        int Part(string part, Operation operation, params int[] inputs) => network.Add(NetworkBuilder.Path(name, part), operation, inputs);
        int Projection(string part, nn.Module layer) =>
            Part($"{part}.heads", new MappedOperation(LayerKind.Reshape, Split, null), network.AddModule(NetworkBuilder.Path(name, part), layer, input));
        var keys = Part("key.turned", new MappedOperation(LayerKind.Reshape, Turn, null), Projection(nameof(key), key));
        // A constant factor changes no share.
        var logits = Part("scale", new FixedLinearOperation(LayerKind.Interpolation, Scale), Part("logits", new ProductOperation(true), Projection(nameof(query), query), keys));
        var weights = Part("softmax", new MappedOperation(LayerKind.Softmax, x => x.softmax(-1), true), logits);
        var mixed = Part("mixed", new ProductOperation(true), weights, Projection(nameof(value), value));
        return network.AddModule(NetworkBuilder.Path(name, nameof(output)), output, Part("merged", new MappedOperation(LayerKind.Reshape, Merge, null), mixed));
    }

    private static Tensor Turn(Tensor x) => x.transpose(-2, -1);

    private static Tensor Merge(Tensor x) => x.transpose(1, 2).flatten(2);

    private Tensor Split(Tensor x) => x.view(x.size(0), x.size(1), heads, width / heads).transpose(1, 2);

    private Tensor Scale(Tensor x) => x / Math.Sqrt((double)width / heads);
}
