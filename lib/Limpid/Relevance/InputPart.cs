using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>What stands in for the input x in a rule.</summary>
/// <param name="Name">Its symbol.</param>
/// <param name="Of">Computes it from x; the result has x's shape.</param>
public sealed record InputPart(string Name, Func<Tensor, Tensor> Of)
{
    /// <summary>x.</summary>
    public static InputPart All { get; } = new("x", x => x);

    /// <summary>x+ = max(x, 0).</summary>
    public static InputPart Positive { get; } = new("x+", x => x.clamp_min(0));

    /// <summary>x- = min(x, 0).</summary>
    public static InputPart Negative { get; } = new("x-", x => x.clamp_max(0));

    /// <summary>1 for every entry.</summary>
    public static InputPart One { get; } = new("1", x => ones_like(x));

    /// <summary>The same value for every sample: a bound of the input's range.</summary>
    /// <param name="name">Its symbol.</param>
    /// <param name="value">A tensor that broadcasts to x; it stays the caller's.</param>
    /// <param name="factor">A factor.</param>
    public static InputPart Constant(string name, Tensor value, double factor) =>
        new(name, x => value.detach().to(x.dtype).to(x.device).mul(factor).expand(x.shape).contiguous());
}
