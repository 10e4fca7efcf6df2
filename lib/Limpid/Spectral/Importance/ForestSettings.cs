namespace Limpid.Spectral.Importance;

/// <summary>How a forest is grown.</summary>
/// <param name="Trees">At least 1.</param>
/// <param name="Depth">The most splits above a leaf, at least 1.</param>
/// <param name="Leaf">The fewest samples in a leaf, at least 1.</param>
/// <param name="Features">Inputs looked at for each split; 0 for the usual: the root of their number for classes, all for numbers.</param>
/// <param name="Bootstrap">Whether each tree gets samples drawn with replacement, as many as there are, and not all.</param>
public sealed record ForestSettings(int Trees = 100, int Depth = int.MaxValue, int Leaf = 1, int Features = 0, bool Bootstrap = true)
{
    internal int Looked(int inputs, bool classes) => Features > 0 ? Math.Min(Features, inputs) : classes ? Math.Max(1, (int)Math.Sqrt(inputs)) : inputs;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Trees, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Depth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Leaf, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Features);
    }
}
