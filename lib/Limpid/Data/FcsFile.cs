namespace Limpid.Data;

/// <summary>A flow or mass cytometry measurement.</summary>
/// <param name="Version">For example <c>FCS3.1</c>.</param>
/// <param name="Keywords">What the file says of itself; names in upper case, for example <c>$TOT</c>.</param>
/// <param name="Channels">The channels.</param>
/// <param name="Values">[events, channels] as stored: neither compensated nor on another scale.</param>
public sealed record FcsFile(string Version, IReadOnlyDictionary<string, string> Keywords, IReadOnlyList<FcsChannel> Channels, double[,] Values);
