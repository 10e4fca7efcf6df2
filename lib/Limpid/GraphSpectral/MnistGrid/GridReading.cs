using Limpid.Data;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.MnistGrid;

/// <summary>What a trained <see cref="GridClassifier"/> makes of some images: its grid and its probabilities, with the true classes.</summary>
public sealed class GridReading : IDisposable
{
    internal GridReading(Tensor activations, Tensor probabilities, long[] labels)
    {
        (Activations, Labels) = (activations, [.. labels.Select(label => (int)label)]);
        Probabilities = ToRows(probabilities);
        Predictions = [.. Probabilities.Select(row => Array.IndexOf(row, row.Max()))];
    }

    /// <summary>The grid [B, 64], float32.</summary>
    public Tensor Activations { get; }

    /// <summary>The true classes.</summary>
    public IReadOnlyList<int> Labels { get; }

    /// <summary>The predicted classes (at a tie, the lowest).</summary>
    public IReadOnlyList<int> Predictions { get; }

    /// <summary>Share of images whose predicted class is the true one.</summary>
    public double Accuracy => Labels.Zip(Predictions, (label, prediction) => label == prediction ? 1.0 : 0).Average();

    /// <summary>Class probabilities, one row of 10 per image.</summary>
    public IReadOnlyList<float[]> Probabilities { get; }

    /// <summary>Number of images.</summary>
    public int Count => Labels.Count;

    /// <summary>Reads a network, in evaluation mode and without gradients; its own mode is as before afterwards, also after an exception.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">Images of 28 x 28 with their classes.</param>
    /// <param name="count">The first so many images are read; all if there are fewer.</param>
    /// <param name="batchSize">Images at a time.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static GridReading Of(GridClassifier network, ImageSet data, int count = int.MaxValue, int batchSize = 500)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        count = Math.Min(count, data.Count);
        var training = network.training;
        using var scope = NewDisposeScope();
        using var still = no_grad();
        try
        {
            network.eval();
            var grids = new List<Tensor>();
            for (var start = 0; start < count; start += batchSize)
                grids.Add(network.Grid(data.Images.narrow(0, start, Math.Min(batchSize, count - start))));
            var grid = cat(grids, 0);
            var probabilities = network.Classify(grid).softmax(1);
            return new GridReading(grid.DetachFromDisposeScope(), probabilities, data.Labels.narrow(0, 0, count).contiguous().data<long>().ToArray());
        }
        finally
        {
            network.train(training);
        }
    }

    /// <summary>Frees the activations.</summary>
    public void Dispose() => Activations.Dispose();

    private static float[][] ToRows(Tensor matrix)
    {
        var (values, columns) = (matrix.data<float>().ToArray(), (int)matrix.size(1));
        return [.. Enumerable.Range(0, values.Length / columns).Select(row => values[(row * columns)..((row + 1) * columns)])];
    }
}
