using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.Margin.Choices;

/// <summary>One draw of a task. The points belong to the dispose scope in which it was made.</summary>
/// <param name="Points">Samples [n, d], joined to their nearest by Euclidean distance.</param>
/// <param name="Signal">The signal on a graph of the samples; may depend on who is joined, not on weights.</param>
/// <param name="Skill">What the filtered signal, with its sign, is worth on that graph: 0 for chance, 1 for perfect, negative if worse than chance.</param>
public sealed record ChoiceCase(Tensor Points, Func<Graph, double[]> Signal, Func<Graph, double[], double> Skill);
