namespace Limpid.Evaluation;

/// <summary>In which order layers are randomised; those done stay random.</summary>
public enum Cascade
{
    /// <summary>From the layer next to the output to that next to the input.</summary>
    TopDown,

    /// <summary>From the layer next to the input to that next to the output.</summary>
    BottomUp,
}
