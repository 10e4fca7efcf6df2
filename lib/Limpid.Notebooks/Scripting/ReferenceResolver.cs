using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Limpid.Notebooks.Scripting;

/// <summary>
/// Finds assemblies by path (relative to the file that names them; a cell's file is the notebook), by simple name, and what a found one
/// needs, beside it. Each file is opened once: without that every cell would map all references again, 4 MiB each time.
/// </summary>
internal sealed class ReferenceResolver(string folder) : MetadataReferenceResolver
{
    private static readonly ConcurrentDictionary<string, PortableExecutableReference> Opened = new(StringComparer.Ordinal);

    private readonly ConcurrentQueue<string> _missing = new();

    public override bool ResolveMissingAssemblies => true;

    /// <summary>Full paths asked for and not found since the last call.</summary>
    public IReadOnlyList<string> TakeMissing()
    {
        var taken = new List<string>();
        while (_missing.TryDequeue(out var path)) taken.Add(path);
        return taken;
    }

    public static PortableExecutableReference Open(string path) => Opened.GetOrAdd(path, p => MetadataReference.CreateFromFile(p));

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        var path = Path.GetFullPath(reference, BaseFolder(baseFilePath, folder));
        if (File.Exists(path)) return [With(Open(path), properties)];
        if (PlatformAssemblies.Find(reference) is { } platform) return [With(Open(platform), properties)];
        _missing.Enqueue(path);
        return [];
    }

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        if (definition is PortableExecutableReference { FilePath: { } asking })
        {
            var beside = Path.Combine(Path.GetDirectoryName(asking)!, referenceIdentity.Name + ".dll");
            if (File.Exists(beside)) return Open(beside);
        }
        return PlatformAssemblies.Find(referenceIdentity.Name) is { } path ? Open(path) : null;
    }

    /// <summary>The folder relative paths in a file start from. Cells have names like "cell 3", which are no paths.</summary>
    public static string BaseFolder(string? baseFilePath, string folder) =>
        baseFilePath is not null && Path.IsPathRooted(baseFilePath) ? Path.GetDirectoryName(baseFilePath)! : folder;

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private static PortableExecutableReference With(PortableExecutableReference reference, MetadataReferenceProperties properties) =>
        reference.Properties == properties ? reference : reference.WithProperties(properties);
}
