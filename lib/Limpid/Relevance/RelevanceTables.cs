using System.Net;
using Limpid.Figures;
using TorchSharp;

namespace Limpid.Relevance;

/// <summary>Plans, results and their books as tables; null where there is nothing to show.</summary>
internal static class RelevanceTables
{
    internal const string NoLedger = "No ledger was kept: ask for it with RelevanceOptions.Ledger.";
    internal const string NothingPruned = "Nothing was pruned.";
    private const int MaxSamples = 10;

    /// <summary>The table as HTML, or a sentence in its place.</summary>
    internal static string Html(Table? table, string otherwise) => table?.ToHtml() ?? $"<p>{WebUtility.HtmlEncode(otherwise)}</p>";

    /// <summary>The table as text, or a sentence in its place.</summary>
    internal static string Text(Table? table, string otherwise) => table?.ToString() ?? otherwise;

    /// <summary>Layer, kind, rule and pruned shares; problems last.</summary>
    internal static Table Of(RelevancePlan plan)
    {
        var problems = plan.Problems.IsEmpty ? "" : $" It can't run: {string.Join(" ", plan.Problems)}";
        var pruned = plan.Rows.Any(row => row.Shares is not null);
        string[] header = ["layer", "kind", "rule", .. pruned ? (string[])["p+", "p-"] : []];
        return Figures.Figures.Table(header, [.. plan.Rows.Select(row => (object?[])[row.Layer, row.Kind, row.Rule?.Name ?? "none",
            .. pruned ? (object?[])[row.Shares?.Positive, row.Shares?.Negative] : []])],
            $"Composite {plan.Composite}, layers in the order of execution.{(pruned ? " Pruned is the relevance of a layer's inputs." : "")}{problems}");
    }

    /// <summary>A line for each of the first samples.</summary>
    internal static Table Of(RelevanceResult result)
    {
        using var scope = torch.NewDisposeScope();
        var count = (int)result.Input.size(0);
        var rows = result.Input.detach().reshape([count, -1]);
        var sums = rows.sum(1L, false, torch.ScalarType.Float64).cpu().data<double>().ToArray();
        var used = rows.ne(0).sum(1L).cpu().data<long>().ToArray();
        var target = result.Target.cpu().data<long>().ToArray();
        var scores = result.Scores.detach().to(torch.ScalarType.Float64).gather(1, result.Target.clamp_min(0).unsqueeze(1)).flatten().cpu().data<double>().ToArray();
        object?[] Line(int i) => target[i] < 0
            ? [i, "own start", null, sums[i], null, used[i]]
            : [i, target[i], scores[i], sums[i], scores[i] - sums[i], used[i]];
        var first = count > MaxSamples ? FormattableString.Invariant($", the first {MaxSamples} of {count}") : "";
        return Figures.Figures.Table(["sample", "class", "score", "relevance of the input", "absorbed", "entries not 0"],
            [.. Enumerable.Range(0, Math.Min(count, MaxSamples)).Select(Line)],
            FormattableString.Invariant($"Relevance of {rows.size(1)} inputs{first}. Absorbed is the score less what reached the input."));
    }

    /// <summary>Means over the samples, for each layer.</summary>
    internal static Table? Of(RelevanceLedger ledger)
    {
        if (ledger.Count == 0) return null;
        object?[] Line(LedgerRow row)
        {
            // What is left by rounding is shown as none.
            var mass = row.In.Positive.Zip(row.In.Negative, (up, down) => up - down).Average();
            double Shown(double value) => Math.Abs(value) <= 1e-12 * mass ? 0 : value;
            return [row.Layer, row.Rule, row.In.Total.Average(), Shown(row.Bias.Total.Average()), Shown(row.Stabiliser.Total.Average()), Shown(row.Rest.Average()),
                row.Out.Total.Average(), row.Out.Positive.Average(), row.Out.Negative.Average()];
        }
        return Figures.Figures.Table(["layer", "rule", "in", "bias", "stabiliser", "rest", "out", "of it positive", "negative"], [.. ledger.Select(Line)],
            $"in = bias + stabiliser + rest + out{Mean(ledger[0].Rest.Length)}.");
    }

    /// <summary>Means over the samples, for each pruned layer.</summary>
    internal static Table? Of(PruningReport report)
    {
        if (report.Count == 0) return null;
        static double? Share(PrunedLayer layer, Func<SampleCut, SignedCut> sign)
        {
            SignedCut[] cuts = [.. layer.Samples.Select(sign).Where(cut => cut.Mass > 0)];
            return cuts.Length == 0 ? null : cuts.Average(cut => cut.CutMass / cut.Mass);
        }
        return Figures.Figures.Table(
            ["pruned input of", "entries", "entries cut", "positive mass cut", "negative mass cut", "lambda+", "lambda-", "fallbacks"],
            [.. report.Select(layer => (object?[])[layer.Layer, layer.Entries, layer.Samples.Average(cut => (double)(cut.Positive.Entries + cut.Negative.Entries)),
                Share(layer, cut => cut.Positive), Share(layer, cut => cut.Negative),
                layer.Samples.Average(cut => cut.Positive.Lambda), layer.Samples.Average(cut => cut.Negative.Lambda), layer.Fallbacks])],
            $"Masses as shares of their sign's{Mean(report[0].Samples.Length)}.");
    }

    private static string Mean(int samples) => samples == 1 ? "" : FormattableString.Invariant($"; means over {samples} samples");
}
