using Xunit;

namespace Substitutes.Tests.Surface;

/// <summary>The tester must find what is wrong: each case renames, reorders or redeclares one thing.</summary>
public sealed class ConformanceTests
{
    private const string Genuine = """
        public class Substitutes.Tests.Surface.Sample : Substitutes.Tests.Surface.SampleBase, IDisposable
            public long? count
            public Sample(string name, double eps = 1E-05)
            public (int, int) /*tuple:low,high*/ Range { get; }
            public void Dispose()
            public override long[] shape(long[]? dims = null, bool keepdim = false)
            public static T Make<T>(this T input) where T : class, new()

        public abstract class Substitutes.Tests.Surface.SampleBase
            protected SampleBase()
            public abstract long[] shape(long[] dims = null, bool keepdim = false)

        public enum Substitutes.Tests.Surface.SampleKind
            None = 0
            Some = 3
        """;

    private static List<string> Offences(string recorded, Type type, params string[] allowed)
    {
        var surface = new RecordedSurface(recorded.ReplaceLineEndings("\n").Split('\n'));
        var notation = new CSharpNotation("Substitutes.Tests", surface);
        return [.. new Conformance(notation, surface, allowed.ToHashSet()).Offences(type)];
    }

    private static string Changed(string from, string to)
    {
        Assert.Contains(from, Genuine);
        return Genuine.Replace(from, to);
    }

    [Fact]
    public void EqualSurfacesGiveNoOffence()
    {
        var recorded = Changed("    public static T Make<T>(this T input) where T : class, new()\n", "");
        Assert.Empty(Offences(recorded, typeof(Sample)));
        Assert.Empty(Offences(recorded, typeof(SampleBase)));
        Assert.Empty(Offences(recorded, typeof(SampleKind)));
    }

    [Theory]
    [InlineData("string name", "string title")]
    [InlineData("1E-05", "0.001")]
    [InlineData("double eps = 1E-05", "float eps = 1E-05f")]
    [InlineData("long? count", "long count")]
    [InlineData("low,high", "min,max")]
    [InlineData("{ get; }", "{ get; set; }")]
    [InlineData("bool keepdim = false", "bool keepdim")]
    [InlineData("public class", "public sealed class")]
    [InlineData(" : Substitutes.Tests.Surface.SampleBase, IDisposable", " : Substitutes.Tests.Surface.SampleBase")]
    [InlineData(" : Substitutes.Tests.Surface.SampleBase, IDisposable", " : IDisposable")]
    public void AnyDifferenceIsAnOffence(string from, string to) => Assert.NotEmpty(Offences(Changed(from, to), typeof(Sample)));

    [Fact]
    public void TheMessageNamesTheMemberAndTheNearestGenuineOne()
    {
        var offence = Assert.Single(Offences(Changed("string name", "string title"), typeof(Sample)));
        Assert.Contains("public Sample(string name, double eps = 1E-05)", offence);
        Assert.Contains("nearest genuine: public Sample(string title, double eps = 1E-05)", offence);
    }

    [Fact]
    public void EnumValuesCount() => Assert.Single(Offences(Changed("Some = 3", "Some = 2"), typeof(SampleKind)));

    [Fact]
    public void AnUnknownTypeIsAnOffence() => Assert.Contains("no such type", Assert.Single(Offences(Genuine, typeof(ConformanceTests))));

    [Fact]
    public void AMissingAbstractMemberIsAnOffence() =>
        Assert.Contains("lacks it", Assert.Single(Offences(Changed("    protected SampleBase()", "    protected SampleBase()\n    public abstract void more()"), typeof(SampleBase))));

    [Fact]
    public void AnAllowedLineIsPassedOver() =>
        Assert.Empty(Offences(Changed("string name", "string title"), typeof(Sample),
            "Substitutes.Tests.Surface.Sample: public Sample(string name, double eps = 1E-05)"));
}
