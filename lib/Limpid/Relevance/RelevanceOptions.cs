namespace Limpid.Relevance;

/// <summary>What a propagation keeps and how much it does at once.</summary>
public sealed record RelevanceOptions
{
    private readonly int batchSize = 64;

    /// <summary>Whether the result holds the relevance of every layer's output.</summary>
    public bool Layers { get; init; }

    /// <summary>Whether the result holds the conservation ledger.</summary>
    public bool Ledger { get; init; }

    /// <summary>Samples that go through the network together, 64 by default; memory grows with it, results don't depend on it but for rounding.</summary>
    public int BatchSize
    {
        get => batchSize;
        init => batchSize = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(BatchSize), value, FormattableString.Invariant($"The batch size is {value}; expected 1 or more."));
    }
}
