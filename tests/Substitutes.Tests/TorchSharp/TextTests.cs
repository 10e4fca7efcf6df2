using System.Globalization;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Substitutes.Tests.TorchSharp;

public class TextTests
{
    private static readonly Tensor sample = tensor(new[] { 0f, 3.141f, 6.2834f, 3.14152f, 6.28e-06f, -13.141529f, .01f, 4713.14f }, 2, 4);

    private static string Text(Tensor t, TensorStringStyle style) => t.ToString(style, cultureInfo: CultureInfo.InvariantCulture, newLine: "\n");

    [Fact]
    public void The_plain_text_is_the_header_alone()
    {
        Assert.Equal("[2x2], type = Float32, device = cpu", zeros(2, 2).ToString());
        Assert.Equal("[], type = Int64, device = cpu", tensor(1L).metastr());
    }

    [Fact]
    public void Julia_aligns_columns_and_separates_blocks()
    {
        Assert.Equal("[], type = Float32, device = cpu, value = 3.14", Text(tensor(3.14f), julia));
        Assert.Equal("[4], type = Float32, device = cpu\n 0 0 0 0\n", Text(zeros(4), julia));
        Assert.Equal("[2x4], type = Float32, device = cpu\n        0   3.141 6.2834 3.1415\n 6.28e-06 -13.142   0.01 4713.1\n", Text(sample, julia));
        Assert.Equal("[2x1x2], type = Int64, device = cpu\n[0,..,..] =\n 0 1\n\n[1,..,..] =\n 2 3\n", Text(arange(4).reshape(2, 1, 2), julia));
        Assert.Equal(Text(sample, julia), sample.str(newLine: "\n", cultureInfo: CultureInfo.InvariantCulture));
        Assert.Equal("[], type = Float32, device = cpu, value = 3.14E+000", tensor(3.14f).jlstr("E2", cultureInfo: CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_long_row_keeps_within_the_width()
    {
        var lines = arange(1000).jlstr(newLine: "\n").Split('\n');
        Assert.InRange(lines[1].Length, 80, 100);
        Assert.StartsWith(" 0 1 2", lines[1]);
        Assert.Contains(" ... ", lines[1]);
        Assert.EndsWith(" 999", lines[1]);
    }

    [Fact]
    public void Numpy_nests_brackets_and_shortens()
    {
        Assert.Equal("[[0, 3.141, 6.2834, 3.1415]\n [6.28e-06, -13.142, 0.01, 4713.1]]", Text(sample, numpy));
        Assert.Equal("[1, 1, 1, ... 1, 1, 1]", Text(ones(100, ScalarType.Int32), numpy));
        Assert.Equal("[[[0, 1]]\n\n [[2, 3]]]", Text(arange(4).reshape(2, 1, 2), numpy));
        Assert.Equal("[[0, 1]\n [2, 3]\n [4, 5]\n ...\n [14, 15]\n [16, 17]\n [18, 19]]", Text(arange(20).reshape(10, 2), numpy));
    }

    [Fact]
    public void CSharp_is_a_literal()
    {
        Assert.Equal("[4], type = Float32, device = cpu, value = float [] {0f, 0f, 0f, 0f}", Text(zeros(4), csharp));
        Assert.Equal("[2x2], type = Int64, device = cpu, value = \nlong [,] {\n {0, 1},\n {2, 3}\n}", Text(arange(4).reshape(2, 2), csharp));
        Assert.Equal("[2x2x1], type = Int64, device = cpu, value = \nlong [,,] {\n {{0},\n  {1}},\n {{2},\n  {3}}\n}",
            Text(arange(4).reshape(2, 2, 1), csharp));
    }
}
