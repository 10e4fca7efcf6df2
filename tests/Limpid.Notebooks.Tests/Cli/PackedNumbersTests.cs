using System.Text.Json;
using System.Text.Json.Nodes;
using Limpid.Cli.Publishing;
using Xunit;

namespace Limpid.Notebooks.Tests.Cli;

public class PackedNumbersTests
{
    private static JsonObject Figure(string values) => (JsonObject)JsonNode.Parse($$"""{ "data": [ { "type": "heatmap", "z": {{values}} } ], "layout": { "title": "t" } }""")!;

    private static string Map(int rows, int columns, Func<int, double> value) =>
        JsonSerializer.Serialize(Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, columns).Select(c => value(r * columns + c))));

    [Theory]
    [InlineData("u1", 0, 100)]
    [InlineData("i1", -100, 100)]
    [InlineData("i2", -300, 300)]
    public void Whole_numbers_come_back_as_they_were(string type, int low, int high)
    {
        JsonObject plain = Figure(Map(9, 8, i => low + i % (high - low + 1)));
        JsonObject packed = PackedNumbers.Pack(plain);
        Assert.Equal(type, (string?)packed["data"]![0]!["z"]!["dtype"]);
        Assert.Equal("9, 8", (string?)packed["data"]![0]!["z"]!["shape"]);
        Assert.True(packed.ToJsonString().Length < plain.ToJsonString().Length);
        Assert.True(JsonNode.DeepEquals(plain, PackedNumbers.Unpack(packed)));
    }

    [Theory]
    [InlineData("[1,2,3]")]
    [InlineData("[[0.5,1],[2,3]]")]
    [InlineData("[\"a\",\"b\"]")]
    [InlineData("[]")]
    [InlineData("[[],[]]")]
    [InlineData("7")]
    public void Short_mixed_and_other_values_stay(string values) => Assert.True(JsonNode.DeepEquals(Figure(values), PackedNumbers.Pack(Figure(values))));

    [Fact]
    public void Fractions_gaps_large_numbers_and_ragged_rows_stay()
    {
        foreach (string values in new[] { Map(9, 9, i => i + (i == 80 ? 0.5 : 0)), Map(9, 9, i => i + 40_000), Map(9, 9, i => i).Replace("[0,", "[null,", StringComparison.Ordinal), Map(9, 9, i => i)[..^1] + ",[1]]" })
            Assert.True(JsonNode.DeepEquals(Figure(values), PackedNumbers.Pack(Figure(values))));
    }

    [Fact]
    public void Damage_is_told()
    {
        Assert.Throws<JsonException>(() => PackedNumbers.Unpack(Figure("""{"dtype":"u1","bdata":"???"}""")));
        Assert.Throws<JsonException>(() => PackedNumbers.Unpack(Figure("""{"dtype":"f8","bdata":"AAAA"}""")));
    }
}
