using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Layers;

/// <summary>A linear layer in point-slope form, <c>y_i = sum_j w_ij (x_j - p_ij)</c>: a slope and a point of the hyperplane in place of a bias, which pulls no gradient through the origin.</summary>
/// <remarks>It computes what a linear layer with <c>b_i = -w_i p_i</c> computes. The state dictionary holds <c>weight</c> and <c>points</c>, both [out, in].</remarks>
public sealed class PointSlopeLinear : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight, points;

    /// <summary>A layer of given slopes and points, copied.</summary>
    /// <param name="weight">w [out, in].</param>
    /// <param name="points">p [out, in], of the same type; all rows may be one point, for example the data's mean.</param>
    /// <exception cref="ArgumentException">The shapes don't fit.</exception>
    public PointSlopeLinear(Tensor weight, Tensor points) : base(nameof(PointSlopeLinear))
    {
        ArgumentNullException.ThrowIfNull(weight);
        ArgumentNullException.ThrowIfNull(points);
        if (weight.ndim != 2 || !weight.shape.SequenceEqual(points.shape) || weight.dtype != points.dtype)
            throw new ArgumentException($"The points are {points.dtype} [{string.Join(", ", points.shape)}]; expected {weight.dtype} [{string.Join(", ", weight.shape)}], [out, in], like the weight.", nameof(points));
        this.weight = Own(weight);
        this.points = Own(points);
        RegisterComponents();
    }

    /// <summary>w [out, in].</summary>
    public Parameter Weight => weight;

    /// <summary>p [out, in].</summary>
    public Parameter Points => points;

    /// <summary>The plain linear layer that computes the same, in float64.</summary>
    public Linear ToLinear()
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return LinearRows.Layer(weight, weight.to(float64).mul(points.to(float64)).sum(1).neg());
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return input.matmul(weight.t()).sub(weight.mul(points).sum(1)).MoveToOuterDisposeScope();
    }

    private static Parameter Own(Tensor values) => (Parameter)new Parameter(values.detach().clone()).DetachFromDisposeScope();
}
