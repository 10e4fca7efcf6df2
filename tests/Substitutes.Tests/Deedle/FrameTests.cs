using Deedle;
using Xunit;

namespace Substitutes.Tests.Deedle;

/// <summary>The expected values come from the genuine package.</summary>
public sealed class FrameTests
{
    private static readonly Row[] rows = [new("none", 0.975, 10, true, 0.1f, null), new("a,b \"q\"", double.NaN, 5, false, 1.5f, "x"), new("é\n2", 1e-7, -3, false, 1e20f, "")];

    private static readonly string nl = Environment.NewLine;

    [Fact]
    public void RecordsBecomeColumns()
    {
        var frame = Frame.FromRecords(rows);
        Assert.Equal(["Name", "Acc", "Epochs", "Ok", "F", "Note"], frame.ColumnKeys);
        Assert.Equal([typeof(string), typeof(double), typeof(int), typeof(bool), typeof(float), typeof(string)], frame.ColumnTypes);
        Assert.Equal((3, 6), (frame.RowCount, frame.ColumnCount));
        Assert.Equal([0, 1, 2], frame.RowKeys);
        Assert.Equal(["Item1", "Item2"], Frame.FromRecords([("a", 1.5)]).ColumnKeys);
        Assert.Equal(["Z", "A"], Frame.FromRecords([new { Z = "a", A = 1.5 }]).ColumnKeys);
        Assert.Equal(6, Frame.FromRecords(Array.Empty<Row>()).ColumnCount);
    }

    [Fact]
    public void ColumnsConvertAndSkipWhatIsMissing()
    {
        var frame = Frame.FromRecords(rows);
        Assert.Equal([0.975, 1e-7], frame.GetColumn<double>("Acc").Values);
        Assert.Equal([true, false, true], frame.GetColumn<double>("Acc").ObservationsAll.Select(o => o.Value.HasValue));
        Assert.Equal([false, true, true], frame.GetColumn<object>("Note").ObservationsAll.Select(o => o.Value.HasValue));
        Assert.Equal((3, 2), (frame.GetColumn<double>("Acc").KeyCount, frame.GetColumn<double>("Acc").ValueCount));
        Assert.Equal([10.0, 5, -3], frame.GetColumn<double>("Epochs").Values);
        Assert.Equal([1, 0, 0], frame.GetColumn<int>("Ok").Values);
        Assert.Equal([0.10000000149011612, 1.5, 1.0000000200408773E+20], frame.GetColumn<double>("F").Values);
        Assert.Equal(["0.975", "1E-07"], frame.GetColumn<string>("Acc").Values);
        Assert.Equal([1, 0], frame.GetColumn<int>("Acc").Values);
    }

    [Fact]
    public void ErrorsAreTheGenuineOnes()
    {
        var frame = Frame.FromRecords(rows);
        var text = frame.GetColumn<double>("Name");
        Assert.Throws<FormatException>(() => text.Values.ToArray());
        Assert.Throws<ArgumentException>("column", () => frame.GetColumn<double>("zz"));
        Assert.Equal("Value at the key 1 is missing", Assert.Throws<MissingValueException>(() => frame["Acc", 1]).Message);
        Assert.Equal("The key 9 is not present in the index", Assert.Throws<KeyNotFoundException>(() => frame["Acc", 9]).Message);
        Assert.Equal(0.975, frame["Acc", 0]);
        var twice = Assert.Throws<ArgumentException>(() => new Series<string, double>(["a", "a"], [1, 2]));
        Assert.StartsWith("Duplicate key '\"a\"'. Duplicate keys are not allowed in the index.", twice.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new Series<string, double>(["a", "b"], [1]));
        Assert.Equal("OptionalValue.Value: Value is not available", Assert.Throws<InvalidOperationException>(() => OptionalValue<double>.Missing.Value).Message);
    }

    [Fact]
    public void ColumnsAlignOnTheirRowKeys()
    {
        var frame = Frame.FromColumns([
            KeyValuePair.Create("x", new Series<string, double>(["r1", "r2"], [1, 2.5])), KeyValuePair.Create("y", new Series<string, double>(["r2", "r3"], [1, double.NaN])),
        ]);
        Assert.Equal($"k,x,y{nl}r1,1,{nl}r2,2.5,1{nl}r3,,{nl}", Csv(w => frame.SaveCsv(w, includeRowKeys: true, keyNames: ["k"])));
        Assert.Equal(["c", "a", "b"], Keys(["c", "a"], ["b", "a"]));
        Assert.Equal(["a", "b", "c"], Keys(["a", "c"], ["b"]));
    }

    [Fact]
    public void CsvIsWrittenLikeTheGenuineOne()
    {
        var frame = Frame.FromRecords(rows);
        Assert.Equal($"Name,Acc,Epochs,Ok,F,Note{nl}none,0.975,10,True,0.1,{nl}\"a,b \"\"q\"\"\",,5,False,1.5,x{nl}\"é\n2\",1E-07,-3,False,1E+20,{nl}", Csv(w => frame.SaveCsv(w)));
        Assert.StartsWith($"Key,Name,Acc,Epochs,Ok,F,Note{nl}0,none,", Csv(w => frame.SaveCsv(w, includeRowKeys: true)), StringComparison.Ordinal);
        Assert.StartsWith($"run;Name;Acc;Epochs;Ok;F;Note{nl}0;none;0.975;10;True;0.1;{nl}1;\"a,b \"\"q\"\"\";", Csv(w => frame.SaveCsv(w, true, ["run"], ';')), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileHasNoByteOrderMark()
    {
        var path = Path.GetTempFileName();
        try
        {
            Frame.FromRecords(rows).SaveCsv(path);
            Assert.Equal("Name"u8, File.ReadAllBytes(path).AsSpan(0, 4));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IEnumerable<string> Keys(string[] first, string[] second) => Frame.FromColumns([
        KeyValuePair.Create("x", new Series<string, double>(first, new double[first.Length])), KeyValuePair.Create("y", new Series<string, double>(second, new double[second.Length])),
    ]).RowKeys;

    private static string Csv(Action<TextWriter> save)
    {
        var writer = new StringWriter();
        save(writer);
        return writer.ToString();
    }

    private sealed record Row(string Name, double Acc, int Epochs, bool Ok, float F, string? Note);
}
