using Limpid.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary>
/// The graph penalty with the labels as anchors: a layer of h x C neurons, one column for each of C classes, gets one more row that holds
/// <c>10 onehot(label)</c>, and the penalty is that of the (h + 1) x C grid. Each class pulls the neurons near its node.
/// </summary>
/// <remarks>
/// Semi-supervised: a sample without a label (-1) has a row of zeros. Source: the authors' code, where C = 10; on h = 1, C = 2, alpha = 1, z = (0, 0)
/// and label 0 the penalty is 10^2 (down) + 10^2 (across) = 200.
/// </remarks>
public sealed class LabelClampedPenalty : nn.Module<Tensor, Tensor, Tensor>
{
    private const double Clamp = 10;

    private readonly GraphSpectralPenalty penalty;

    /// <summary>A penalty.</summary>
    /// <param name="rows">h, at least 1.</param>
    /// <param name="classes">C, at least 2.</param>
    /// <param name="weight">alpha, 0 or larger.</param>
    /// <param name="dtype">Type of the activations, <c>float32</c> if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public LabelClampedPenalty(int rows, int classes = 10, double weight = 1e-3, ScalarType? dtype = null)
        : base(nameof(LabelClampedPenalty))
    {
        if (rows < 1) throw new ArgumentOutOfRangeException(nameof(rows), rows, FormattableString.Invariant($"The layer has {rows} rows; expected 1 or more."));
        if (classes < 2) throw new ArgumentOutOfRangeException(nameof(classes), classes, FormattableString.Invariant($"There are {classes} classes; expected 2 or more."));
        (Rows, Classes) = (rows, classes);
        penalty = new GraphSpectralPenalty(Graph.Grid(rows + 1, classes), weight, dtype: dtype);
        RegisterComponents();
    }

    /// <summary>h.</summary>
    public int Rows { get; }

    /// <summary>C.</summary>
    public int Classes { get; }

    /// <summary>The penalty of a batch.</summary>
    /// <param name="activations">Z [B, h C], row-major.</param>
    /// <param name="labels">Labels [B], int64, 0 to C - 1, or -1 for none.</param>
    /// <returns>A scalar that carries the gradient.</returns>
    /// <exception cref="ArgumentException">A shape, a type or a label does not fit.</exception>
    public override Tensor forward(Tensor activations, Tensor labels)
    {
        var batch = Activations.Check(activations, (long)Rows * Classes, nameof(activations));
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.dim() != 1 || labels.size(0) != batch || labels.dtype != int64)
            throw new ArgumentException(FormattableString.Invariant(
                $"The labels are {labels.dtype} of shape [{string.Join(", ", labels.shape)}]; expected Int64 of shape [{batch}]."), nameof(labels));
        using var scope = NewDisposeScope();
        var (least, most) = (labels.min().ToInt64(), labels.max().ToInt64());
        if (least < -1 || most >= Classes)
            throw new ArgumentException(FormattableString.Invariant(
                $"A label is {(least < -1 ? least : most)}; expected 0 to {Classes - 1}, or -1 for none."), nameof(labels));
        var nodes = labels.unsqueeze(1).eq(arange(Classes, int64, labels.device)).to(activations.dtype).mul(Clamp);
        return penalty.call(cat([activations, nodes], 1)).MoveToOuterDisposeScope();
    }
}
