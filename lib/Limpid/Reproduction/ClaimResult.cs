using Limpid.Display;

namespace Limpid.Reproduction;

/// <summary>A claim, this run's numbers and the verdict. Shows itself as one line.</summary>
[TypeFormatterSource(typeof(ClaimResultFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class ClaimResult
{
    internal ClaimResult(Claim claim, ClaimRecord record)
    {
        Claim = claim;
        Record = record;
    }

    /// <summary>The claim as declared.</summary>
    public Claim Claim { get; }

    /// <summary>The numbers and the verdict.</summary>
    public ClaimRecord Record { get; }

    /// <summary>The verdict.</summary>
    public Verdict Verdict => Record.Verdict;

    /// <inheritdoc/>
    public override string ToString() => $"{Claim.Id}: {Record.Verdict.Text()} (paper {PaperText}, ours {OursText}; {Record.Note})";

    internal string PaperText => Claim.PaperValue is { } value ? value + (Claim.PaperSpread is { } spread ? " ± " + spread : "") : "–";

    internal string OursText => Record.Ours is { } ours ? Show.Mean(ours, Record.Spread) : "–";

    internal string Html => $"<p>{Show.Html(Claim.Sentence)} <b>{Record.Verdict.Text()}</b><br/>paper {Show.Html(PaperText)}, ours {Show.Html(OursText)}; {Show.Html(Record.Note)}</p>";
}
