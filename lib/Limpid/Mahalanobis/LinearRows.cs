using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis;

/// <summary>The rows w_i and biases b_i of a linear layer <c>s = W x + b</c>, copied in float64, and layers made of such.</summary>
internal static class LinearRows
{
    /// <summary>W [m, d] and b [m]; the tensors belong to the open dispose scope.</summary>
    internal static (Tensor Weight, Tensor Bias) Of(Linear layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return Of(layer.weight!, layer.bias);
    }

    /// <summary>W [m, d] and b [m], zeros if there is no bias; the tensors belong to the open dispose scope.</summary>
    internal static (Tensor Weight, Tensor Bias) Of(Tensor weight, Tensor? bias)
    {
        Points.CheckNumbers(weight, nameof(weight));
        if (weight.ndim != 2 || weight.numel() == 0) throw new ArgumentException($"The weight has shape [{string.Join(", ", weight.shape)}]; expected [rows, d].", nameof(weight));
        var rows = weight.size(0);
        if (bias is null) return (Points.Copy(weight), zeros([rows], dtype: float64));
        Points.CheckNumbers(bias, nameof(bias));
        if (bias.ndim != 1 || bias.size(0) != rows) throw new ArgumentException($"The bias has shape [{string.Join(", ", bias.shape)}]; expected [{rows}], one for each row.", nameof(bias));
        return (Points.Copy(weight), Points.Copy(bias));
    }

    /// <summary>Refuses a Gaussian of another dimension.</summary>
    internal static void CheckFit(Tensor weight, Gaussian gaussian)
    {
        ArgumentNullException.ThrowIfNull(gaussian);
        if (weight.size(1) != gaussian.Dimension)
            throw new ArgumentException($"The Gaussian has {gaussian.Dimension} dimensions; expected {weight.size(1)}, as many as the layer has inputs.", nameof(gaussian));
    }

    /// <summary>A layer with copies of these, in no dispose scope.</summary>
    internal static Linear Layer(Tensor weight, Tensor bias, ScalarType? dtype = null)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        Parameter Own(Tensor values) => (Parameter)new Parameter(values.detach().to(dtype ?? float64, copy: true).contiguous()).DetachFromDisposeScope();
        return nn.Linear(Own(weight), Own(bias));
    }
}
