using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Limpid.Notebooks.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting.Hosting;

namespace Limpid.Notebooks.Packages;

/// <summary>The NuGet packages a session has asked for. They resolve together, so each new one restores the whole set again.</summary>
internal sealed partial class PackageSet(InteractiveAssemblyLoader loader)
{
    private readonly SortedDictionary<string, string> _asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _loaded = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _native = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _managed = new(StringComparer.OrdinalIgnoreCase);
    private bool _hooked;

    /// <exception cref="CellException">The line is malformed, asks for a second version, or the package can't be had.</exception>
    public IReadOnlyList<MetadataReference> Add(CellReference reference, CancellationToken cancellation)
    {
        var match = Form().Match(reference.Text);
        if (!match.Success)
            throw new CellException("PackageError", reference.Line, $"""write #r "nuget: NAME, VERSION" with an exact version; found "{reference.Text}" """.Trim());
        var (name, version) = (match.Groups[1].Value, match.Groups[2].Value);
        if (_asked.TryGetValue(name, out var before))
        {
            if (before == version) return [];
            throw new CellException("PackageError", reference.Line, $"package {name} {before} is loaded already; {version} needs a restart");
        }
        var asked = new SortedDictionary<string, string>(_asked, StringComparer.OrdinalIgnoreCase) { [name] = version };
        try
        {
            var restored = PackageRestore.Restore(asked, cancellation);
            var references = Load(restored);
            _asked[name] = version;
            return references;
        }
        catch (PackageException e)
        {
            throw new CellException("PackageError", reference.Line, $"package {name} {version} can't be had: {e.Message}");
        }
    }

    private List<MetadataReference> Load(RestoredPackages restored)
    {
        foreach (var path in restored.Runtime) _managed.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        foreach (var path in restored.Native) _native.TryAdd(Path.GetFileName(path), path);
        if (!_hooked)
        {
            AssemblyLoadContext.Default.Resolving += ResolveManaged;
            AssemblyLoadContext.Default.ResolvingUnmanagedDll += ResolveNative;
            _hooked = true;
        }
        foreach (var path in restored.Runtime.Where(_loaded.Add))
            loader.RegisterDependency(AssemblyLoadContext.Default.LoadFromAssemblyPath(path));
        return [.. restored.Compile.Select(ReferenceResolver.Open)];
    }

    private Assembly? ResolveManaged(AssemblyLoadContext context, AssemblyName name) =>
        name.Name is { } simple && _managed.TryGetValue(simple, out var path) ? context.LoadFromAssemblyPath(path) : null;

    private nint ResolveNative(Assembly assembly, string name)
    {
        foreach (var file in (string[])[name, name + ".so", "lib" + name + ".so", "lib" + name, name + ".dll", "lib" + name + ".dylib", name + ".dylib"])
            if (_native.TryGetValue(file, out var path) && NativeLibrary.TryLoad(path, out var handle)) return handle;
        return 0;
    }

    [GeneratedRegex(@"^nuget:\s*([A-Za-z0-9_.\-]+)\s*,\s*([0-9][0-9A-Za-z.\-+]*)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
