namespace Limpid.Reproduction;

/// <summary>One claim as declared in <c>claims.json</c> before the first run that evaluates it. Immutable.</summary>
public sealed record Claim
{
    /// <summary>Unique within its paper, for example <c>gsr-accuracy</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The notebook that evaluates it: its file name without <c>.ipynb</c>.</summary>
    public required string Notebook { get; init; }

    /// <summary>The claim as a sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>The paper's figure, table or equation.</summary>
    public required string Reference { get; init; }

    /// <summary>Who says it.</summary>
    public required ClaimSource Source { get; init; }

    /// <summary>By which rule it is decided.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>What is computed, with its unit.</summary>
    public required string Statistic { get; init; }

    /// <summary>The smallest mode whose run decides it: <c>quick</c>, <c>full</c> or <c>paper</c>.</summary>
    public required RunMode DecidedBy { get; init; }

    /// <summary>The number of replicates, with the seeds 0, 1, ... (<see cref="Seed.Reported"/>); at least 5 for a direction, 1 for an identity unless stated.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>The paper's number as printed, for example <c>98.0</c>: its last digit counts. Needed for a number.</summary>
    public string? PaperValue { get; init; }

    /// <summary>The paper's standard deviation over its runs as printed, if it gives one.</summary>
    public string? PaperSpread { get; init; }

    /// <summary>The paper's number of runs, needed with <see cref="PaperSpread"/>.</summary>
    public int? PaperRuns { get; init; }

    /// <summary>How far off a number read from a figure may be; needed for a digitised number.</summary>
    public double? DigitisingError { get; init; }

    /// <summary>The largest deviation allowed; needed for an identity.</summary>
    public double? Tolerance { get; init; }

    /// <summary>Which way; needed for a direction, optional for a number (then a missed number with the right direction is <c>partly</c>).</summary>
    public ClaimDirection? Direction { get; init; }

    /// <summary>What must be added to the baseline: -0.3 with <c>greater</c> claims ours - baseline > -0.3.</summary>
    public double Margin { get; init; }

    /// <summary>What a direction is held against beside its baseline, in words: untrained network, permuted neurons, ...; needed for a direction.</summary>
    public string? Control { get; init; }

    /// <summary>The level of a direction's sign tests; 0.05 unless the claim asks for a stricter one.</summary>
    public double Level { get; init; } = ClaimRule.Level;

    /// <summary>Whether the statistic is made of times, which no two runs share; such a number is never compared between runs.</summary>
    public bool Timed { get; init; }

    /// <summary>The setting that the paper does not state, if the claim can't be tested for want of it.</summary>
    public string? SettingUnknown { get; init; }

    /// <summary>Whether a run in that mode decides the claim.</summary>
    /// <param name="mode">The run's mode.</param>
    public bool IsDecidedIn(RunMode mode) => SettingUnknown is null && mode >= DecidedBy;
}
