using System.Globalization;
using System.Text.Json.Serialization;
using Limpid.Data;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.MnistGrid;

/// <summary>A single digit with its grid, for the paper's picture of top-10 % neurons.</summary>
/// <param name="Digit">True class.</param>
/// <param name="Role">Which kind.</param>
/// <param name="Image">Index among the images read.</param>
/// <param name="ReadAs">Predicted class.</param>
/// <param name="Probability">Of the predicted class.</param>
/// <param name="Pixels">The image, 784 values from 0 (paper) to 1 (ink).</param>
/// <param name="Activations">The 64 values of the grid.</param>
/// <param name="Top">The neurons above the sample's 90th percentile (<see cref="TopNeurons"/>).</param>
public sealed record GridExample(int Digit, ExampleRole Role, int Image, int ReadAs, double Probability, double[] Pixels, double[] Activations, bool[] Top)
{
    /// <summary>The image, 28 x 28.</summary>
    [JsonIgnore]
    public double[,] Picture => GridMap.Of(Pixels);

    /// <summary>For a heading: the digit, what it was read as, and how surely.</summary>
    [JsonIgnore]
    public string Title => string.Create(CultureInfo.InvariantCulture, $"{Digit} read as {ReadAs} ({Probability:P0})");

    /// <summary>The grid as an 8 x 8 picture.</summary>
    [JsonIgnore]
    public double[,] Map => GridMap.Of(Activations);

    /// <summary>The top neurons as an 8 x 8 picture: their activation, 0 elsewhere.</summary>
    [JsonIgnore]
    public double[,] TopMap => GridMap.Of([.. Activations.Zip(Top, (value, marked) => marked ? value : 0)]);

    /// <summary>The example of each role for a digit; a role without any image is absent.</summary>
    /// <param name="reading">A reading.</param>
    /// <param name="data">The images read.</param>
    /// <param name="digit">True class.</param>
    /// <param name="misreadAs">The class that the misclassified one must be read as, or null for any.</param>
    public static IReadOnlyList<GridExample> Find(GridReading reading, ImageSet data, int digit, int? misreadAs = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(data);
        var all = Enumerable.Range(0, reading.Labels.Count).Where(i => reading.Labels[i] == digit).ToArray();
        var right = all.Where(i => reading.Predictions[i] == digit).ToArray();
        var wrong = all.Where(i => misreadAs is { } other ? reading.Predictions[i] == other : reading.Predictions[i] != digit).ToArray();
        float Sure(int i) => reading.Probabilities[i][reading.Predictions[i]];
        float Lead(int i) => Sure(i) - reading.Probabilities[i].Where((_, c) => c != digit).Max();
        var found = new List<GridExample>();
        if (right.Length > 0) found.Add(At(reading, data, right.MaxBy(Sure), ExampleRole.Ordinary));
        if (right.Length > 1) found.Add(At(reading, data, right.MinBy(Lead), ExampleRole.Transitional));
        if (wrong.Length > 0) found.Add(At(reading, data, wrong.MaxBy(Sure), ExampleRole.Misclassified));
        return found;
    }

    private static double[] Values(Tensor tensor) => tensor.cpu().to(float64).contiguous().data<double>().ToArray();

    private static GridExample At(GridReading reading, ImageSet data, int image, ExampleRole role)
    {
        using var scope = NewDisposeScope();
        var sample = reading.Activations.narrow(0, image, 1);
        var (readAs, top) = (reading.Predictions[image], TopNeurons.Mask(sample).data<bool>().ToArray());
        return new GridExample(reading.Labels[image], role, image, readAs, reading.Probabilities[image][readAs],
            Values(data.Images.narrow(0, image, 1)), Values(sample), top);
    }
}
