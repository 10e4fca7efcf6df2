using System.Text.Json.Serialization;

namespace Limpid.Data;

/// <summary>What the manifest of trained weights says about one network.</summary>
/// <param name="Name">Unique in its manifest, for example <c>capsules-gsr</c>.</param>
/// <param name="File">The file beside the manifest, in TorchSharp's format.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">Its SHA-256, lower-case hexadecimal.</param>
/// <param name="Notebook">The notebook that trained it, its file name without <c>.ipynb</c>.</param>
/// <param name="Mode">The mode of that run: <c>quick</c>, <c>full</c> or <c>paper</c>.</param>
/// <param name="Seed">The seed it was trained from.</param>
/// <param name="Accuracy">Share of test samples read right after training; null for a network that does not classify.</param>
/// <param name="Settings">Everything else that it depends on, in words.</param>
/// <param name="Commit">The commit of the code that trained it; null if it is not known.</param>
public sealed record TrainedModel(
    string Name, string File, long Size, string Sha256, string Notebook, string Mode, long Seed, double? Accuracy, string Settings, string? Commit = null)
{
    /// <summary>For example "capsules-gsr: trained by capsules (full), seed 0, 98.50 % of test samples right".</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: trained by {Notebook} ({Mode}), seed {Seed}")
        + (Accuracy is { } share ? FormattableString.Invariant($", {100 * share:F2} % of test samples right") : "");

    /// <summary>Whether its name and file are plain names and size and hash are possible.</summary>
    [JsonIgnore]
    internal bool IsPlain => IsPlainName(Name) && IsPlainName(File) && Size >= 0 && Sha256.Length == 64 && Sha256.All(char.IsAsciiHexDigitLower);

    // Names become paths, so a separator or '..' in one would read elsewhere.
    private static bool IsPlainName(string name) => name.Length > 0 && name.Trim('.').Length > 0 && name.IndexOfAny(['/', '\\', ':']) < 0;
}
