using System.Text.Json;

namespace Limpid.Notebooks.Packages;

/// <summary>Reads what a restore wrote: obj/project.assets.json.</summary>
internal static class PackageAssets
{
    /// <summary>Null when there is no complete list, or a file of it is gone.</summary>
    public static RestoredPackages? TryRead(string folder)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "obj", "project.assets.json")));
            var root = document.RootElement;
            if (root.TryGetProperty("logs", out var logs) && logs.EnumerateArray().Any(log => log.GetProperty("level").GetString() == "Error")) return null;
            var read = Read(root);
            return read.Compile.Concat(read.Runtime).Concat(read.Native).All(File.Exists) ? read : null;
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException) { return null; }
    }

    private static RestoredPackages Read(JsonElement root)
    {
        var roots = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var libraries = root.GetProperty("libraries");
        // The target with the runtime identifier holds the native files; it comes after the one without.
        var target = root.GetProperty("targets").EnumerateObject().Last().Value;
        List<string> compile = [], runtime = [], native = [];
        foreach (var package in target.EnumerateObject().Where(p => p.Value.GetProperty("type").GetString() == "package"))
        {
            var path = libraries.GetProperty(package.Name).GetProperty("path").GetString()!;
            var home = roots.Select(r => Path.Combine(r, path)).FirstOrDefault(Directory.Exists) ?? Path.Combine(roots[0], path);
            compile.AddRange(Files(package.Value, "compile", home));
            runtime.AddRange(Files(package.Value, "runtime", home));
            native.AddRange(Files(package.Value, "native", home));
        }
        return new RestoredPackages(compile, runtime, native);
    }

    private static IEnumerable<string> Files(JsonElement package, string kind, string home) =>
        package.TryGetProperty(kind, out var files)
            ? files.EnumerateObject().Where(file => !file.Name.EndsWith("_._", StringComparison.Ordinal))
                .Select(file => Path.GetFullPath(Path.Combine(home, file.Name)))
            : [];
}
