using TorchSharp;
using static TorchSharp.torch;

namespace Limpid;

/// <summary>Whether a tensor holds finite numbers only.</summary>
internal static class FiniteNumbers
{
    /// <summary>Whether there is neither NaN nor infinity; true without entries and for whole numbers.</summary>
    internal static bool All(Tensor values)
    {
        if (!values.is_floating_point()) return true;
        using var scope = NewDisposeScope();
        using var still = no_grad();
        // A sum is one fast pass, and finite only if all terms are; large finite terms may overflow it.
        return double.IsFinite(values.sum().ToDouble()) || values.isfinite().all().ToBoolean();
    }
}
