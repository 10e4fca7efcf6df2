namespace Limpid.Benchmarks;

/// <summary>Layer-wise relevance propagation against forward and input gradient in the same framework, and against the same rules in plain PyTorch.</summary>
internal static class RelevanceComparisons
{
    public static readonly IReadOnlyList<Comparison> All = [.. Of("VGG-like network, 64 x 64 x 3, batch 64", "vgg", 1), .. Of("MLP 784-512-512-10, batch 64", "mlp", 40)];

    private static IEnumerable<Comparison> Of(string title, string network, int count)
    {
        Comparison Make(string what, string ours, string other, bool peer, double? asked) =>
            new($"{title}: {what}", $"relevance-{network}-{ours}", $"relevance-{network}-{other}", peer, count, asked) { Rounds = 15 };
        yield return Make("epsilon against forward and input gradient", "epsilon", "gradient", false, 1.3) with { Peer = "gradient" };
        yield return Make("gamma after ReLU against forward and input gradient", "gamma", "gradient", false, 2.3) with { Peer = "gradient" };
        yield return Make("PLRP-lambda against plain", "lambda", "epsilon", false, 1.3) with { Peer = "plain" };
        yield return Make("epsilon", "epsilon", "epsilon", true, 0.8);
        yield return Make("gamma", "gamma", "gamma", true, 0.8);
        yield return Make("PLRP-lambda, by sorting in PyTorch", "lambda", "lambda", true, 0.8);
    }
}
