using System.Text.Json;

namespace Limpid.Data.Tfjs;

/// <summary>Reads models of TensorFlow.js in graph form: <c>model.json</c> with topology and list of weights, and the weights' bytes.</summary>
/// <remarks>
/// Every announced size is held against the bytes there are before memory is asked for, and all bytes must be used. Weights may be float32, int32 or bool,
/// and float32 may be stored as float16 or as 8 or 16 bits with scale and minimum. Source: TensorFlow.js, "graph model" format of its converter.
/// </remarks>
public static class TfjsReader
{
    private const string Format = "TensorFlow.js graph";

    /// <summary>Reads a model.</summary>
    /// <param name="json">The whole of <c>model.json</c>; left as it is.</param>
    /// <param name="weights">The weight files that it names, one after the other; left as they are.</param>
    /// <exception cref="DataFormatException">It is no such model, is damaged, or its parts do not fit together.</exception>
    public static TfjsModel Read(ReadOnlyMemory<byte> json, ReadOnlyMemory<byte> weights)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Read(document.RootElement, weights.Span);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Invalid operation: texts with half a character.
            throw Fault($"it can't be read as JSON: {e.Message}");
        }
    }

    private static TfjsModel Read(JsonElement root, ReadOnlySpan<byte> weights)
    {
        string format = Text(root, "file", "format");
        if (format != "graph-model")
            throw Fault($"its format is '{format}', expected 'graph-model'");
        JsonElement topology = Member(root, "file", "modelTopology", JsonValueKind.Object);
        Dictionary<string, TfjsConstant> constants = TfjsWeights.Read(Member(root, "file", "weightsManifest", JsonValueKind.Array), weights);
        TfjsNode[] nodes = [.. Member(topology, "topology", "node", JsonValueKind.Array).EnumerateArray().Select(Node)];
        if (nodes.GroupBy(node => node.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Fault($"two nodes are named '{twice.Key}'");
        if (nodes.FirstOrDefault(node => node.Operation == "Const" && !constants.ContainsKey(node.Name)) is { } missing)
            throw Fault($"the constant '{missing.Name}' is not among the weights");
        return new TfjsModel(InOrder(nodes), constants);
    }

    internal static DataFormatException Fault(FormattableString problem) => new(Format, FormattableString.Invariant(problem));

    internal static JsonElement Member(JsonElement element, string whose, string name, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == kind
            ? value
            : throw Fault($"a {whose} has no '{name}' of kind {kind}");

    internal static string Text(JsonElement element, string whose, string name) => Member(element, whose, name, JsonValueKind.String).GetString()!;

    private static TfjsNode Node(JsonElement node)
    {
        string name = Text(node, "node", "name");
        JsonElement attributes = node.TryGetProperty("attr", out JsonElement attr) ? attr.Clone() : default;
        // A name with ^ in front only says that this node is to run later.
        TfjsInput[] inputs = !node.TryGetProperty("input", out JsonElement list) ? []
            : list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
                ? [.. list.EnumerateArray().Select(item => item.GetString()!).Where(item => !item.StartsWith('^')).Select(TfjsInput.Parse)]
                : throw Fault($"the inputs of node '{name}' are no list of names");
        return new TfjsNode(name, Text(node, "node", "op"), inputs, new TfjsAttributes(name, attributes));
    }

    /// <summary>The nodes, each after its inputs, else in the order of the file.</summary>
    private static List<TfjsNode> InOrder(TfjsNode[] nodes)
    {
        Dictionary<string, int> places = nodes.Select((node, place) => (node.Name, place)).ToDictionary(pair => pair.Name, pair => pair.place);
        var users = new List<int>[nodes.Length];
        int[] waiting = new int[nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
            foreach (string input in nodes[i].Inputs.Select(input => input.Node).Distinct())
            {
                if (!places.TryGetValue(input, out int place))
                    throw Fault($"node '{nodes[i].Name}' takes '{input}', which is no node");
                (users[place] ??= []).Add(i);
                waiting[i]++;
            }
        var ready = new PriorityQueue<int, int>(Enumerable.Range(0, nodes.Length).Where(i => waiting[i] == 0).Select(i => (i, i)));
        var order = new List<TfjsNode>();
        while (ready.TryDequeue(out int next, out _))
        {
            order.Add(nodes[next]);
            foreach (int user in users[next] ?? [])
                if (--waiting[user] == 0)
                    ready.Enqueue(user, user);
        }
        return order.Count == nodes.Length ? order : throw Fault($"its nodes form a circle");
    }
}
