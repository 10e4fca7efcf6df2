using Limpid.Cli.Diagnosis;

namespace Limpid.Cli.Lab;

/// <summary>The Jupyter of this system.</summary>
internal static class JupyterTools
{
    /// <summary>The server to start: JupyterLab where the user has it, otherwise the notebook; null without either.</summary>
    public static string? Server => Tools.Find("jupyter-lab", "jupyter-notebook");

    /// <summary>Where Jupyter keeps what is the user's, kernels among it.</summary>
    /// <param name="folder">Where Jupyter is asked.</param>
    public static string DataFolder(string folder) =>
        Tools.Find("jupyter") is { } jupyter && Tools.Output(jupyter, folder, "--data-dir") is { Length: > 0 } path ? path : DefaultDataFolder;

    /// <summary>The place that Jupyter documents; VS Code looks there too.</summary>
    private static string DefaultDataFolder
    {
        get
        {
            if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } path)
                return path;
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            if (OperatingSystem.IsWindows())
                return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
            if (OperatingSystem.IsMacOS())
                return Path.Combine(home, "Library", "Jupyter");
            string data = Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } set ? set : Path.Combine(home, ".local", "share");
            return Path.Combine(data, "jupyter");
        }
    }
}
