using System.Text.Json;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis;

/// <summary>Small tables with what scikit-learn and SciPy gave for them (record/mahalanobis.py).</summary>
internal static class Recorded
{
    private static readonly JsonElement Root = Load();

    internal static double Number(string name) => Root.GetProperty(name).GetDouble();

    internal static double[] Numbers(string name) => [.. Root.GetProperty(name).EnumerateArray().SelectMany(item => item.ValueKind == JsonValueKind.Array ? item.EnumerateArray().Select(value => value.GetDouble()) : [item.GetDouble()])];

    internal static Tensor Matrix(string name) => tensor(Numbers(name)).view(Root.GetProperty(name).GetArrayLength(), -1);

    private static JsonElement Load()
    {
        using var stream = typeof(Recorded).Assembly.GetManifestResourceStream("record.mahalanobis.json") ?? throw new FileNotFoundException("The test assembly embeds no 'record.mahalanobis.json'.");
        return JsonDocument.Parse(stream).RootElement;
    }
}
