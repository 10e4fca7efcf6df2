using System.Globalization;
using System.Net;

namespace Limpid.Reproduction;

/// <summary>Values as text, in the same way everywhere.</summary>
internal static class Show
{
    /// <summary>Four significant digits.</summary>
    public static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>A mean with its spread, if it has one.</summary>
    public static string Mean(double mean, double? spread) => spread is { } s ? $"{Number(mean)} ± {s.ToString("G2", CultureInfo.InvariantCulture)}" : Number(mean);

    /// <summary>Text made safe for HTML.</summary>
    public static string Html(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Bytes in the unit that suits them.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1_000_000 => FormattableString.Invariant($"{bytes / 1e3:0.0} kB"),
        < 1_000_000_000 => FormattableString.Invariant($"{bytes / 1e6:0} MB"),
        _ => FormattableString.Invariant($"{bytes / 1e9:0.00} GB"),
    };
}
