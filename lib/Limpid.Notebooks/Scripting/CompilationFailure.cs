using Microsoft.CodeAnalysis;

namespace Limpid.Notebooks.Scripting;

/// <summary>A cell did not compile. <c>Missing</c> holds the files its references asked for in vain.</summary>
internal sealed class CompilationFailure(IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<string> missing) : Exception
{
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;

    public IReadOnlyList<string> Missing { get; } = missing;
}
