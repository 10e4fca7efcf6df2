namespace Limpid.Notebooks.Running;

/// <summary>
/// Finds the worker's program. A build has it in a folder of its own; that one is preferred, because beside the limpid command lie copies of
/// the library's native files, and a worker must load those that notebooks name.
/// </summary>
internal static class WorkerLocation
{
    private const string Program = "Limpid.Notebooks.dll";

    public static string Find()
    {
        var here = Path.GetDirectoryName(typeof(WorkerLocation).Assembly.Location)!;
        var own = Path.GetFullPath(Path.Combine(here, "..", "..", "Limpid.Notebooks", Path.GetFileName(here), Program));
        var path = IsComplete(own) ? own : Path.Combine(here, Program);
        return IsComplete(path) ? path : throw new FileNotFoundException($"the notebook worker {path} is missing; build the solution first", path);
    }

    public static string Dotnet() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath!
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path
        : "dotnet";

    private static bool IsComplete(string program) => File.Exists(program) && File.Exists(Path.ChangeExtension(program, ".runtimeconfig.json"));
}
