using System.Text.Json;
using System.Text.Json.Nodes;
using Limpid.Notebooks.Files;
using Limpid.Notebooks.Running;

namespace Limpid.Notebooks.Jupyter;

/// <summary>How Jupyter finds and starts this kernel: a folder with <c>kernel.json</c>, below a folder <c>kernels</c> of Jupyter's data path.</summary>
public static class KernelSpec
{
    /// <summary>The kernel's name, which notebooks carry in their metadata: the name under which the genuine C# kernel was known.</summary>
    public const string Name = ".net-csharp";

    /// <summary>What front ends call it.</summary>
    public const string DisplayName = ".NET (C#)";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <summary>Writes the description of the kernel of this build.</summary>
    /// <param name="data">A folder of Jupyter's data path; <c>kernels/.net-csharp</c> is created in it.</param>
    /// <returns>The folder that holds <c>kernel.json</c>.</returns>
    /// <exception cref="ArgumentException"><paramref name="data"/> is null or blank.</exception>
    /// <exception cref="FileNotFoundException">The host of this build is not complete.</exception>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static string Write(string data)
    {
        var folder = Folder(data);
        Directory.CreateDirectory(folder);
        AtomicFile.Write(Path.Combine(folder, "kernel.json"), JsonSerializer.SerializeToUtf8Bytes(Describe(), Plain));
        return folder;
    }

    /// <summary>Where <see cref="Write"/> puts the description.</summary>
    /// <param name="data">A folder of Jupyter's data path.</param>
    /// <exception cref="ArgumentException"><paramref name="data"/> is null or blank.</exception>
    public static string Folder(string data)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(data);
        return Path.Combine(Path.GetFullPath(data), "kernels", Name);
    }

    /// <summary>Whether the description in a data folder starts a kernel of Limpid, of this checkout or another.</summary>
    /// <param name="data">A folder of Jupyter's data path.</param>
    /// <returns>False also if there is none.</returns>
    /// <exception cref="ArgumentException"><paramref name="data"/> is null or blank.</exception>
    public static bool IsOurs(string data)
    {
        var path = Path.Combine(Folder(data), "kernel.json");
        try
        {
            return File.Exists(path) && JsonNode.Parse(File.ReadAllText(path))?["argv"] is JsonArray arguments
                && arguments.Any(argument => Path.GetFileName(argument?.ToString()) == Path.GetFileName(WorkerLocation.Find()));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) { return false; }
    }

    // The program itself, not the limpid command, which would first look whether something must be built: a kernel starts while someone waits.
    private static JsonObject Describe() => new()
    {
        ["argv"] = new JsonArray(WorkerLocation.Dotnet(), "exec", WorkerLocation.Find(), "kernel", "{connection_file}"),
        ["display_name"] = DisplayName,
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
    };
}
