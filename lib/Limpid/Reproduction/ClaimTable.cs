using System.Text.Json;
using Limpid.Display;

namespace Limpid.Reproduction;

/// <summary>Paper versus ours, claim by claim. Shows itself as a table and carries the records for <c>./limpid reproduce</c>.</summary>
[TypeFormatterSource(typeof(ClaimTableFormatters), PreferredMimeTypes = ["text/html", "text/plain", ClaimTableFormatters.Records])]
public sealed class ClaimTable
{
    private readonly IReadOnlyDictionary<string, ClaimRecord> _committed;

    internal ClaimTable(RunMode mode, IReadOnlyList<ClaimResult> results, IReadOnlyDictionary<string, ClaimRecord> committed)
    {
        Mode = mode;
        Results = results;
        _committed = committed;
    }

    /// <summary>The mode of the run.</summary>
    public RunMode Mode { get; }

    /// <summary>One result per claim, in the order of the file.</summary>
    public IReadOnlyList<ClaimResult> Results { get; }

    /// <summary>How many of the claims that are not our own held; in words.</summary>
    public string Headline
    {
        get
        {
            ClaimResult[] theirs = [.. Results.Where(result => result.Claim.Source != ClaimSource.Ours)];
            int Count(Verdict verdict) => theirs.Count(result => result.Verdict == verdict);
            return $"{theirs.Length} claims in {Mode.Text()} mode: {Count(Verdict.Reproduced)} reproduced, {Count(Verdict.Partly)} partly, "
                + $"{Count(Verdict.NotReproduced)} not reproduced, {Count(Verdict.NotTested)} not tested";
        }
    }

    /// <summary>The records as a JSON array.</summary>
    public string ToJson() => JsonSerializer.Serialize(Results.Select(result => result.Record), ClaimFile.Json);

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', Results.Select(result => result.ToString()).Prepend(Headline));

    internal string ToHtml()
    {
        // The committed column only appears where it has something to say.
        bool committed = Results.Any(result => CommittedText(result) is not null);
        string[] heads = ["claim", "reference", "source", "paper", $"ours ({Mode.Text()})", .. committed ? ["committed full run"] : Array.Empty<string>(), "seeds", "allowed", "verdict", "note"];
        string head = string.Concat(heads.Select(text => $"<th style=\"text-align:left\">{text}</th>"));
        string body = string.Concat(Results.Select(result => $"<tr>{string.Concat(Cells(result, committed).Select(text => $"<td style=\"text-align:left\">{Show.Html(text)}</td>"))}</tr>"));
        return $"<table><caption>{Show.Html(Headline)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>";
    }

    private string[] Cells(ClaimResult result, bool committed) =>
    [
        result.Claim.Sentence,
        result.Claim.Reference,
        SourceText(result.Claim.Source),
        result.PaperText,
        result.OursText,
        .. committed ? [CommittedText(result) ?? ""] : Array.Empty<string>(),
        FormattableString.Invariant($"{result.Record.Seeds}"),
        result.Record.Tolerance is { } allowed ? Show.Number(allowed) : "–",
        result.Verdict.Text(),
        result.Record.Note,
    ];

    private string? CommittedText(ClaimResult result) =>
        result.Verdict == Verdict.NotTested && _committed.TryGetValue(result.Claim.Id, out ClaimRecord? full) && full.Ours is { } ours
            ? $"{Show.Mean(ours, full.Spread)}, {full.Verdict.Text()}"
            : null;

    private static string SourceText(ClaimSource source) => JsonSerializer.SerializeToElement(source, ClaimFile.Json).GetString()!;
}
