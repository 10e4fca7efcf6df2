using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Sessions;

public class PackageTests : SessionTest
{
    /// <summary>A package this solution restores anyway, so the test needs no network of its own.</summary>
    private const string Package = "#r \"nuget: MathNet.Numerics, 5.0.0\"";

    [Fact]
    public async Task A_package_is_restored_and_loaded_and_a_second_version_refused()
    {
        await RunAsync(Package + "\nusing MathNet.Numerics;");
        Assert.Equal("120", await ValueAsync("SpecialFunctions.Factorial(5)"));
        await RunAsync(Package);
        var error = (await FailAsync("1\n#r \"nuget: MathNet.Numerics, 4.15.0\"")).Error;
        Assert.Equal("cell 4, line 2: PackageError: package MathNet.Numerics 5.0.0 is loaded already; 4.15.0 needs a restart", error.Summary);
    }

    [Fact]
    public async Task A_package_that_can_not_be_had_is_one_sentence_and_forgotten()
    {
        var error = (await FailAsync("#r \"nuget: Limpid.No.Such.Package, 1.0.0\"")).Error;
        Assert.StartsWith("package Limpid.No.Such.Package 1.0.0 can't be had: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        await RunAsync("1");
    }

    [Theory]
    [InlineData("nuget: MathNet.Numerics")]
    [InlineData("nuget: MathNet.Numerics, *")]
    [InlineData("nuget: MathNet.Numerics, 5.*")]
    public async Task A_version_must_be_exact(string reference) =>
        Assert.Contains("exact version", (await FailAsync($"#r \"{reference}\"")).Error.Message, StringComparison.Ordinal);
}
