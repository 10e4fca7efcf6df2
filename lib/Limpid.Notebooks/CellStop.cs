using System.ComponentModel;

namespace Limpid.Notebooks;

/// <summary>
/// What every loop of a cell calls on each round, so that a cell can be stopped; the host writes the calls into the code it compiles.
/// The runtime's own way (ControlledExecution) was tried first: on .NET 10.0.12 an abort took the whole process down in 6 of 6 trials, or
/// left a lock taken for ever.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellStop
{
    private static volatile bool _requested;

    /// <summary>Leaves the cell if it was asked to stop.</summary>
    /// <exception cref="OperationCanceledException">It was.</exception>
    public static void Check()
    {
        if (_requested) Leave();
    }

    internal static void Request(bool requested) => _requested = requested;

    private static void Leave() => throw new OperationCanceledException("the cell was asked to stop");
}
