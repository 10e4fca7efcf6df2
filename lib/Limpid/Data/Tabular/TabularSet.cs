using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Limpid.Data.Tabular;

/// <summary>A table: one row for each sample, one named column for each input, and what is to be told from them. Immutable.</summary>
public sealed class TabularSet
{
    private readonly double[] _cells;

    private readonly double[] _targets;

    /// <summary>Makes a set of one's own table; everything is copied.</summary>
    /// <param name="name">A name for titles and messages.</param>
    /// <param name="columns">The names of the inputs, all different.</param>
    /// <param name="rows">The inputs of each sample.</param>
    /// <param name="targets">For each sample a number, or the index of its class.</param>
    /// <param name="classes">The names of the classes; none where a number is to be told.</param>
    /// <exception cref="ArgumentException">Sizes do not fit together, or a class has no name.</exception>
    public TabularSet(string name, IReadOnlyList<string> columns, IReadOnlyList<double[]> rows, IReadOnlyList<double> targets, IReadOnlyList<string>? classes = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(targets);
        (Name, Columns, Classes) = (name, [.. columns], classes is null ? [] : [.. classes]);
        if (columns.Distinct().Count() != columns.Count)
            throw new ArgumentException($"'{name}' names the column '{columns.GroupBy(c => c).First(g => g.Count() > 1).Key}' twice.", nameof(columns));
        for (int row = 0; row < rows.Count; row++)
            if (rows[row].Length != columns.Count)
                throw new ArgumentException($"Row {row} of '{name}' has {rows[row].Length} cells; expected {columns.Count}, one per column.", nameof(rows));
        if (targets.Count != rows.Count || rows.Count == 0)
            throw new ArgumentException($"'{name}' has {rows.Count} rows and {targets.Count} targets; expected one target per row and at least one row.", nameof(targets));
        for (int row = 0; row < targets.Count && Classes.Length > 0; row++)
            if (!(targets[row] >= 0 && targets[row] < Classes.Length) || targets[row] % 1 != 0)
                throw new ArgumentException(FormattableString.Invariant($"Row {row} of '{name}' has the class {targets[row]}; expected 0 to {Classes.Length - 1}."), nameof(targets));
        _cells = [.. rows.SelectMany(row => row)];
        _targets = [.. targets];
    }

    /// <summary>A name for titles and messages.</summary>
    public string Name { get; }

    /// <summary>The names of the inputs.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>The names of the classes; empty where a number is to be told.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>Number of samples.</summary>
    public int Count => _targets.Length;

    /// <summary>For each sample the number, or the index of its class.</summary>
    public ReadOnlySpan<double> Targets => _targets;

    /// <summary>The same table with two classes: one of them, and all others.</summary>
    /// <param name="of">The class that becomes 1; the others become 0.</param>
    /// <exception cref="ArgumentException">There is no such class.</exception>
    public TabularSet OneAgainstRest(string of)
    {
        int index = Classes.IndexOf(of);
        return index < 0 ? throw new ArgumentException($"There is no class '{of}'; expected one of {string.Join(", ", Classes)}.", nameof(of))
            : new TabularSet(Name, Columns, [.. Enumerable.Range(0, Count).Select(Row)], [.. _targets.Select(target => target == index ? 1.0 : 0.0)], ["other", of]);
    }

    /// <summary>The inputs of some samples.</summary>
    /// <param name="rows">Which, in which order; all if null.</param>
    /// <returns>[rows, columns], float32; a new tensor.</returns>
    public Tensor Inputs(IReadOnlyList<int>? rows = null)
    {
        rows ??= [.. Enumerable.Range(0, Count)];
        return tensor(rows.SelectMany(Row).ToArray(), [rows.Count, Columns.Length], dtype: float32);
    }

    /// <summary>The targets of some samples as one output of a network is held against them.</summary>
    /// <param name="rows">Which, in which order; all if null.</param>
    /// <returns>[rows, 1], float32; a new tensor.</returns>
    public Tensor TargetColumn(IReadOnlyList<int>? rows = null)
    {
        rows ??= [.. Enumerable.Range(0, Count)];
        return tensor(rows.Select(row => _targets[row]).ToArray(), [rows.Count, 1], dtype: float32);
    }

    /// <summary>Parts the samples at random into those to train on and those to test on; classes keep their shares.</summary>
    /// <param name="testShare">The share to test on, above 0 and below 1.</param>
    /// <param name="random">The draw.</param>
    /// <returns>Row numbers; each part in random order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside.</exception>
    public (ImmutableArray<int> Train, ImmutableArray<int> Test) Split(double testShare, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (!(testShare > 0 && testShare < 1))
            throw new ArgumentOutOfRangeException(nameof(testShare), testShare, FormattableString.Invariant($"The share to test on is {testShare}; expected above 0 and below 1."));
        var (train, test) = (new List<int>(), new List<int>());
        foreach (IGrouping<double, int> group in Enumerable.Range(0, Count).GroupBy(row => Classes.Length == 0 ? 0 : _targets[row]).OrderBy(group => group.Key))
        {
            int[] members = [.. group];
            random.Shuffle(members);
            int tested = (int)Math.Round(members.Length * testShare);
            test.AddRange(members[..tested]);
            train.AddRange(members[tested..]);
        }
        int[] mixed = [.. train], last = [.. test];
        random.Shuffle(mixed);
        random.Shuffle(last);
        return ([.. mixed], [.. last]);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Count} samples, {Columns.Length} inputs, {(Classes.Length == 0 ? "a number" : string.Join(", ", Classes.Select((c, i) => $"{_targets.Count(t => t == i)} {c}")))}";

    private double[] Row(int row) => _cells[(row * Columns.Length)..((row + 1) * Columns.Length)];
}
