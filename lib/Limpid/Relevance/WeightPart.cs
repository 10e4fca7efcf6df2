using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>What stands in for the weights W or the bias b in a rule.</summary>
/// <param name="Name">Its symbol, for w.</param>
/// <param name="Of">Computes it, entry by entry.</param>
public sealed record WeightPart(string Name, Func<Tensor, Tensor> Of)
{
    /// <summary>w.</summary>
    public static WeightPart All { get; } = new("w", w => w);

    /// <summary>w+ = max(w, 0).</summary>
    public static WeightPart Positive { get; } = new("w+", w => w.clamp_min(0));

    /// <summary>w- = min(w, 0).</summary>
    public static WeightPart Negative { get; } = new("w-", w => w.clamp_max(0));

    /// <summary>w^2.</summary>
    public static WeightPart Square { get; } = new("w^2", w => w.square());

    /// <summary>1 for every entry.</summary>
    public static WeightPart One { get; } = new("1", w => ones_like(w));

    /// <summary>w + gamma w+.</summary>
    /// <param name="gamma">gamma.</param>
    public static WeightPart MorePositive(double gamma) => new(FormattableString.Invariant($"w + {gamma} w+"), w => w.clamp_min(0).mul_(gamma).add_(w));

    /// <summary>w + gamma w-.</summary>
    /// <param name="gamma">gamma.</param>
    public static WeightPart MoreNegative(double gamma) => new(FormattableString.Invariant($"w + {gamma} w-"), w => w.clamp_max(0).mul_(gamma).add_(w));
}
