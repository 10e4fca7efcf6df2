using System.Text;

namespace Limpid.Benchmarks;

/// <summary>What is measured of the graph part without a peer, as Markdown.</summary>
internal static class GraphReport
{
    public static string Write(IReadOnlyList<Growth> growths, Digits? digits)
    {
        var text = new StringBuilder();
        if (growths.Count > 0)
        {
            text.AppendLine().AppendLine("Growth with the number of points n, 2 threads, time proportional to n to the power shown:").AppendLine();
            text.AppendLine(FormattableString.Invariant($"| work | {string.Join(" | ", GraphComparisons.Sizes)} | power | expected |"));
            text.AppendLine(string.Concat(Enumerable.Repeat("|---", GraphComparisons.Sizes.Count + 3)) + "|");
            foreach (var growth in growths)
                text.AppendLine(FormattableString.Invariant(
                    $"| {growth.Workload} | {string.Join(" | ", growth.Seconds.Select(Report.Time))} | {growth.Exponent:0.00} | {growth.Power} |"));
        }
        if (digits is not null)
            text.AppendLine().AppendLine(FormattableString.Invariant(
                $"{Digits.Title}: {digits.Seconds:0.0} s, at most {digits.Megabytes:0} MB for the whole process; asked <= {Digits.AskedMegabytes:0} MB: {Report.Word(digits.Megabytes <= Digits.AskedMegabytes)}."));
        return text.ToString();
    }
}
