using System.Globalization;
using System.Runtime.CompilerServices;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Substitutes.Tests.TorchSharp.Recorded;

// Not beside other tests: one case forgets all operators, which a call at the same moment would not survive.
[CollectionDefinition(nameof(RecordedTests), DisableParallelization = true)]
[Collection(nameof(RecordedTests))]
public class RecordedTests
{
    public static TheoryData<string> Names => [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_gradients_are_those_of_PyTorch(string name)
    {
        var sample = Sample.All[name];
        using var scope = NewDisposeScope();
        var (results, inputs) = Run(sample);
        Assert.Equal(sample.Results.Length, results.Length);
        for (var i = 0; i < results.Length; i++) AssertSame(sample.Results[i], results[i], $"{name}, result {i}");

        var graded = results.Where(r => r.is_floating_point() && r.requires_grad).ToArray();
        Assert.Equal(sample.Gradients is not null, graded.Length > 0);
        if (sample.Gradients is null) return;
        var loss = graded.Select(r => (r.to(ScalarType.Float64) * Weights(r)).sum()).Aggregate((a, b) => a + b);
        var gradients = autograd.grad([loss], [.. inputs.Where(t => t.requires_grad)], allow_unused: true);
        Assert.Equal(sample.Gradients.Length, gradients.Count);
        for (var i = 0; i < gradients.Count; i++)
        {
            Assert.Equal(sample.Gradients[i] is null, gradients[i].IsInvalid);
            if (sample.Gradients[i] is { } expected) AssertSame(expected, gradients[i], $"{name}, gradient {i}");
        }
    }

    [Fact]
    public void Every_sample_is_recorded_and_every_record_has_a_sample() =>
        Assert.Equal(Sample.All.Keys.Order(), Samples.All.Keys.Order());

    [Fact]
    public void Every_operator_of_the_facade_has_a_sample()
    {
        foreach (var type in typeof(torch).Assembly.GetTypes()) RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        Assert.InRange(Op.All.Length, 300, 1000);
        foreach (var op in Op.All) op.Forget();
        using (NewDisposeScope())
        {
            foreach (var sample in Sample.All.Values) Run(sample);
        }
        Assert.Empty(Op.All.Where(op => !op.Called).Select(op => op.Name).Order());
    }

    private static (Tensor[] Results, Tensor[] Inputs) Run(Sample sample)
    {
        var inputs = Array.ConvertAll(sample.Inputs, input => input.ToTensor());
        foreach (var input in inputs) input.requires_grad = input.is_floating_point();
        return (Flatten(Samples.All[sample.Name](inputs)), inputs);
    }

    private static Tensor[] Flatten(object results) => results switch
    {
        Tensor one => [one],
        Tensor[] many => many,
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => (Tensor)tuple[i]!)],
        _ => throw new NotSupportedException(results.GetType().Name),
    };

    private static Tensor Weights(Tensor result) => arange(result.numel(), ScalarType.Float64).cos().reshape(result.shape);

    private static void AssertSame(RecordedTensor expected, Tensor actual, string what)
    {
        Assert.True(expected.Type == actual.dtype, $"{what}: {actual.dtype}, not {expected.Type}");
        Assert.True(expected.Shape.AsSpan().SequenceEqual(actual.shape), $"{what}: [{string.Join(',', actual.shape)}]");
        var tolerance = actual.dtype == ScalarType.Float64 ? 1e-9 : actual.dtype == ScalarType.Float32 ? 2e-6 : 0;
        var numbers = actual.detach().to(ScalarType.Float64).data<double>().ToArray();
        for (var i = 0; i < numbers.Length; i++)
        {
            var wanted = expected.Numbers[i];
            var same = numbers[i].Equals(wanted) || Math.Abs(numbers[i] - wanted) <= tolerance * Math.Max(1, Math.Abs(wanted));
            Assert.True(same, string.Create(CultureInfo.InvariantCulture, $"{what}, element {i}: {numbers[i]:R}, not {wanted:R}"));
        }
    }
}
