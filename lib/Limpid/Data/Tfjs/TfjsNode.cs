namespace Limpid.Data.Tfjs;

/// <summary>One operation of a graph.</summary>
/// <param name="Name">Unique in the graph.</param>
/// <param name="Operation">TensorFlow's name of what it does, for example <c>Conv2D</c>.</param>
/// <param name="Inputs">What it takes, in order.</param>
/// <param name="Attributes">Its settings.</param>
public sealed record TfjsNode(string Name, string Operation, IReadOnlyList<TfjsInput> Inputs, TfjsAttributes Attributes);
