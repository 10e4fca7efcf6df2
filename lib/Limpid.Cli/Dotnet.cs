namespace Limpid.Cli;

/// <summary>The <c>dotnet</c> that runs this program.</summary>
internal static class Dotnet
{
    /// <summary>Its path.</summary>
    public static string Path =>
        Environment.ProcessPath is { } path && System.IO.Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
}
