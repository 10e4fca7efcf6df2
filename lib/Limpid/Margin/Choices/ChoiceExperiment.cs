using Limpid.Evaluation;
using Limpid.Graphs;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.Choices;

/// <summary>Poses a task with every variant of the grid.</summary>
/// <param name="kept">Keeps finished seeds; null for nothing.</param>
public sealed class ChoiceExperiment(Experiment? kept = null)
{
    /// <summary>The seeds of a task one after another.</summary>
    /// <param name="task">The task.</param>
    /// <param name="seeds">Each draws samples anew.</param>
    public IReadOnlyList<ChoiceResult> Run(ChoiceTask task, IReadOnlyList<Seed> seeds)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(seeds);
        return [.. Display.Progress.Track(seeds, $"{task.Name}, seeds").Select(seed => kept.Replicate(task.Key, seed, each => One(task, each)))];
    }

    private static ChoiceResult One(ChoiceTask task, Seed seed)
    {
        using var scope = NewDisposeScope();
        var (drawn, random, grid) = (task.Draw(seed), seed.Random("shuffled"), ChoiceVariant.Grid);
        var (skills, shuffled) = (new double[grid.Count], new double[grid.Count]);
        var influences = new Dictionary<ChoiceVariant, double[]>();
        foreach (var k in ChoiceVariant.Neighbours)
        {
            var neighbours = NearestNeighbours.Of(drawn.Points, k);
            double[]? signal = null;
            foreach (var weights in Enumerable.Range(0, grid.Count).Where(i => grid[i].K == k).GroupBy(i => grid[i].Gaussian))
            {
                var graph = grid[weights.First()].Graph(neighbours);
                signal ??= drawn.Signal(graph);
                foreach (var i in weights)
                {
                    if (grid[i].Filter == ChoiceFilters.Ideal && graph.VertexCount > task.MostForIdeal)
                    {
                        skills[i] = shuffled[i] = double.NaN;
                        continue;
                    }
                    var filtered = Filtered(grid[i], graph, signal);
                    skills[i] = drawn.Skill(graph, filtered);
                    if (ChoiceVariant.OneChange.Contains(grid[i])) influences[grid[i]] = Array.ConvertAll(filtered, Math.Abs);
                    var lots = (double[])filtered.Clone();
                    random.Shuffle(lots);
                    shuffled[i] = drawn.Skill(graph, lots);
                }
            }
        }
        return new ChoiceResult(seed, skills, shuffled, Agreement(influences));
    }

    private static double[] Filtered(ChoiceVariant variant, Graph graph, double[] signal)
    {
        using var scope = NewDisposeScope();
        return [.. variant.Influence().Filtered(graph, tensor(signal)).data<double>()];
    }

    private static double[][] Agreement(Dictionary<ChoiceVariant, double[]> influences) =>
        [.. ChoiceVariant.OneChange.Select(a => ChoiceVariant.OneChange.Select(b => influences.TryGetValue(a, out var x) && influences.TryGetValue(b, out var y) ? Spearman(x, y) : double.NaN).ToArray())];

    private static double Spearman(double[] x, double[] y)
    {
        using var scope = NewDisposeScope();
        return RankCorrelation.Spearman(tensor(x).unsqueeze(0), tensor(y).unsqueeze(0)).item<double>();
    }
}
