using Microsoft.CodeAnalysis;

namespace Limpid.Notebooks.Scripting;

/// <summary>Finds what <c>#load</c> names: relative to the file that names it; a cell's file is the notebook.</summary>
internal sealed class SourceResolver(string folder) : SourceReferenceResolver
{
    public override string NormalizePath(string path, string? baseFilePath) => path;

    public override string? ResolveReference(string path, string? baseFilePath)
    {
        var full = Path.GetFullPath(path, ReferenceResolver.BaseFolder(baseFilePath, folder));
        return File.Exists(full) ? full : null;
    }

    public override Stream OpenRead(string resolvedPath) => File.OpenRead(resolvedPath);

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
