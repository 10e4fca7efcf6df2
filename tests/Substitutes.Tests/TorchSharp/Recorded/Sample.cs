using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TorchSharp;
using static TorchSharp.torch;

namespace Substitutes.Tests.TorchSharp.Recorded;

/// <summary>One recorded sample: inputs, results and gradients as PyTorch gave them.</summary>
internal sealed record Sample(string Name, RecordedTensor[] Inputs, RecordedTensor[] Results, RecordedTensor?[]? Gradients)
{
    internal static readonly IReadOnlyDictionary<string, Sample> All = Load();

    private static Dictionary<string, Sample> Load()
    {
        using var stream = typeof(Sample).Assembly.GetManifestResourceStream("torch-1.13.json")!;
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        return JsonSerializer.Deserialize<Sample[]>(stream, options)!.ToDictionary(sample => sample.Name);
    }
}

internal sealed record RecordedTensor(string Dtype, long[] Shape, JsonNode[] Values)
{
    internal double[] Numbers => Array.ConvertAll(Values, value => value.GetValueKind() == JsonValueKind.String
        ? value.GetValue<string>() switch { "inf" => double.PositiveInfinity, "-inf" => double.NegativeInfinity, _ => double.NaN }
        : double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture));

    internal ScalarType Type => Dtype switch
    {
        "float64" => ScalarType.Float64,
        "float32" => ScalarType.Float32,
        "int64" => ScalarType.Int64,
        "int32" => ScalarType.Int32,
        "bool" => ScalarType.Bool,
        _ => throw new NotSupportedException(Dtype),
    };

    internal Tensor ToTensor() => tensor(Numbers, Shape).to(Type);
}
