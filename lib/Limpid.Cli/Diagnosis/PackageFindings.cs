using System.Xml.Linq;

namespace Limpid.Cli.Diagnosis;

/// <summary>The package set, why it was taken, and what stands behind the four packages.</summary>
internal static class PackageFindings
{
    private static readonly string[] Substituted = ["TorchSharp-cpu", "Plotly.NET", "Deedle"];

    /// <summary>The findings.</summary>
    /// <param name="workplace">The checkout.</param>
    public static IEnumerable<Finding> Of(Workplace workplace)
    {
        yield return new Finding("package set", $"{workplace.Packages} ({Reason(workplace)})");
        XElement versions = XElement.Load(Path.Combine(workplace.Root, "Directory.Packages.props"));
        string Version(string package) =>
            versions.Descendants("PackageVersion").First(element => (string?)element.Attribute("Include") == package).Attribute("Version")!.Value.Trim('[', ']');
        foreach (string package in Substituted)
            yield return new Finding(package, workplace.Packages == "substitutes"
                ? $"substitute (lib/substitutes/{package.Replace("-cpu", "")}) with the API of {Version(package)}"
                : $"genuine, {Version(package)}");
        const string formatting = "Microsoft.DotNet.Interactive.Formatting";
        yield return new Finding("Interactive", $"genuine {formatting} {Version(formatting)}; the rest is lib/Limpid.Notebooks");
    }

    private static string Reason(Workplace workplace)
    {
        if (Environment.GetEnvironmentVariable("LIMPID_PACKAGES") is { Length: > 0 })
            return "LIMPID_PACKAGES says so";
        string record = Path.Combine(workplace.Artifacts, "packages.props");
        return File.Exists(record) && XElement.Load(record).Descendants("LimpidPackagesReason").FirstOrDefault() is { } reason
            ? reason.Value
            : "the default; nothing was probed";
    }
}
