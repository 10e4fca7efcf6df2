using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.ClustersInClusters;

/// <summary>Turns a network's activations on new samples into a <see cref="ClusterResult"/>.</summary>
internal static class ClusterReading
{
    private const int Rows = 1000;
    private const double Silent = 1e-6;

    public static ClusterResult Of(ClusterVariant variant, long seed, Tensor activations, NestedClusters data, double error, double untrained, Random random)
    {
        int[] large = [.. data.ClassOf.Select(c => c / 2)];
        var purities = PairPurity.OfEach(activations, large, Pairings.All(NestedClusters.Large));
        var shown = Enumerable.Range(0, Math.Min(Rows, data.Count)).OrderBy(i => data.ClassOf[i]).ToArray();
        var (values, _, columns) = Activations.Copy(activations, nameof(activations));
        var most = Math.Max(shown.Max(i => Row(i).Max(Math.Abs)), double.Epsilon);
        double[] Row(int i) => values[(i * columns)..((i + 1) * columns)];
        return new ClusterResult
        {
            Variant = variant.Name,
            Seed = seed,
            Pairs = purities[0],
            OtherPairings = [.. purities.Skip(1).Select(p => p.Purity)],
            Untrained = untrained,
            SubClusters = SubClusterReading.Of(activations, data.ClassOf, purities[0].ClusterOf),
            Shuffled = SubClusterReading.Of(activations, ShuffledWithin(data.ClassOf, random), purities[0].ClusterOf),
            Error = error,
            SilentPairs = Enumerable.Range(0, columns / 2).Count(pair => Enumerable.Range(0, data.Count)
                .All(i => Math.Abs(values[i * columns + 2 * pair]) + Math.Abs(values[i * columns + 2 * pair + 1]) < Silent)),
            Activations = [.. shown.Select(i => Row(i).Select(value => value / most).ToArray())],
            Classes = [.. shown.Select(i => data.ClassOf[i])],
        };
    }

    private static int[] ShuffledWithin(IReadOnlyList<int> classOf, Random random)
    {
        int[] shuffled = [.. classOf];
        foreach (var members in Enumerable.Range(0, classOf.Count).GroupBy(i => classOf[i] / 2).OrderBy(group => group.Key).Select(group => group.ToArray()))
        {
            int[] classes = [.. members.Select(i => classOf[i])];
            random.Shuffle(classes);
            for (var k = 0; k < members.Length; k++) shuffled[members[k]] = classes[k];
        }
        return shuffled;
    }
}
