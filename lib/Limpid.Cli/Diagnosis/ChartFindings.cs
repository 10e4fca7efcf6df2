using System.Security.Cryptography;
using Limpid.Cli.Publishing;

namespace Limpid.Cli.Diagnosis;

/// <summary>What draws charts and makes pictures of them.</summary>
internal static class ChartFindings
{
    /// <summary>SHA-256 of plotly.js 4.1.2 itself; <c>setup.sh</c> checks the package it comes in.</summary>
    private const string PlotlyHash = "2f645d1bade8182fce161b7f10f89402f8b315805250ff4a94672a28d23c390a";

    /// <summary>The findings.</summary>
    /// <param name="workplace">The checkout.</param>
    public static IEnumerable<Finding> Of(Workplace workplace)
    {
        if (!File.Exists(workplace.Plotly))
            yield return new Finding("plotly.js", "missing; charts show their text only", "./limpid doctor, with a network");
        else if (Hash(workplace.Plotly) != PlotlyHash)
            yield return new Finding("plotly.js", $"{workplace.Plotly} is not the expected file", $"rm {workplace.Plotly} && ./limpid doctor");
        else
            yield return new Finding("plotly.js", $"4.1.2, {Path.GetRelativePath(workplace.Root, workplace.Plotly)}");

        yield return Chromium is { } chromium && Tools.Output(chromium, workplace.Root, "--version") is { } version
            ? new Finding("chromium", $"{version}, {chromium}")
            : new Finding("chromium", "missing; needed for pictures and by the tests", "sudo apt-get install -y --no-install-recommends chromium");

        yield return PngPalette.Program is { } pngquant
            ? new Finding("pngquant", pngquant)
            : new Finding("pngquant", "missing; pictures stay four times larger", "sudo apt-get install -y --no-install-recommends pngquant");
    }

    /// <summary>The browser, or null.</summary>
    public static string? Chromium => Tools.Find("chromium", "chromium-browser", "google-chrome");

    private static string Hash(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
