using Limpid.Data;
using Limpid.Data.R;
using Xunit;

namespace Limpid.Tests.Data.R;

public sealed class RDataTests
{
    private static RValue Read(Action<RFileWriter> write, int version = 3) => RData.Read(RFileWriter.Object(write, version))["x"];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Reads_vectors_plain_and_compressed(int version)
    {
        byte[] file = RFileWriter.File(f => f.Pair("a", g => g.Ints(3, int.MinValue)).Pair("b", g => g.Texts("ü", null)).Pair("c", g => g.Doubles(-0.5)).Int(RFileWriter.Null), version);
        foreach (byte[] content in (byte[][])[file, SmallSet.Zip(file)])
        {
            RList objects = RData.Read(content);
            Assert.Equal(["a", "b", "c"], objects.PartNames);
            Assert.Equal([3, double.NaN], objects["a"].Numbers());
            Assert.Equal(["ü", null], objects["b"].Texts());
            Assert.Equal([-0.5], objects["c"].Numbers());
        }
    }

    [Fact]
    public void Reads_a_text_in_latin_1() =>
        Assert.Equal(["é"], Read(f => f.Int(16).Int(1).Int(9 | 4 << 12).Int(1).Byte(0xE9)).Texts());

    [Fact]
    public void Reads_raw_and_logical_vectors()
    {
        Assert.Equal([1, 2], Assert.IsType<RVector<byte>>(Read(f => f.Int(24).Int(2).Byte(1).Byte(2))).Values);
        Assert.Equal([1, 0], Read(f => f.Vector(10, 0, 2, i => f.Int(1 - i))).Numbers());
    }

    [Fact]
    public void Reads_a_factor_and_a_data_frame()
    {
        RDataFrame frame = RDataFrame.Of(Read(RSamples.Frame));
        Assert.Equal(["group", "value"], frame.ColumnNames);
        Assert.Equal(["p", "q", "r"], frame.RowNames);
        Assert.Equal(["b", "a", null], frame["group"].Texts());
        Assert.Equal([1.5, double.NaN, -2], frame["value"].Numbers());
    }

    [Fact]
    public void Reads_a_matrix_with_its_names()
    {
        RMatrix matrix = RMatrix.Of(Read(RSamples.Matrix));
        Assert.Equal((2, 3), (matrix.Rows, matrix.Columns));
        Assert.Equal([0, 1, 2, 3, 4, 5], matrix.Values);
        Assert.Equal(["g1", "g2"], matrix.RowNames);
        Assert.Equal(["p", "q", "r"], matrix.ColumnNames);
    }

    [Fact]
    public void Reads_an_expression_set_whose_environment_holds_itself()
    {
        RValue value = Read(RSamples.Set);
        ExpressionSet set = ExpressionSet.Of(value);
        Assert.Equal((2, 3), (set.Expressions.Rows, set.Expressions.Columns));
        Assert.Equal(["b", "a", null], set.Samples["group"].Texts());
        Assert.Same(value["assayData"], value["assayData"]["self"]);
        Assert.Equal("an object of class ExpressionSet", value.ToString());
    }

    [Fact]
    public void Expands_compact_vectors()
    {
        RValue Compact(string name, Action<RFileWriter> state) => Read(f => RSamples.Compact(f, name, state));
        Assert.Equal([5, 4, 3], Compact("compact_intseq", f => f.Doubles(3, 5, -1)).Numbers());
        Assert.Equal([0.5, 1.5], Compact("compact_realseq", f => f.Doubles(2, 0.5, 1)).Numbers());
        Assert.Equal(["7", null], Compact("deferred_string", f => f.Int(2).Ints(7, int.MinValue).Int(RFileWriter.Null)).Texts());
        Assert.Equal([7, 8], Compact("wrap_integer", f => f.List(0, g => g.Ints(7, 8), g => g.Ints(0, 0))).Numbers());
    }

    [Fact]
    public void Says_what_is_missing_or_of_another_kind()
    {
        RValue frame = Read(RSamples.Frame);
        Assert.Contains("there is no 'age' in a list of 2; there is group, value", Assert.Throws<DataFormatException>(() => frame["age"]).Message);
        Assert.Contains("expected numbers, found a list", Assert.Throws<DataFormatException>(() => frame.Numbers()).Message);
        Assert.Contains("expected texts or a factor", Assert.Throws<DataFormatException>(() => frame["value"].Texts()).Message);
        Assert.Contains("expected a matrix", Assert.Throws<DataFormatException>(() => RMatrix.Of(frame["value"])).Message);
        Assert.Contains("expected a data frame", Assert.Throws<DataFormatException>(() => RDataFrame.Of(frame["value"])).Message);
    }
}
