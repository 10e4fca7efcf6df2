using Deedle;
using Xunit;

namespace Substitutes.Tests.Deedle;

/// <summary>The expected values come from the genuine package, those about exponents from its version 3.0.0.</summary>
public sealed class CsvTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("a,b\n0,1\n1,0\n", "a=Boolean|b=Boolean :: False,True / True,False")]
    [InlineData("a\n0\n0\n", "a=Int32 :: 0,0")]
    [InlineData("a\n0.5\n1.25\n", "a=Decimal :: 0.5,1.25")]
    [InlineData("a,b\n0.5,1\n,2\n", "a=Double|b=Int32 :: 0.5,- / 1,2")]
    [InlineData("a,b\n5,1\n,2\n", "a=Int32|b=Int32 :: 5,- / 1,2")]
    [InlineData("a,b\n0,1\n1,1\n,3\n", "a=Boolean|b=Int32 :: False,True,- / 1,1,3")]
    [InlineData("a\n1.5e-5\n2\n", "a=Double :: 1.5E-05,2")]
    [InlineData("a,b\nx,\n\"q,\"\"z\",2\n", "a=String|b=Int32 :: x,q,\"z / -,2")]
    [InlineData("a,b\nx,1\n,2\n", "a=String|b=Int32 :: x, / 1,2")]
    [InlineData("a\n#N/A\n2.5\nNA\n", "a=Double :: -,2.5,-")]
    [InlineData("a\nNaN\n3\n", "a=Double :: -,3")]
    [InlineData("a\nNA\nx\n", "a=String :: NA,x")]
    [InlineData("a,b\n,1\n,2\n", "a=String|b=Int32 :: , / 1,2")]
    [InlineData("a\nyes\nno\n", "a=Boolean :: True,False")]
    [InlineData("a\ntrue\n3\n", "a=String :: true,3")]
    [InlineData("a\n3000000000\n1\n", "a=Int64 :: 3000000000,1")]
    [InlineData("a\n3\n2.5\n", "a=Decimal :: 3,2.5")]
    [InlineData("a,b\n1,2\n\n3,4\n\n", "a=Int32|b=Int32 :: 1,3 / 2,4")]
    [InlineData("a,b\r\n1,2\r\n3,4", "a=Int32|b=Int32 :: 1,3 / 2,4")]
    [InlineData("a,b\n", "a=String|b=String ::  / ")]
    [InlineData("a,a\n1,2\n", "a=Int32|a2=Int32 :: 1 / 2")]
    [InlineData("a,b\n\"x\ny\",2\n", "a=String|b=Int32 :: x\ny / 2")]
    [InlineData("a, b\n1, 2\n 3,4\n", "a=Int32|b=Int32 :: 1,3 / 2,4")]
    public void TypesAndValuesAreInferredLikeTheGenuineOnes(string csv, string expected) => Assert.Equal(expected, Shown(Read(csv)));

    [Fact]
    public void OptionsAreHonoured()
    {
        File.WriteAllText(_path, "1,0\n0,1\n");
        Assert.Equal("Column1=Boolean|Column2=Boolean :: True,False / False,True", Shown(Frame.ReadCsv(_path, hasHeaders: false)));
        File.WriteAllText(_path, "seed,acc\n1,0\n0,1\n");
        Assert.Equal("seed=Int32|acc=Double :: 1,0 / 0,1", Shown(Frame.ReadCsv(_path, schema: "seed=int,acc=float")));
        Assert.Equal("seed=Int32|acc=Double :: 1,0 / 0,1", Shown(Frame.ReadCsv(_path, schema: "int,float")));
        Assert.Equal("seed=String|acc=String :: 1,0 / 0,1", Shown(Frame.ReadCsv(_path, inferTypes: false)));
        Assert.Equal(1, Frame.ReadCsv(_path, maxRows: 1).RowCount);
        File.WriteAllText(_path, "a;b\n1,000;1\n2,5;3\n");
        Assert.Equal("a=Decimal|b=Int32 :: 1000,25 / 1,3", Shown(Frame.ReadCsv(_path, separators: ";")));
    }

    [Fact]
    public void OnlyTheFirstHundredRowsDecideTheType()
    {
        var csv = "a\n" + string.Concat(Enumerable.Range(2, 100).Select(i => i + "\n")) + "x\n1.5\n";
        var frame = Read(csv);
        Assert.Equal(typeof(int), frame.ColumnTypes.Single());
        Assert.Equal(100, frame.GetColumn<int>("a").ValueCount);
        Assert.Equal(typeof(string), Frame.ReadCsv(_path, inferRows: 0).ColumnTypes.Single());
    }

    [Theory]
    [InlineData("a,b\n1\n", null, "Expected 2 columns, got 1")]
    [InlineData("", null, "header row not found")]
    [InlineData("a,b\n1,x\n", "zz=float", "Column 'zz' not found in 'a,b'")]
    public void WrongInputIsRefused(string csv, string? schema, string message)
    {
        File.WriteAllText(_path, csv);
        Assert.Contains(message, Assert.ThrowsAny<Exception>(() => Frame.ReadCsv(_path, schema: schema)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFileIsNamed() => Assert.Throws<FileNotFoundException>(() => Frame.ReadCsv("/nope.csv"));

    private Frame<int, string> Read(string csv)
    {
        File.WriteAllText(_path, csv);
        return Frame.ReadCsv(_path);
    }

    private static string Shown(Frame<int, string> frame) =>
        string.Join("|", frame.ColumnKeys.Zip(frame.ColumnTypes, (key, type) => $"{key}={type.Name}")) + " :: "
        + string.Join(" / ", frame.ColumnKeys.Select(key => string.Join(",", frame.GetColumn<object>(key).ObservationsAll
            .Select(o => o.Value.HasValue ? FormattableString.Invariant($"{o.Value.Value}") : "-"))));
}
