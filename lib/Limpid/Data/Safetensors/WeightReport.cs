using System.Collections.Immutable;

namespace Limpid.Data.Safetensors;

/// <summary>What became of the tensors when weights were loaded.</summary>
/// <param name="Loaded">Names in the module that got a value.</param>
/// <param name="Missing">Names in the module for which the file has nothing; they kept what they had.</param>
/// <param name="Unused">Names in the file that nothing in the module takes.</param>
public sealed record WeightReport(ImmutableArray<string> Loaded, ImmutableArray<string> Missing, ImmutableArray<string> Unused)
{
    /// <summary>Whether every tensor of the module and of the file found its counterpart.</summary>
    public bool IsComplete => Missing.Length == 0 && Unused.Length == 0;

    /// <summary>The counts, and the names that were left over.</summary>
    public override string ToString() => FormattableString.Invariant($"{Loaded.Length} tensors loaded")
        + (Missing.Length == 0 ? "" : $"; missing in the file: {string.Join(", ", Missing)}") + (Unused.Length == 0 ? "" : $"; unused: {string.Join(", ", Unused)}");
}
