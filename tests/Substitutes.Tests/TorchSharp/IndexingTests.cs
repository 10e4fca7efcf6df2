using System.Runtime.InteropServices;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Substitutes.Tests.TorchSharp;

public class IndexingTests
{
    private static long[] Values(Tensor t) => t.to(ScalarType.Int64).data<long>().ToArray();

    [Fact]
    public void Positions_ranges_and_the_end_select_views()
    {
        var x = arange(12).reshape(3, 4);
        Assert.Equal([4, 5, 6, 7], Values(x[1]));
        Assert.Equal(11, x[2, 3].item<long>());
        Assert.Equal(11, x[-1, -1].item<long>());
        Assert.Equal([1, 2, 5, 6, 9, 10], Values(x[.., 1..3]));
        Assert.Equal([3, 7, 11], Values(x[.., ^1]));
        Assert.Equal([8, 9, 10, 11], Values(x[^1]));
        Assert.Equal([0, 2, 8, 10], Values(x[TensorIndex.Slice(step: 2), TensorIndex.Slice(step: 2)]));
        Assert.Equal([1, 5, 9], Values(x[TensorIndex.Ellipsis, 1]));
        Assert.Equal([3, 1, 4], x[TensorIndex.Colon, TensorIndex.None].shape);
        Assert.Equal([4, 5, 6, 7, 8, 9, 10, 11], Values(x[1..]));
        Assert.Equal([0, 1, 2, 3], Values(x[..^2]));
        Assert.Equal([3, 4], x[..].shape);
        x[..][0, 0].fill_(50);
        Assert.Equal(50, x[0, 0].item<long>());
    }

    [Fact]
    public void Masks_and_index_tensors_select_copies()
    {
        var x = arange(6).reshape(2, 3);
        Assert.Equal([3, 4, 5], Values(x[x > 2]));
        Assert.Equal([5, 0], Values(x[tensor(new[] { 1L, 0 }), tensor(new[] { 2L, 0 })]));
        Assert.Equal([2, 0, 5, 3], Values(x[TensorIndex.Colon, TensorIndex.Tensor(tensor(new[] { 2L, 0 }))]));
        Assert.Equal([4], Values(x[TensorIndex.Tensor(tensor(new[] { false, true })), 1]));
        Assert.Equal([1, 2, 3], x[TensorIndex.Bool(true)].shape);
        Assert.Equal([0, 2, 3], x[TensorIndex.Bool(false)].shape);
    }

    [Fact]
    public void Assignment_reaches_through_every_kind_of_index()
    {
        var x = zeros(3, 3);
        x[0, 0] = 5f;
        x[1] = tensor(new[] { 1f, 2, 3 });
        x[.., 2] = tensor(9f);
        x[x == 0] = tensor(-1f);
        x[tensor(new[] { 2L })] = tensor(7f);
        Assert.Equal([5, -1, 9, 1, 2, 9, 7, 7, 7], Values(x));
        x[TensorIndex.Ellipsis, 0] = zeros(3);
        Assert.Equal([0, -1, 9, 0, 2, 9, 0, 7, 7], Values(x));
        x.index_put_(1, TensorIndex.Single(0));
        Assert.Equal([1, 1, 1], Values(x[0]));
        x.index_put_(ones(2, 3), [tensor(new[] { 0L, 0 })], true);
        Assert.Equal([3, 3, 3], Values(x[0]));
    }

    [Fact]
    public void Indexing_is_differentiable()
    {
        var x = arange(6, ScalarType.Float64).reshape(2, 3).requires_grad_();
        (x[.., 1..].sum() + x[x > 3].sum() * 10).backward();
        Assert.Equal([0, 1, 1, 0, 11, 11], Values(x.grad!));
    }

    [Fact]
    public void What_is_out_of_range_throws()
    {
        var x = arange(6).reshape(2, 3);
        Assert.Contains("out of range", Assert.Throws<ExternalException>(() => x[2]).Message);
        Assert.Contains("too many indices", Assert.Throws<ExternalException>(() => x[.., .., 1]).Message);
        Assert.Throws<ExternalException>(() => x[TensorIndex.Slice(step: -1)]);
        Assert.Throws<ExternalException>(() => x[tensor(new[] { 5L })]);
    }
}
