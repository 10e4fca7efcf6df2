namespace Limpid.Notebooks.Outputs;

/// <summary>How much of what one cell produces is kept, where nobody asks for another amount.</summary>
internal static class OutputLimits
{
    /// <summary>Characters of text.</summary>
    public const long Text = 1024 * 1024;

    /// <summary>Characters of displays and results.</summary>
    public const long Displays = 32 * 1024 * 1024;
}
