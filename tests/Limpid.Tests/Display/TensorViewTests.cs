using System.Text.RegularExpressions;
using Limpid.Display;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Display;

[Collection(ProcessCollection.Name)]
public sealed partial class TensorViewTests
{
    [Fact]
    public void Large_tensors_show_a_corner_of_their_first_matrix()
    {
        using Tensor tensor = arange(3 * 20 * 30).reshape(3, 20, 30);
        string html = TensorView.Html(tensor);
        Assert.Contains("Int64 [3, 20, 30] on cpu", html);
        Assert.Contains("first of 3 matrices", html);
        Assert.Equal(9, html.Split("<tr>").Length - 1);
        Assert.Contains(">9</td><td>…</td></tr>", html);
        Assert.DoesNotContain(">10</td>", html);
        Assert.EndsWith("<div>the first 8 of 20 rows and 10 of 30 columns</div>", html);
    }

    [Fact]
    public void Vectors_scalars_and_five_dimensions_show_their_values()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal(["1", "2"], Cells(tensor(new long[] { 1, 2 })));
        Assert.Equal(["0.5"], Cells(tensor(0.5)));
        Assert.Equal(["true", "false"], Cells(tensor(new[] { true, false })));
        Assert.Equal(["0", "1", "2", "3"], Cells(arange(32).reshape(2, 2, 2, 2, 2)));
        Assert.Contains("first of 8 matrices", TensorView.Html(arange(32).reshape(2, 2, 2, 2, 2)));
    }

    [Fact]
    public void Odd_numbers_show_as_they_are()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal(["NaN", "Infinity", "-Infinity", "1E-20"], Cells(tensor(new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e-20 })));
        Assert.Equal(["9223372036854775807"], Cells(tensor(new[] { long.MaxValue })));
        Assert.Equal(["255"], Cells(tensor(new byte[] { 255 })));
        Assert.Equal(["1.5-2i"], Cells(complex(tensor(new[] { 1.5f }), tensor(new[] { -2f }))));
        Assert.Equal(["0.5"], Cells(tensor(new[] { 0.5f }).to(ScalarType.Float16)));
    }

    [Fact]
    public void What_has_no_values_says_so()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal("<div><code>Float32 [0, 3] on cpu</code></div><div>no values</div>", TensorView.Html(zeros(0, 3)));
        Assert.Equal("<div><code>Float32 [2] on meta</code></div><div>a meta tensor has no values</div>", TensorView.Html(zeros(2, device: new Device(DeviceType.META))));
        Tensor gone = zeros(1);
        gone.Dispose();
        Assert.Equal("<div><code>disposed tensor</code></div>", TensorView.Html(gone));
        Assert.Equal("disposed tensor", TensorView.Text(gone));
        Assert.Equal("Float32 [2] on cpu, requires grad", TensorView.Text(zeros(2, requires_grad: true)));
    }

    [Fact]
    public void Only_the_corner_is_looked_at()
    {
        // 80 GB if it were copied: one number, expanded.
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal(80, Cells(ones(1).expand(100_000, 100_000)).Count(cell => cell == "1"));
    }

    [Fact]
    public void Showing_changes_nothing_and_leaves_nothing()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor tensor = rand(4, 4).requires_grad_();
        long before = LiveTensors.Settled();
        for (int i = 0; i < 100; i++)
            TensorView.Html(tensor);
        Assert.Equal(before, Tensor.TotalCount);
        Assert.True(tensor.requires_grad);
    }

    private static string[] Cells(Tensor tensor) => [.. CellPattern().Matches(TensorView.Html(tensor)).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("<td[^>]*>([^<]*)</td>")]
    private static partial Regex CellPattern();
}
