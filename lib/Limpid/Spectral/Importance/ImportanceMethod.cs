using System.Diagnostics;

namespace Limpid.Spectral.Importance;

/// <summary>A way to say how important each input is for all samples together.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Of">One number per input, larger for a more important one; random choices come from the generator given.</param>
public sealed partial record ImportanceMethod(string Name, Func<ImportanceTask, Random, double[]> Of)
{
    /// <summary>Runs the method and takes the time.</summary>
    /// <param name="task">What it looks at.</param>
    /// <param name="random">Its random choices.</param>
    /// <exception cref="ArgumentException">It gave another number of scores than there are inputs, or one that isn't finite.</exception>
    public ImportanceScores Score(ImportanceTask task, Random random)
    {
        ArgumentNullException.ThrowIfNull(task);
        var watch = Stopwatch.StartNew();
        var values = Of(task, random);
        if (values.Length != task.Inputs) throw new ArgumentException($"'{Name}' gave {values.Length} scores; expected {task.Inputs}, one per input.", nameof(task));
        return new ImportanceScores(Name, [.. values], watch.Elapsed.TotalSeconds);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
