using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Substitutes.Tests.TorchSharp;

public class LiteralTests
{
    [Fact]
    public void A_literal_has_the_type_of_its_csharp_value()
    {
        Assert.Equal(ScalarType.Int32, tensor(1).dtype);
        Assert.Equal(ScalarType.Int64, tensor(1L).dtype);
        Assert.Equal(ScalarType.Float64, tensor(1.0).dtype);
        Assert.Equal(ScalarType.Float32, tensor(1f).dtype);
        Assert.Equal(ScalarType.Bool, tensor(true).dtype);
        Assert.Equal(ScalarType.Byte, tensor((byte)1).dtype);
        Assert.Equal(ScalarType.Float64, tensor(new[] { 1.0, 2 }).dtype);
        Assert.Equal(ScalarType.Int32, tensor(new[] { 1, 2 }).dtype);
        Assert.Equal(ScalarType.Float64, ((Tensor)1.0).dtype);
        Assert.Equal(0, ((Tensor)1.0).ndim);
    }

    [Fact]
    public void Factories_infer_their_type_as_PyTorch_does()
    {
        Assert.Equal(ScalarType.Int64, arange(3).dtype);
        Assert.Equal(ScalarType.Float32, arange(3.0).dtype);
        Assert.Equal(ScalarType.Int64, full(2, 1).dtype);
        Assert.Equal(ScalarType.Float32, full(2, 1.0).dtype);
        Assert.Equal(ScalarType.Bool, full([2], true).dtype);
        Assert.Equal(ScalarType.Float32, zeros(2).dtype);
        Assert.Equal(ScalarType.Float32, linspace(0, 1, 3).dtype);
        Assert.Equal(ScalarType.Int64, randint(5, [2]).dtype);
        Assert.Equal(ScalarType.Int64, randperm(5).dtype);
    }

    [Fact]
    public void Promotion_follows_PyTorch()
    {
        var f = ones(2);
        var l = ones(2, ScalarType.Int64);
        Assert.Equal(ScalarType.Float32, (f + 1.0).dtype);
        Assert.Equal(ScalarType.Float32, (l + 1.5).dtype);
        Assert.Equal(ScalarType.Float32, (l / 2).dtype);
        Assert.Equal(ScalarType.Int64, (l * 2).dtype);
        Assert.Equal(ScalarType.Float32, (f + l).dtype);
        Assert.Equal(ScalarType.Float64, (f + ones(2, ScalarType.Float64)).dtype);
        Assert.Equal(ScalarType.Float32, (f + tensor(1.0)).dtype);
        Assert.Equal(ScalarType.Bool, (f > 0).dtype);
        Assert.Equal(ScalarType.Int64, (l > 0).sum().dtype);
        Assert.Equal(ScalarType.Float32, (1 / l).dtype);
    }

    [Fact]
    public void Arrays_of_one_to_four_dimensions_keep_their_shape()
    {
        Assert.Equal([3], tensor(new[] { 1f, 2, 3 }).shape);
        Assert.Equal([2, 2], tensor(new[,] { { 1f, 2 }, { 3, 4 } }).shape);
        Assert.Equal([1, 2, 1], tensor(new[,,] { { { 1f }, { 2 } } }).shape);
        Assert.Equal([1, 1, 2, 1], tensor(new[,,,] { { { { 1L }, { 2 } } } }).shape);
        Assert.Equal([2, 3], tensor(new List<float> { 1, 2, 3, 4, 5, 6 }, 2, 3).shape);
        Assert.Equal([3, 2], tensor(new double[] { 1, 2, 3, 4, 5, 6 }, [3, 2]).shape);
        Assert.Equal(4f, tensor(new[,] { { 1f, 2 }, { 3, 4 } })[1, 1].item<float>());
        Assert.Throws<ArgumentException>(() => tensor(new[] { 1f, 2, 3 }, [2, 2]));
    }

    [Fact]
    public void Tensor_copies_an_array_and_as_tensor_shares_it()
    {
        var array = new[] { 1f, 2 };
        var copy = tensor(array);
        var shared = as_tensor(array);
        var other = from_array(array);
        array[0] = 9;
        Assert.Equal(1f, copy[0].item<float>());
        Assert.Equal(9f, shared[0].item<float>());
        Assert.Equal(9f, other[0].item<float>());
        shared[1] = 7f;
        Assert.Equal(7f, array[1]);
        Assert.Equal(ScalarType.Float64, as_tensor(array, ScalarType.Float64).dtype);
        Assert.Equal([2, 2], from_array(new[,] { { 1, 2 }, { 3, 4 } }).shape);
    }

    [Fact]
    public void Reading_needs_the_exact_element_type()
    {
        var t = ones(1);
        Assert.Contains("Double is not compatible with Float32", Assert.Throws<ArgumentException>(() => t.item<double>()).Message);
        Assert.Contains("Int64 is not compatible with Float32", Assert.Throws<ArgumentException>(() => t.data<long>()).Message);
        Assert.Throws<ArgumentException>(() => ones(2).item<float>());
        Assert.Equal(1.0, t.ToDouble());
        Assert.Equal(1, (int)t);
        Assert.Equal(1L, t.ToInt64());
        Assert.True((bool)t);
    }

    [Fact]
    public void Data_follows_the_strides()
    {
        var t = arange(6).reshape(2, 3).t();
        Assert.Equal([0, 3, 1, 4, 2, 5], t.data<long>().ToArray());
        Assert.Equal(5, t.data<long>()[2, 1]);
        Assert.Equal(new long[,] { { 0, 3 }, { 1, 4 }, { 2, 5 } }, (long[,])t.data<long>().ToNDArray());
        Assert.Contains("non-contiguous", Assert.ThrowsAny<Exception>(() => { _ = t.bytes; }).Message);
        Assert.Equal(48, t.contiguous().bytes.Length);
        var target = new long[3];
        t.data<long>().CopyTo(target, 1, 2);
        Assert.Equal([0, 1, 4], target);
    }
}
