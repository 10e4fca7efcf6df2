using Limpid.Data;
using static TorchSharp.torch;

namespace Limpid.Spectral.Ancestors;

/// <summary>Fashion-MNIST as rows of 784 numbers.</summary>
/// <param name="TrainInputs">X [n, 784], from 0 to 1.</param>
/// <param name="TrainClasses">Classes, int64 [n].</param>
/// <param name="TestInputs">X of the test images.</param>
/// <param name="TestClasses">Their classes.</param>
public sealed record FashionImages(Tensor TrainInputs, Tensor TrainClasses, Tensor TestInputs, Tensor TestClasses)
{
    /// <summary>Reads a part of the images in which every class has its share.</summary>
    /// <param name="settings">How many.</param>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">Fashion-MNIST can't be had or read.</exception>
    public static FashionImages Read(FashionSettings settings, DataStore? store = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var (x, y) = Of(ImageSets.FashionMnist(Split.Train, store), settings.Train);
        var (testX, testY) = Of(ImageSets.FashionMnist(Split.Test, store), settings.Test);
        return new(x, y, testX, testY);
    }

    /// <summary>For example "60000 training and 10000 test images of 784 pixels".</summary>
    public override string ToString() => $"{TrainInputs.size(0)} training and {TestInputs.size(0)} test images of {TrainInputs.size(1)} pixels";

    private static (Tensor X, Tensor Y) Of(ImageSet all, int count)
    {
        using var _ = all;
        using var part = all.Take(count, 0);
        return (part.Images.flatten(1).clone(), part.Labels.clone());
    }
}
