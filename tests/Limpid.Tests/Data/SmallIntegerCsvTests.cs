using System.Text;
using Limpid.Data;
using Xunit;

namespace Limpid.Tests.Data;

public sealed class SmallIntegerCsvTests
{
    private static byte[] Read(string text) => SmallIntegerCsv.Read(Encoding.UTF8.GetBytes(text), 3, 16);

    [Theory]
    [InlineData("1,2,16\n0,0,3\n")]
    [InlineData("1,2,16\n0,0,3")]
    [InlineData("1,2,16\r\n0,0,3\r\n")]
    public void Reads_records(string text) => Assert.Equal([1, 2, 16, 0, 0, 3], Read(text));

    [Theory]
    [InlineData("1,2,3\n1,2\n", "line 2 has 2 cells, expected 3")]
    [InlineData("1,2,3,4\n", "line 1 has 4 cells, expected 3")]
    [InlineData("1,2,17\n", "line 1 holds '17', expected an integer from 0 to 16")]
    [InlineData("1,2,-1\n", "line 1 holds '-1'")]
    [InlineData("1,2,300\n", "line 1 holds '300'")]
    [InlineData("1,2,1.5\n", "line 1 holds '1.5'")]
    [InlineData("1,,3\n", "line 1 holds ''")]
    public void Refuses_anything_else_with_its_line(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<DataFormatException>(() => Read(text)).Message);
}
