namespace Limpid.Cli.Diagnosis;

/// <summary>libtorch and the BLAS behind it.</summary>
internal static class LibraryFindings
{
    private const string Alternatives = "/etc/alternatives";

    /// <summary>The findings.</summary>
    /// <param name="workplace">The checkout.</param>
    public static IEnumerable<Finding> Of(Workplace workplace)
    {
        if (workplace.Packages != "substitutes")
        {
            yield return new Finding("libtorch", "the one inside TorchSharp-cpu, with its own BLAS");
            yield break;
        }
        string? version = Tools.Output("dpkg-query", workplace.Root, "-W", "-f=${Version}", "libtorch-dev");
        yield return version is { Length: > 0 }
            ? new Finding("libtorch", $"Debian's libtorch-dev {version}")
            : new Finding("libtorch", "not a Debian package");
        if (Blas() is { } blas)
            yield return blas.Contains("openblas", StringComparison.Ordinal)
                ? new Finding("BLAS", blas)
                : new Finding("BLAS", $"{blas}, which is slow", $"sudo apt-get install -y libopenblas0-pthread && sudo update-alternatives --auto {BlasName}");
    }

    private static string? BlasName => Directory.Exists(Alternatives)
        ? Directory.EnumerateFileSystemEntries(Alternatives, "libblas.so.3-*").Select(path => Path.GetFileName(path)).FirstOrDefault()
        : null;

    private static string? Blas() =>
        BlasName is { } name ? File.ResolveLinkTarget(Path.Combine(Alternatives, name), returnFinalTarget: true)?.FullName : null;
}
