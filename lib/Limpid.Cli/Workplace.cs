namespace Limpid.Cli;

/// <summary>The folders of a checkout.</summary>
/// <param name="Root">The folder that holds <c>Limpid.slnx</c>.</param>
internal sealed record Workplace(string Root)
{
    /// <summary>Where notebooks lie.</summary>
    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>What is made here and never committed.</summary>
    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>The library with all it needs, as notebooks load it.</summary>
    public string Publish => Path.Combine(Root, "lib", "publish");

    /// <summary>plotly.js, if the set-up could fetch it.</summary>
    public string Plotly => Path.Combine(Artifacts, "tools", "plotly.min.js");

    /// <summary>The package set that this program was built with: <c>nuget</c> or <c>substitutes</c>.</summary>
    public string Packages { get; init; } = "nuget";

    /// <summary>The built program of a project, of the same package set as this one.</summary>
    /// <param name="project">Name of the project.</param>
    public string Program(string project) => Path.Combine(Artifacts, "build", Packages, "bin", project, "release", project + ".dll");

    /// <summary>The checkout that this program was built in.</summary>
    /// <exception cref="UserErrorException">The program lies outside a checkout.</exception>
    public static Workplace Find()
    {
        // artifacts/build/SET/bin/Limpid.Cli/release
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Limpid.slnx")))
            {
                string[] below = Path.GetRelativePath(folder.FullName, AppContext.BaseDirectory).Split(Path.DirectorySeparatorChar);
                return new Workplace(folder.FullName) { Packages = below is ["artifacts", "build", var set, ..] ? set : "nuget" };
            }
        throw new UserErrorException($"No checkout of Limpid holds {AppContext.BaseDirectory}; build the program inside one.");
    }
}
