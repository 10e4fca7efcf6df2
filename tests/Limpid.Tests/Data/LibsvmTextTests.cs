using System.Text;
using Limpid.Data;
using Xunit;

namespace Limpid.Tests.Data;

public sealed class LibsvmTextTests
{
    private static (int[] Labels, float[] Values) Read(string text) => LibsvmText.Read(Encoding.UTF8.GetBytes(text), 3);

    [Theory]
    [InlineData("7 1:-1 3:0.5\n+1 2:2e-1\n")]
    [InlineData("7 1:-1 3:.5 \r\n\n+1  2:0.2")]
    public void Reads_records_and_fills_gaps_with_zero(string text)
    {
        var (labels, values) = Read(text);
        Assert.Equal([7, 1], labels);
        Assert.Equal([-1, 0, 0.5f, 0, 0.2f, 0], values);
    }

    [Fact]
    public void An_empty_file_has_no_record() => Assert.Empty(Read("").Labels);

    [Theory]
    [InlineData("1 1:2\nx 1:2\n", "line 2 holds 'x', expected a whole number as label")]
    [InlineData("1.5 1:2\n", "a whole number as label")]
    [InlineData("1 0:2\n", "line 1 holds '0:2', expected index:value with an index from 1 to 3")]
    [InlineData("1 4:2\n", "an index from 1 to 3")]
    [InlineData("1 2:2 2:3\n", "an index from 3 to 3")]
    [InlineData("1 2:2 1:3\n", "line 1 holds '1:3'")]
    [InlineData("1 2\n", "line 1 holds '2'")]
    [InlineData("1 2:\n", "expected a finite value")]
    [InlineData("1 2:nan\n", "expected a finite value")]
    [InlineData("1 2:1e99\n", "expected a finite value")]
    [InlineData("1 99999999999:1\n", "line 1 holds")]
    public void Refuses_anything_else_with_its_line(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<DataFormatException>(() => Read(text)).Message);

    /// <summary>Any cut and any changed byte of a good file is read or refused, never anything else.</summary>
    [Fact]
    public void Survives_damage()
    {
        var good = Encoding.UTF8.GetBytes("3 1:0.25 2:-1 3:1\n10 2:0.5\n");
        for (var length = 0; length < good.Length; length++) Try(good[..length]);
        for (var at = 0; at < good.Length; at++)
            for (var value = 0; value < 256; value++)
            {
                var bad = (byte[])good.Clone();
                bad[at] = (byte)value;
                Try(bad);
            }

        static void Try(byte[] content)
        {
            try
            {
                var (labels, values) = LibsvmText.Read(content, 3);
                Assert.Equal(labels.Length * 3, values.Length);
            }
            catch (DataFormatException)
            {
            }
        }
    }
}
