using System.Text.Json;
using Limpid.Data.Tfjs;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.Imported;

/// <summary>The small graph and what TensorFlow.js computes with it (record/small-graph.mjs).</summary>
internal static class RecordedGraph
{
    internal static JsonElement Root { get; } = Load("record.small-graph.json");

    internal static byte[] Json => JsonSerializer.SerializeToUtf8Bytes(Root.GetProperty("json"));

    internal static byte[] Weights => Root.GetProperty("weights").GetBytesFromBase64();

    internal static TfjsModel Model => TfjsReader.Read(Json, Weights);

    internal static Tensor Input => tensor(Root.GetProperty("input").Deserialize<float[]>()!, [1, 9, 10, 3]);

    internal static Tensor Output(string name)
    {
        var output = Root.GetProperty("outputs").GetProperty(name);
        return tensor(output.GetProperty("values").Deserialize<float[]>()!, output.GetProperty("shape").Deserialize<long[]>()!);
    }

    internal static JsonElement Load(string resource)
    {
        using var stream = typeof(RecordedGraph).Assembly.GetManifestResourceStream(resource)
            ?? throw new FileNotFoundException($"The test assembly embeds no '{resource}'.");
        return JsonDocument.Parse(stream).RootElement;
    }
}
