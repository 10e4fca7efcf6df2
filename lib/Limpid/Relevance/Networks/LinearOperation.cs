using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>
/// An operation of one input that is linear in it up to a bias: y = W x + b. Rules replace W, b and x by parts of them,
/// so it computes with whatever weight and bias it is given.
/// </summary>
/// <remarks>Without a weight (pooling, interpolation) the weight is the number 1 that scales the fixed map.</remarks>
/// <param name="kind">Its kind.</param>
public abstract class LinearOperation(LayerKind kind) : Operation(kind)
{
    /// <summary>Whether it has weights of its own (a parametric layer: linear or convolution).</summary>
    public virtual bool HasWeight => true;

    /// <summary>The axis of the output along which the bias runs; negative from the end.</summary>
    public virtual long BiasAxis => 1;

    /// <summary>W as it is now, detached; the caller disposes it.</summary>
    public abstract Tensor Weight();

    /// <summary>b as it is now, detached, or null; the caller disposes it.</summary>
    public abstract Tensor? Bias();

    /// <summary>W x + b with other values.</summary>
    /// <param name="input">x.</param>
    /// <param name="weight">Shaped as <see cref="Weight"/>.</param>
    /// <param name="bias">Shaped as <see cref="Bias"/>, or null for none.</param>
    public abstract Tensor Apply(Tensor input, Tensor weight, Tensor? bias);

    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs)
    {
        using Tensor weight = Weight();
        using Tensor? bias = Bias();
        return Apply(inputs[0], weight, bias);
    }
}
