using System.Collections.Immutable;
using Limpid.Evaluation;
using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.Margin;

/// <summary>The task of adversarial examples: do attacked inputs differ in influence from clean ones, and harmlessly noisy ones not?</summary>
/// <remarks>Vertices are the inputs of all groups together, edges join nearest neighbours, the signal is the global <see cref="MmdSignal"/>. Apart from the task, all of this is protocol ours.</remarks>
/// <param name="Influence">The scores of all inputs, group after group.</param>
/// <param name="Groups">The groups' names and sizes, in order.</param>
/// <param name="Signal">The signal f of all inputs, before the filter.</param>
public sealed record AdversarialStatistics(InfluenceScores Influence, ImmutableArray<(string Name, int Count)> Groups, ImmutableArray<double> Signal)
{
    /// <summary>Poses the task.</summary>
    /// <param name="groups">Inputs or features [n, ...] of each group, of one shape but for n; the first group is the clean one. Left as they are.</param>
    /// <param name="gamma">Of the kernel.</param>
    /// <param name="k">Number of neighbours.</param>
    /// <param name="influence">The filter; one hop of the random walk if null.</param>
    /// <param name="cancellation">Ends the work between two blocks.</param>
    /// <exception cref="ArgumentException">There are fewer than two groups, they differ in shape or name, or a value isn't finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static AdversarialStatistics Of(IReadOnlyList<(string Name, Tensor Inputs)> groups, double gamma, int k = 20, Influence? influence = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count < 2 || groups.Select(group => group.Name).Distinct().Count() < groups.Count)
            throw new ArgumentException($"There are {groups.Count} groups: {string.Join(", ", groups.Select(group => group.Name))}; expected two or more of different names.", nameof(groups));
        var shape = groups[0].Inputs.shape[1..];
        foreach (var (name, inputs) in groups)
            if (inputs.ndim < 2 || !inputs.shape[1..].SequenceEqual(shape))
                throw new ArgumentException($"The group '{name}' has shape [{string.Join(", ", inputs.shape)}]; expected [n, {string.Join(", ", shape)}] like the first.", nameof(groups));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var points = cat([.. groups.Select(group => group.Inputs.detach().flatten(1).to(float64))]);
        var (graph, signal) = MmdSignal.WithGraph(points, k, gamma, cancellation: cancellation);
        return new((influence ?? Margin.Influence.RandomWalk()).Of(graph, signal), [.. groups.Select(group => (group.Name, (int)group.Inputs.size(0)))], [.. signal]);
    }

    /// <summary>The scores of a group.</summary>
    /// <param name="group">Its name.</param>
    /// <exception cref="ArgumentException">There is no such group.</exception>
    public ImmutableArray<double> Scores(string group) => Part(group, Influence.Scores);

    /// <summary>How probably an input of a group has a larger score than a clean one, ties counting half: the area under the ROC curve of the score as a detector.</summary>
    /// <param name="group">Its name.</param>
    /// <exception cref="ArgumentException">There is no such group.</exception>
    public double Area(string group) => Area(group, Influence.Scores);

    /// <summary>The same for the plain signal: what the filter adds is the difference.</summary>
    /// <param name="group">Its name.</param>
    /// <exception cref="ArgumentException">There is no such group.</exception>
    public double SignalArea(string group) => Area(group, Signal);

    private ImmutableArray<double> Part(string group, ImmutableArray<double> values)
    {
        var start = 0;
        foreach (var (name, count) in Groups)
        {
            if (name == group) return values.Slice(start, count);
            start += count;
        }
        throw new ArgumentException($"There is no group '{group}'; expected one of {string.Join(", ", Groups.Select(each => each.Name))}.", nameof(group));
    }

    private double Area(string group, ImmutableArray<double> values)
    {
        var (clean, other) = (Part(Groups[0].Name, values), Part(group, values));
        return RankArea.Of([.. clean, .. other], [.. Enumerable.Range(0, clean.Length + other.Length).Select(i => i >= clean.Length)]);
    }
}
