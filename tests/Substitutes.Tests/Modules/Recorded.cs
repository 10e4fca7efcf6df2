using System.Text.Json;
using Xunit;
using static TorchSharp.torch;

namespace Substitutes.Tests.Modules;

/// <summary>What PyTorch 1.13 gave (record/modules.py), and comparisons with it.</summary>
internal static class Recorded
{
    private static readonly JsonElement all = Load();

    private static JsonElement Load()
    {
        using var stream = typeof(Recorded).Assembly.GetManifestResourceStream("record.modules.json")
            ?? throw new FileNotFoundException("The test assembly embeds no 'record.modules.json'.");
        return JsonDocument.Parse(stream).RootElement;
    }

    public static IEnumerable<string> Names => all.EnumerateObject().Select(p => p.Name);

    public static double[] Numbers(string name) => [.. all.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];

    public static long[] Shape(string name) => [.. all.GetProperty(name).GetProperty("shape").EnumerateArray().Select(v => v.GetInt64())];

    public static double[] Values(string name) => [.. all.GetProperty(name).GetProperty("values").EnumerateArray().Select(v => v.GetDouble())];

    public static double[] ValuesOf(Tensor tensor)
    {
        using var plain = tensor.detach().to(ScalarType.Float64).contiguous();
        return plain.data<double>().ToArray();
    }

    /// <summary>Same shape, and every value within the tolerance of the recorded one, relative to the larger of it and 1.</summary>
    public static void Equal(string name, Tensor? actual, double tolerance = 0)
    {
        Assert.NotNull(actual);
        Assert.Equal(Shape(name), actual.shape);
        Close(name, Values(name), ValuesOf(actual), tolerance);
    }

    public static void Close(string name, double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])),
                $"{name}[{i}]: PyTorch gave {expected[i]:R}, we {actual[i]:R}");
    }

    /// <summary>Every tensor of the module equals the recorded "PREFIX.KEY", and none is recorded that the module lacks.</summary>
    public static void EqualState(string prefix, nn.Module module, double tolerance = 0)
    {
        var state = module.state_dict();
        var recorded = Names.Where(n => n.StartsWith(prefix + ".", StringComparison.Ordinal)).Select(n => n[(prefix.Length + 1)..]);
        Assert.Equal(recorded.Order(), state.Keys.Order());
        foreach (var (key, tensor) in state) Equal($"{prefix}.{key}", tensor, tolerance);
    }

    /// <summary>The recorder's fixed input: sines rounded to eighths.</summary>
    public static Tensor Ramp(params long[] shape) => Ramp(ScalarType.Float32, shape);

    public static Tensor Ramp(ScalarType type, params long[] shape)
    {
        var count = shape.Aggregate(1L, (a, b) => a * b);
        var values = Enumerable.Range(1, (int)count).Select(i => Math.Round(Math.Sin(i) * 8) / 8).ToArray();
        return tensor(values).reshape(shape).to(type);
    }
}
