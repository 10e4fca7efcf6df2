using System.Diagnostics;
using Limpid.Data;
using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.Benchmarks.Workloads.Graphs;

/// <summary>
/// The nearest neighbours of MNIST's training images as a user has them, float32 [n, 784]. The check value is the process's largest memory
/// in MB until then; a sample of rows is compared with all distances in whole numbers.
/// </summary>
internal sealed class DigitNeighbours : IWorkload
{
    private const int Sample = 60;

    private readonly Tensor points;

    public DigitNeighbours(int n)
    {
        using var scope = NewDisposeScope();
        using var images = ImageSets.Mnist(Split.Train);
        points = (images.Images.narrow(0, 0, n).reshape(n, -1) * 255).round().DetachFromDisposeScope();
    }

    public double Run(int count)
    {
        var found = NearestNeighbours.Of(points, GraphCase.K);
        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64 / 1e6;
        Compare(found, Array.ConvertAll(points.data<float>().ToArray(), value => (int)value));
        return peak;
    }

    /// <summary>Ties are real here: whole numbers squared. The lower index comes first.</summary>
    private static void Compare(NearestNeighbours found, int[] values)
    {
        var (n, d) = (found.PointCount, values.Length / found.PointCount);
        for (var s = 0; s < Sample; s++)
        {
            var point = (int)((long)s * n / Sample);
            var squares = new long[n];
            for (var other = 0; other < n; other++)
                for (var c = 0; c < d; c++)
                {
                    long difference = values[point * d + c] - values[other * d + c];
                    squares[other] += difference * difference;
                }
            var expected = Enumerable.Range(0, n).Where(other => other != point).OrderBy(other => squares[other]).ThenBy(other => other).Take(found.K);
            if (!expected.SequenceEqual(found.Indices(point).ToArray()))
                throw new InvalidOperationException(FormattableString.Invariant($"The neighbours of digit {point} are not those of a full search."));
        }
    }
}
