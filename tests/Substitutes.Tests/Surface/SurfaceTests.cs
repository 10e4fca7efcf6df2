using Xunit;

namespace Substitutes.Tests.Surface;

public sealed class SurfaceTests
{
    [Theory]
    [InlineData("TorchSharp")]
    [InlineData("Plotly.NET")]
    [InlineData("Deedle")]
    public void EveryMemberStandsInTheGenuinePackage(string package)
    {
        var recorded = SurfaceFiles.Recorded(package);
        var conformance = new Conformance(SurfaceFiles.Notation(package, recorded), recorded, SurfaceFiles.Allowed());
        var offences = conformance.Offences(SurfaceFiles.Substitute(package)).ToList();
        Assert.True(offences.Count == 0, $"{offences.Count} offences in {package}:\n" + string.Join("\n", offences));
    }

    [Fact]
    public void EveryAllowedLineIsNeeded()
    {
        var needed = new List<string>();
        foreach (var package in new[] { "TorchSharp", "Plotly.NET", "Deedle" })
        {
            var recorded = SurfaceFiles.Recorded(package);
            var strict = new Conformance(SurfaceFiles.Notation(package, recorded), recorded, new HashSet<string>());
            needed.AddRange(strict.Offences(SurfaceFiles.Substitute(package)));
        }
        var idle = SurfaceFiles.Allowed().Where(a => !needed.Any(n => Names(n, a))).ToList();
        Assert.True(idle.Count == 0, "allowed, but nothing needs it:\n" + string.Join("\n", idle));
    }

    private static bool Names(string offence, string allowed)
    {
        var colon = allowed.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0
            ? offence.StartsWith(allowed + ": no such type", StringComparison.Ordinal)
            : offence.StartsWith(allowed[..colon] + ": ", StringComparison.Ordinal) && offence.Contains(allowed[(colon + 2)..], StringComparison.Ordinal);
    }
}
