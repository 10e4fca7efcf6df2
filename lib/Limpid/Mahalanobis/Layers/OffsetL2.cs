using Limpid.Reproduction;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Layers;

/// <summary>Distances to learned points, each with a weight per coordinate: one prototype for each output.</summary>
/// <remarks>
/// <para>After a linear layer V', with mu_i = V' mu and alpha_i = Lambda^-1/2, an output is the Mahalanobis distance. The state dictionary holds <c>centres</c> and <c>weights</c>, both [out, in].</para>
/// <para>The paper's form has no gradient at its own centre; it is taken as 0 there. Source: Oursland 2025, arXiv:2502.02103, and the author's code.</para>
/// </remarks>
public sealed class OffsetL2 : nn.Module<Tensor, Tensor>
{
    private const double Least = 1e-12;

    private readonly Parameter centres, weights;

    /// <summary>A new layer: centres normal with standard deviation 0.1, weights 1.</summary>
    /// <param name="inputs">At least 1.</param>
    /// <param name="outputs">At least 1.</param>
    /// <param name="seed">Of the draw; libtorch's own generator is left alone.</param>
    /// <param name="form">Where the weights stand.</param>
    /// <param name="dtype">float32 if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A width is below 1.</exception>
    public OffsetL2(long inputs, long outputs, Seed seed, OffsetForm form = OffsetForm.Paper, ScalarType? dtype = null)
        : this(Draw(inputs, outputs, seed, dtype ?? float32), form)
    {
    }

    private OffsetL2((Tensor Centres, Tensor Weights) start, OffsetForm form) : base(nameof(OffsetL2))
    {
        Form = form;
        (centres, weights) = (Own(start.Centres), Own(start.Weights));
        RegisterComponents();
    }

    /// <summary>Where the weights stand.</summary>
    public OffsetForm Form { get; }

    /// <summary>mu [out, in].</summary>
    public Parameter Centres => centres;

    /// <summary>alpha [out, in].</summary>
    public Parameter Weights => weights;

    /// <summary>A layer of given centres and weights, copied.</summary>
    /// <param name="centres">mu [out, in].</param>
    /// <param name="weights">alpha [out, in], of the same type.</param>
    /// <param name="form">Where the weights stand.</param>
    /// <exception cref="ArgumentException">The shapes don't fit.</exception>
    public static OffsetL2 From(Tensor centres, Tensor weights, OffsetForm form = OffsetForm.Paper)
    {
        ArgumentNullException.ThrowIfNull(centres);
        ArgumentNullException.ThrowIfNull(weights);
        if (centres.ndim != 2 || !centres.shape.SequenceEqual(weights.shape) || centres.dtype != weights.dtype)
            throw new ArgumentException($"The weights are {weights.dtype} [{string.Join(", ", weights.shape)}]; expected {centres.dtype} [{string.Join(", ", centres.shape)}], [out, in], like the centres.", nameof(weights));
        using var scope = NewDisposeScope();
        return new((centres.detach().clone(), weights.detach().clone()), form);
    }

    /// <summary>The layer of one output that is a Gaussian's Mahalanobis distance, for inputs given along its principal axes: <c>V' x</c>. Float64.</summary>
    /// <param name="gaussian">N(mu, Sigma).</param>
    /// <param name="form">Where the weights stand.</param>
    public static OffsetL2 OfAxes(Gaussian gaussian, OffsetForm form = OffsetForm.Paper)
    {
        ArgumentNullException.ThrowIfNull(gaussian);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var precisions = tensor(gaussian.Eigenvalues.Select(value => 1 / value).ToArray()).unsqueeze(0);
        return From(gaussian.Mean.unsqueeze(0).mm(gaussian.Eigenvectors), form == OffsetForm.Paper ? precisions.sqrt() : precisions, form);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var differences = input.unsqueeze(1).sub(centres);
        var squares = Form == OffsetForm.Paper ? differences.mul(weights).square().sum(2) : differences.square().mul(weights).sum(2);
        // Without a lower bound the root's infinite slope at 0 would turn gradients into NaN.
        return squares.clamp_min(Least).sqrt().MoveToOuterDisposeScope();
    }

    private static (Tensor Centres, Tensor Weights) Draw(long inputs, long outputs, Seed seed, ScalarType dtype)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        using var generator = new Generator((ulong)seed.Value);
        using var off = no_grad();
        return (empty([outputs, inputs], dtype: dtype).normal_(0, 0.1, generator), ones([outputs, inputs], dtype: dtype));
    }

    private static Parameter Own(Tensor values) => (Parameter)new Parameter(values).DetachFromDisposeScope();
}
