using Limpid.Notebooks.Outputs;

namespace Microsoft.DotNet.Interactive;

/// <summary>The cell that is running; the part of the genuine type of this name that notebooks use.</summary>
public sealed class KernelInvocationContext
{
    private readonly CellScope _scope;

    private KernelInvocationContext(CellScope scope) => _scope = scope;

    /// <summary>The context of the running cell, or null when none runs.</summary>
    public static KernelInvocationContext? Current => CellScope.Current is { } scope ? new KernelInvocationContext(scope) : null;

    /// <summary>Cancelled when the cell is asked to stop.</summary>
    public CancellationToken CancellationToken => _scope.Cancellation;
}
