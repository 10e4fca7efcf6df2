using System.Globalization;
using Limpid.Cli.Publishing;

namespace Limpid.Cli.Checking;

/// <summary>Compares the numbers that two figures draw.</summary>
internal static class FigureComparison
{
    /// <summary>What differs, in words; nothing if they agree.</summary>
    /// <param name="now">The figure of this run.</param>
    /// <param name="stored">The stored one.</param>
    /// <param name="sameMachine">Whether each number must be equal.</param>
    public static IEnumerable<string> Differences(FigureOutput now, FigureOutput stored, bool sameMachine)
    {
        IReadOnlyList<FigureNumbers> ours = FigureNumbers.Of(now.Json), theirs = FigureNumbers.Of(stored.Json);
        string[] shape = [.. Shape(ours)], storedShape = [.. Shape(theirs)];
        if (!shape.SequenceEqual(storedShape))
            return [$"draws {Listed(shape.Except(storedShape))} where {Listed(storedShape.Except(shape))} is stored"];
        return sameMachine
            ? ours.Zip(theirs).Select(pair => Exact(pair.First, pair.Second)).OfType<string>()
            : ours.Zip(theirs).GroupBy(pair => pair.First.Key).SelectMany(group => Similar(group.Key, [.. group.SelectMany(pair => Numbers(pair.First))], [.. group.SelectMany(pair => Numbers(pair.Second))]));
    }

    private static IEnumerable<string> Shape(IEnumerable<FigureNumbers> figure) =>
        figure.Select(part => FormattableString.Invariant($"{part.Values.Count} {part.Key} in trace {part.Trace + 1}"));

    private static string Listed(IEnumerable<string> parts) => string.Join(", ", parts) is { Length: > 0 } text ? text : "nothing more";

    private static string? Exact(FigureNumbers now, FigureNumbers stored)
    {
        int[] wrong = [.. Enumerable.Range(0, now.Values.Count).Where(i => !CheckTolerance.AreEqual(now.Values[i], stored.Values[i]))];
        if (wrong.Length == 0)
            return null;
        // A number that is missing on one side differs more than any other.
        int worst = wrong.MaxBy(i => now.Values[i] is { } a && stored.Values[i] is { } b ? Math.Abs(a - b) : double.PositiveInfinity);
        return FormattableString.Invariant($"{now.Key} of {now.Name}: {wrong.Length} of {now.Values.Count} numbers differ, most number {worst + 1}: {Text(now.Values[worst])} where {Text(stored.Values[worst])} is stored");
    }

    private static IEnumerable<string> Similar(string key, double[] now, double[] stored)
    {
        if (now.Length == 0 || stored.Length == 0)
        {
            if (now.Length != stored.Length)
                yield return FormattableString.Invariant($"{key}: {now.Length} numbers where {stored.Length} are stored");
            yield break;
        }
        double mean = now.Average(), storedMean = stored.Average(), spread = Deviation(now), storedSpread = Deviation(stored);
        // Numbers that are all one have no spread to measure by.
        double allowed = storedSpread > 0 ? CheckTolerance.Mean * storedSpread : CheckTolerance.Claim * Math.Abs(storedMean);
        if (!(Math.Abs(mean - storedMean) <= allowed))
            yield return FormattableString.Invariant($"{key}: mean {Text(mean)} where {Text(storedMean)} is stored, allowed ±{Text(allowed)}");
        if (storedSpread > 0 && !(spread >= storedSpread / CheckTolerance.Spread && spread <= storedSpread * CheckTolerance.Spread))
            yield return FormattableString.Invariant($"{key}: standard deviation {Text(spread)} where {Text(storedSpread)} is stored, allowed up to a factor {CheckTolerance.Spread}");
    }

    private static IEnumerable<double> Numbers(FigureNumbers part) => part.Values.OfType<double>();

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static string Text(double? value) => value?.ToString("G5", CultureInfo.InvariantCulture) ?? "none";
}
