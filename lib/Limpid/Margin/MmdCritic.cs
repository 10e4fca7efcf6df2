using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.Margin;

/// <summary>MMD-critic, the baseline: prototypes whose mean lies nearest to that of the data, criticisms where the two differ most; both chosen greedily, ties by index.</summary>
/// <remarks>
/// <para>
/// With the kernel of <see cref="MmdSignal"/>, at step t (|S| = t) the prototype is the point i that maximises <c>2 mean_j K_ij - (2 sum_{j in S} K_ij + K_ii) / (t + 1)</c>. A criticism
/// maximises, among points that are neither prototype nor criticism, <c>|mean_j K_ij - mean_{j in prototypes} K_ij| + log|K_ii - k_i' K_SS^-1 k_i|</c> with the criticisms S so far; the
/// logarithm, an option, keeps them apart from each other: it is what each adds to log det K_SS.
/// </para>
/// <para>Only the kernel's columns of chosen points are made, so that memory is n (m + d) numbers. Source: Kim, Khanna, Koyejo 2016, and the authors' code.</para>
/// </remarks>
public sealed class MmdCritic
{
    private readonly PointMatrix points;
    private readonly double gamma;
    private readonly IReadOnlyList<int>? classes;
    private readonly double[] means;

    private MmdCritic(PointMatrix points, double gamma, IReadOnlyList<int>? classes, double[] means) => (this.points, this.gamma, this.classes, this.means) = (points, gamma, classes, means);

    /// <summary>Chooses prototypes and, where asked for, criticisms.</summary>
    /// <param name="data">Points [n, d]; left as they are.</param>
    /// <param name="gamma">Of the kernel, positive and finite.</param>
    /// <param name="prototypes">How many prototypes, 1 to n.</param>
    /// <param name="criticisms">How many criticisms, 0 to the points that are no prototypes.</param>
    /// <param name="classes">Labels, one for each point, for the class-wise ("local") kernel; null for the global one.</param>
    /// <param name="apart">Whether criticisms bear the log-determinant term.</param>
    /// <param name="cancellation">Ends the work between two steps.</param>
    /// <returns>Points in the order in which they were chosen.</returns>
    /// <exception cref="ArgumentException">The points are no finite matrix, or the number of labels is another than that of points.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static (ImmutableArray<int> Prototypes, ImmutableArray<int> Criticisms) Select(
        Tensor data, double gamma, int prototypes, int criticisms = 0, IReadOnlyList<int>? classes = null, bool apart = true, CancellationToken cancellation = default)
    {
        NearestNeighbours.Check(data, 1);
        PositiveNumber.Checked(gamma);
        var n = (int)data.size(0);
        if (prototypes < 1 || prototypes > n) throw new ArgumentOutOfRangeException(nameof(prototypes), prototypes, $"{prototypes} prototypes; expected 1 to {n}.");
        if (criticisms < 0 || criticisms > n - prototypes)
            throw new ArgumentOutOfRangeException(nameof(criticisms), criticisms, $"{criticisms} criticisms; expected 0 to {n - prototypes}, the points that are no prototypes.");
        if (classes is not null) ClassLabels.Check(classes, n, nameof(classes));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var points = PointMatrix.From(data, nameof(data));
        var sums = classes is null ? KernelSums.Of(points, gamma, cancellation) : RbfKernel.ClassSums(data, classes, gamma, cancellation);
        var critic = new MmdCritic(points, gamma, classes, Array.ConvertAll(sums, sum => sum / n));
        var near = new double[n];
        var chosen = critic.Prototypes(prototypes, near, cancellation);
        return ([.. chosen], criticisms == 0 ? [] : [.. critic.Criticisms(chosen, near, criticisms, apart, cancellation)]);
    }

    // Leaves sum_{j in prototypes} K_ij in `near`.
    private List<int> Prototypes(int count, double[] near, CancellationToken cancellation)
    {
        var (chosen, taken) = (new List<int>(count), new bool[near.Length]);
        while (chosen.Count < count)
        {
            cancellation.ThrowIfCancellationRequested();
            var best = Best(taken, i => 2 * means[i] - (2 * near[i] + 1) / (chosen.Count + 1));
            chosen.Add(best);
            taken[best] = true;
            var column = Column(best);
            for (var i = 0; i < near.Length; i++) near[i] += column[i];
        }
        return chosen;
    }

    // K_ii - k_i' K_SS^-1 k_i is what the Cholesky decomposition of K_SS, grown by i, would have as its next squared pivot: each step of it lowers the pivots of all candidates.
    private List<int> Criticisms(List<int> prototypes, double[] near, int count, bool apart, CancellationToken cancellation)
    {
        var (chosen, taken, pivots, rows) = (new List<int>(count), new bool[near.Length], new double[near.Length], new List<double[]>());
        Array.Fill(pivots, 1);
        foreach (var prototype in prototypes) taken[prototype] = true;
        while (chosen.Count < count)
        {
            cancellation.ThrowIfCancellationRequested();
            var best = Best(taken, i => Math.Abs(means[i] - near[i] / prototypes.Count) + (apart ? Math.Log(Math.Abs(pivots[i])) : 0));
            chosen.Add(best);
            taken[best] = true;
            // A duplicate of a criticism has a pivot of 0 and adds nothing to the decomposition.
            if (!apart || pivots[best] < 1e-14) continue;
            var row = Column(best);
            foreach (var before in rows)
                for (var (i, own) = (0, before[best]); i < row.Length; i++) row[i] -= own * before[i];
            for (var (i, root) = (0, Math.Sqrt(pivots[best])); i < row.Length; i++)
            {
                row[i] /= root;
                pivots[i] -= row[i] * row[i];
            }
            rows.Add(row);
        }
        return chosen;
    }

    private static int Best(bool[] taken, Func<int, double> score)
    {
        var (best, largest) = (-1, double.NegativeInfinity);
        for (var i = 0; i < taken.Length; i++)
            if (!taken[i] && score(i) is var value && (best < 0 || value > largest)) (best, largest) = (i, value);
        return best;
    }

    /// <summary>K_ij for all i.</summary>
    private double[] Column(int j)
    {
        using var scope = NewDisposeScope();
        ReadOnlySpan<double> products = MemoryMarshal.Cast<byte, double>(points.Centred.mv(points.Centred[j]).bytes);
        var column = new double[products.Length];
        for (var i = 0; i < column.Length; i++)
            column[i] = classes is not null && classes[i] != classes[j] ? 0 : i == j ? 1 : Math.Exp(-gamma * Math.Max(0, points.Squares[i] + points.Squares[j] - 2 * products[i]));
        return column;
    }
}
