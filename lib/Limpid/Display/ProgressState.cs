using System.Globalization;

namespace Limpid.Display;

/// <summary>How far something is, and that in words.</summary>
/// <param name="Title">What is done.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all, or null.</param>
/// <param name="Elapsed">Time since the beginning.</param>
internal readonly record struct ProgressState(string Title, long Done, long? Total, TimeSpan Elapsed)
{
    /// <summary>The share that is done, or null if the total is not known.</summary>
    public double? Share => Total is { } total && total >= Done ? total == 0 ? 1 : (double)Done / total : null;

    /// <summary>A title without line breaks and control characters, which a terminal would obey.</summary>
    public static string Clean(string title) => string.Concat(title.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    /// <summary>The line while it runs.</summary>
    public string Now() => Join(Count, Done > 0 ? Time(Elapsed) : "", Rate, Left is { } left ? $"{Time(left)} left" : "");

    /// <summary>The line that stays.</summary>
    /// <param name="stopped">Whether it ended before it was done.</param>
    public string Last(bool stopped) => Join(stopped ? $"stopped at {Count}" : Count, Time(Elapsed), Rate, "");

    // More than expected: then the expectation was wrong.
    private string Count => Total is { } total && total >= Done ? FormattableString.Invariant($"{Done} of {total}") : Done.ToString(CultureInfo.InvariantCulture);

    private string Rate => (Done / Elapsed.TotalSeconds) switch
    {
        _ when Done == 0 || Elapsed <= TimeSpan.Zero => "",
        >= 100 and var rate => rate.ToString("F0", CultureInfo.InvariantCulture) + "/s",
        >= 1 and var rate => rate.ToString("F1", CultureInfo.InvariantCulture) + "/s",
        var rate => $"{Time(TimeSpan.FromSeconds(1 / rate))} each",
    };

    private TimeSpan? Left => Done > 0 && Total > Done ? Elapsed / Done * (Total.Value - Done) : null;

    private string Join(params string[] parts) => $"{Title}: {string.Join(", ", parts.Where(part => part.Length > 0))}";

    private static string Time(TimeSpan time) => time.TotalSeconds switch
    {
        < 59.95 and var seconds => FormattableString.Invariant($"{seconds:F1} s"),
        < 3599.5 and var seconds => FormattableString.Invariant($"{(int)Math.Round(seconds) / 60} min {(int)Math.Round(seconds) % 60:00} s"),
        var seconds => FormattableString.Invariant($"{(long)Math.Round(seconds / 60) / 60} h {(long)Math.Round(seconds / 60) % 60:00} min"),
    };
}
