namespace Limpid.Relevance.Imported;

/// <summary>An operation of an imported graph that has no counterpart here.</summary>
/// <param name="node">The node's name.</param>
/// <param name="operation">What it does, in the words of the graph.</param>
/// <param name="problem">What is not supported, and what is.</param>
public sealed class UnsupportedOperationException(string node, string operation, string problem)
    : NotSupportedException($"Node '{node}' ({operation}): {problem}.")
{
    /// <summary>The node's name.</summary>
    public string Node { get; } = node;

    /// <summary>What it does, in the words of the graph.</summary>
    public string Operation { get; } = operation;
}
