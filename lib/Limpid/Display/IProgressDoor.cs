namespace Limpid.Display;

/// <summary>Where progress shows.</summary>
internal interface IProgressDoor
{
    /// <summary>Shows how far it is, in place of what was shown before.</summary>
    /// <param name="rows">The bar, and the bars inside it; at least one.</param>
    void Show(IReadOnlyList<ProgressState> rows);

    /// <summary>Leaves one line in place of the bar.</summary>
    void End(string line);
}
