using System.Globalization;

namespace Limpid.Benchmarks;

/// <summary>Runs the comparisons at one thread and at two and writes the table.</summary>
internal static class Referee
{
    private const string GrowthTitle = "growth with the number of points";

    public static int Run(string[] arguments)
    {
        var only = Option(arguments, "--only");
        var report = Option(arguments, "--out") ?? "bench.md";
        var cli = Option(arguments, "--cli");
        var host = Option(arguments, "--host");
        Comparison[] all = [.. Comparison.Networks, .. GraphComparisons.All, .. RelevanceComparisons.All, .. MarginComparisons.All, .. MahalanobisComparisons.All];
        bool Chosen(string title) => only is null || title.Contains(only, StringComparison.OrdinalIgnoreCase);
        var chosen = all.Where(comparison => Chosen(comparison.Title)).ToArray();
        string[] others = [GrowthTitle, Digits.Title, Steadiness.Title, SpectralCost.Title, SpectralRepeats.Title, InfluenceCost.Title, ReadingCost.Title];
        if (chosen.Length == 0 && !others.Any(Chosen))
        {
            Console.Error.WriteLine($"No comparison has '{only}' in its title. There are: {string.Join("; ", all.Select(c => c.Title).Concat(others))}.");
            return 2;
        }
        var measurements = new List<Measurement>();
        foreach (var threads in new[] { 1, 2 })
        {
            foreach (var comparison in chosen.Where(comparison => comparison.Threads.Contains(threads)))
            {
                // New processes for each, so that a row doesn't depend on what ran before it.
                using var ours = Server.Ours(threads);
                using var peer = comparison.AgainstPeer ? Server.Python(threads) : null;
                using var baseline = comparison.Overhead ? Server.Baseline(threads) : null;
                var m = Measurement.Take(comparison, threads, ours, peer ?? ours, baseline);
                measurements.Add(m);
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{threads} thread(s)  {comparison.Title}: {m.Judged:0.000}"));
            }
        }
        var text = Report.Write(measurements, cli is null ? null : HostStart.Measure(cli), host is null ? null : KernelSpeed.Measure(host))
            + GraphReport.Write(Chosen(GrowthTitle) ? Grow() : [], Chosen(Digits.Title) ? Digits.Measure() : null)
            + (Chosen(Steadiness.Title) ? Steadiness.Measure().Text() : "")
            + (Chosen(SpectralCost.Title) ? SpectralCost.Measure().Text() : "")
            + (Chosen(SpectralRepeats.Title) ? SpectralRepeats.Measure().Text() : "")
            + (Chosen(InfluenceCost.Title) ? InfluenceCost.Measure().Text() : "")
            + (Chosen(ReadingCost.Title) ? ReadingCost.Measure().Text() : "");
        File.WriteAllText(report, text);
        Console.WriteLine(text);
        return 0;
    }

    private static IReadOnlyList<Growth> Grow()
    {
        using var ours = Server.Ours(2);
        return [.. GraphComparisons.Laws.Select(law => Growth.Measure(law.Workload, law.Power, ours))];
    }

    private static string? Option(string[] arguments, string name)
    {
        var at = Array.IndexOf(arguments, name);
        return at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }
}
