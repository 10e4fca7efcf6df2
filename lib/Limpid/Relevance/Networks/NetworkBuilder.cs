using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>Puts a <see cref="Network"/> together, node by node.</summary>
/// <example>
/// <code>
/// var builder = new NetworkBuilder();
/// int left = builder.AddModule("left", conv, NetworkBuilder.Input);
/// int sum = builder.Add("sum", new SumOperation(), left, NetworkBuilder.Input);
/// Network network = builder.Build(sum);
/// </code>
/// </example>
public sealed class NetworkBuilder
{
    /// <summary>The position of the input.</summary>
    public const int Input = 0;

    private readonly List<Node> nodes = [new("input", new InputOperation(), [])];
    private readonly HashSet<string> names = ["input"];

    /// <summary>Adds a node.</summary>
    /// <param name="name">Its name; when taken, "#2", "#3" and so on is appended (a module used more than once).</param>
    /// <param name="operation">What it computes.</param>
    /// <param name="inputs">Positions of earlier nodes.</param>
    /// <returns>Its position.</returns>
    /// <exception cref="ArgumentException">The name is empty, or an input is no earlier node.</exception>
    public int Add(string name, Operation operation, params int[] inputs)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Length == 0) throw new ArgumentException($"Node {name} has no input; expected at least one.", nameof(inputs));
        foreach (var input in inputs) CheckPosition(input, nameof(inputs));
        var unique = name;
        for (var i = 2; !names.Add(unique); i++) unique = FormattableString.Invariant($"{name}#{i}");
        nodes.Add(new Node(unique, operation, [.. inputs]));
        return nodes.Count - 1;
    }

    /// <summary>Adds the nodes of a module.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="module">A layer, a <c>Sequential</c> or an <see cref="INetworkBlock"/>.</param>
    /// <param name="input">Position of its input.</param>
    /// <returns>Position of its output.</returns>
    /// <exception cref="UnsupportedLayerException">The module is of an unknown class.</exception>
    public int AddModule(string name, nn.Module module, int input)
    {
        ArgumentNullException.ThrowIfNull(module);
        CheckPosition(input, nameof(input));
        return ModuleReading.Add(this, name, module, input);
    }

    /// <summary>The network.</summary>
    /// <param name="output">Position of the node whose output are the scores. Nodes that it doesn't need are left out.</param>
    public Network Build(int output)
    {
        CheckPosition(output, nameof(output));
        var needed = new bool[nodes.Count];
        needed[Input] = needed[output] = true;
        for (var i = output; i > 0; i--)
            if (needed[i])
                foreach (var input in nodes[i].Inputs) needed[input] = true;
        var places = new int[nodes.Count];
        var kept = ImmutableArray.CreateBuilder<Node>();
        for (var i = 0; i < nodes.Count; i++)
        {
            if (!needed[i]) continue;
            places[i] = kept.Count;
            kept.Add(nodes[i] with { Inputs = [.. nodes[i].Inputs.Select(input => places[input])] });
        }
        return new Network(kept.ToImmutable(), places[output]);
    }

    /// <summary>The name of a part: <c>whole.part</c>, or <c>part</c> where the whole has no name.</summary>
    /// <param name="whole">Name of the whole, maybe empty.</param>
    /// <param name="part">Name of the part.</param>
    public static string Path(string whole, string part) => whole.Length == 0 ? part : $"{whole}.{part}";

    private void CheckPosition(int position, string argument)
    {
        if (position < 0 || position >= nodes.Count)
            throw new ArgumentException(FormattableString.Invariant($"There is no node {position}; expected 0 to {nodes.Count - 1}."), argument);
    }
}
