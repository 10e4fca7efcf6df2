using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Substitutes.Tests.TorchSharp;

public class RuntimeTests
{
    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_a_generator_is_apart()
    {
        var own = new Generator(5);
        var first = rand(4, generator: own);
        var state = own.get_state();
        var next = rand(4, generator: own);
        own.set_state(state);
        Assert.True(next.Equals(rand(4, generator: own)));
        Assert.True(first.Equals(rand(4, generator: new Generator(5))));
        Assert.Equal(5, own.initial_seed());
        own.manual_seed(5);
        Assert.True(first.Equals(rand(4, generator: own)));
    }

    [Fact]
    public void Operators_take_every_number_on_both_sides()
    {
        var x = tensor(new[] { 2.0, 4 });
        Tensor[] sums = [x + 1, 1 + x, x + 1L, 1L + x, x + 1f, 1f + x, x + 1.0, 1.0 + x, x + (Scalar)1, (Scalar)1 + x];
        Tensor[] differences = [x - 1, x - 1L, x - 1f, x - 1.0, x - (Scalar)1, -(1 - x), -(1L - x), -(1f - x), -(1.0 - x), -((Scalar)1 - x)];
        Tensor[] products = [x * 3, 3 * x, x * 3L, 3L * x, x * 3f, 3f * x, x * 3.0, 3.0 * x, x * (Scalar)3, (Scalar)3 * x];
        Tensor[] quotients = [x / 2, x / 2L, x / 2f, x / 2.0, x / (Scalar)2, 2 / (4 / x), 2L / (4L / x), 2f / (4f / x), 2.0 / (4.0 / x),
            (Scalar)2 / ((Scalar)4 / x)];
        Assert.All(sums, t => Assert.Equal([3.0, 5], t.data<double>().ToArray()));
        Assert.All(differences, t => Assert.Equal([1.0, 3], t.data<double>().ToArray()));
        Assert.All(products, t => Assert.Equal([6.0, 12], t.data<double>().ToArray()));
        Assert.All(quotients, t => Assert.Equal([1.0, 2], t.data<double>().ToArray()));
        Assert.Equal([2.0, 1], (x % 3).data<double>().ToArray());
        Assert.Equal([-2.0, -4], (-x).data<double>().ToArray());
    }

    [Fact]
    public void Equals_compares_values_and_equality_operators_elements()
    {
        var x = arange(3);
        Assert.True(x.Equals(arange(3)));
        Assert.False(x.Equals(arange(4)));
        Assert.True((x == arange(3)).all().ToBoolean());
        Assert.Equal(x.GetHashCode(), x.GetHashCode());
    }

    [Fact]
    public void Scalars_know_their_type()
    {
        Assert.Equal(ScalarType.Int64, ((Scalar)(byte)1).Type);
        Assert.Equal(ScalarType.Float64, ((Scalar)1f).Type);
        Assert.Equal(ScalarType.Bool, true.ToScalar().Type);
        Assert.Equal(3, tensor(3L).ToScalar().ToInt32());
        Assert.Equal(2.5, tensor(2.5f).ToScalar().ToDouble());
    }

    [Fact]
    public void The_default_number_of_threads_is_that_of_the_cores()
    {
        var asked = Environment.GetEnvironmentVariable("OMP_NUM_THREADS");
        Assert.Equal(int.TryParse(asked, out var n) && n > 0 ? n : Environment.ProcessorCount, get_num_threads());
    }

    [Fact]
    public void Openmps_threads_sleep_while_they_wait()
    {
        _ = get_num_threads();
        var policy = System.Runtime.InteropServices.Marshal.PtrToStringUTF8(getenv("OMP_WAIT_POLICY"));
        Assert.Equal(Environment.GetEnvironmentVariable("OMP_WAIT_POLICY") ?? "PASSIVE", policy);
    }

    // The C library's environment, which .NET's own doesn't show.
    [System.Runtime.InteropServices.DllImport("libc")]
    private static extern IntPtr getenv(string name);

    [Fact]
    public void The_default_type_can_be_changed_to_another_floating_one()
    {
        Assert.Equal(ScalarType.Float32, get_default_dtype());
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => set_default_dtype(ScalarType.Int64));
    }
}
