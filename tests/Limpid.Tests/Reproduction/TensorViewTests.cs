using Limpid.Display;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Reproduction;

[Collection(ProcessCollection.Name)]
public sealed class TensorViewTests
{
    [Fact]
    public void Large_tensors_show_a_corner_of_their_first_matrix()
    {
        using Tensor tensor = arange(3 * 20 * 30).reshape(3, 20, 30);
        string html = TensorView.Html(tensor);
        Assert.Contains("Int64 [3, 20, 30] on cpu", html);
        Assert.Contains("first of 3 matrices", html);
        Assert.Equal(9, html.Split("<tr>").Length - 1);
        Assert.Contains("<td>9</td><td>…</td></tr>", html);
        Assert.DoesNotContain("<td>10</td>", html);
    }

    [Fact]
    public void Vectors_scalars_bools_empties_and_disposed_ones_show_too()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Contains("<tr><td>1</td><td>2</td></tr>", TensorView.Html(tensor(new long[] { 1, 2 })));
        Assert.Contains("<tr><td>0.5</td></tr>", TensorView.Html(tensor(0.5)));
        Assert.Contains("<tr><td>true</td><td>false</td></tr>", TensorView.Html(tensor(new[] { true, false })));
        Assert.DoesNotContain("<table>", TensorView.Html(zeros(0, 3)));
        Tensor gone = zeros(1);
        gone.Dispose();
        Assert.Equal("<div><code>disposed tensor</code></div>", TensorView.Html(gone));
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
}
