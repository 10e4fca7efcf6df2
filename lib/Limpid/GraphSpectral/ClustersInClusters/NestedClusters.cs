using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.ClustersInClusters;

/// <summary>The paper's synthetic data of clusters within clusters: three large clusters, each of two sub-clusters.</summary>
/// <remarks>
/// Fifteen features in three modules of five. All have unit variance, and two of one module the correlation 0.6: <c>x = sqrt 0.6 g + sqrt 0.4 e</c> with one g for
/// each module and one e for each feature, both standard normal. A sample of class y (uniform on 0..5) belongs to the large cluster m = y / 2: the five features of module m
/// get +10, and for odd y the last of them another +10.
/// <para>Source: Tong et al. 2020, arXiv:1810.00424, section on clusters within clusters, and the authors' code.</para>
/// </remarks>
public sealed class NestedClusters : IDisposable
{
    /// <summary>Large clusters, as many as modules.</summary>
    public const int Large = 3;

    /// <summary>Sub-clusters of all large clusters.</summary>
    public const int Classes = 2 * Large;

    /// <summary>Features in a module.</summary>
    public const int ModuleSize = 5;

    /// <summary>Features in a sample.</summary>
    public const int Features = Large * ModuleSize;

    private const double Correlation = 0.6;
    private const float Step = 10;

    private NestedClusters(Tensor samples, int[] classOf) => (Samples, ClassOf) = (samples, classOf);

    /// <summary>The samples [n, 15], float32.</summary>
    public Tensor Samples { get; }

    /// <summary>The class of each sample, 0 to 5; its large cluster is half of it, rounded down.</summary>
    public IReadOnlyList<int> ClassOf { get; }

    /// <summary>Number of samples.</summary>
    public int Count => ClassOf.Count;

    /// <summary>The names of the six classes, for charts: A1, A2 (the one with the last feature raised), B1, ...</summary>
    public static IReadOnlyList<string> ClassNames { get; } = ["A1", "A2", "B1", "B2", "C1", "C2"];

    /// <summary>Draws samples.</summary>
    /// <param name="count">n, at least 1.</param>
    /// <param name="random">Every random choice.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static NestedClusters Draw(int count, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentNullException.ThrowIfNull(random);
        var (values, classOf) = (new float[count * Features], new int[count]);
        var (common, own) = (new double[Large], new double[Features]);
        for (var i = 0; i < count; i++)
        {
            classOf[i] = random.Next(Classes);
            MathNet.Numerics.Distributions.Normal.Samples(random, common, 0, 1);
            MathNet.Numerics.Distributions.Normal.Samples(random, own, 0, 1);
            for (var f = 0; f < Features; f++)
                values[i * Features + f] = (float)(Math.Sqrt(Correlation) * common[f / ModuleSize] + Math.Sqrt(1 - Correlation) * own[f]);
            var start = i * Features + classOf[i] / 2 * ModuleSize;
            for (var f = 0; f < ModuleSize; f++) values[start + f] += Step;
            if (classOf[i] % 2 == 1) values[start + ModuleSize - 1] += Step;
        }
        return new NestedClusters(tensor(values, [count, Features]), classOf);
    }

    /// <inheritdoc/>
    public void Dispose() => Samples.Dispose();

    /// <summary>For example "60000 samples of 15 features in 6 classes".</summary>
    public override string ToString() => FormattableString.Invariant($"{Count} samples of {Features} features in {Classes} classes");
}
