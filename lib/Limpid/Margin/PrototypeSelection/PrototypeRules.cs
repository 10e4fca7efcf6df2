namespace Limpid.Margin.PrototypeSelection;

/// <summary>The names of the rules of choice that are compared.</summary>
public static class PrototypeRules
{
    /// <summary>MARGIN, global signal: peaks of the signal, no two neighbours in one round.</summary>
    public const string Global = "MARGIN global";

    /// <summary>MARGIN, class-wise signal: peaks of each class in turn, no two neighbours in one round.</summary>
    public const string Local = "MARGIN local";

    /// <summary>The peaks of the global signal as they come.</summary>
    public const string Peaks = "peaks as they come";

    /// <summary>The least influence, global signal.</summary>
    public const string Least = "least influence, global";

    /// <summary>The least influence, class-wise signal.</summary>
    public const string LeastLocal = "least influence, local";

    /// <summary>The least low-pass value, global signal.</summary>
    public const string Central = "low-pass, global";

    /// <summary>The least low-pass value, class-wise signal.</summary>
    public const string CentralLocal = "low-pass, local";

    /// <summary>MMD-critic's prototypes, global kernel.</summary>
    public const string CriticGlobal = "MMD-critic global";

    /// <summary>MMD-critic's prototypes, class-wise kernel.</summary>
    public const string CriticLocal = "MMD-critic local";

    /// <summary>Random choices, their errors averaged.</summary>
    public const string Random = "random";

    /// <summary>MARGIN's criticisms, global signal: the largest influence.</summary>
    public const string Criticisms = "MARGIN criticisms";

    /// <summary>The pits of the global signal.</summary>
    public const string Pits = "pits";

    /// <summary>MMD-critic's criticisms, global kernel, after all its prototypes.</summary>
    public const string CriticCriticisms = "MMD-critic criticisms";
}
