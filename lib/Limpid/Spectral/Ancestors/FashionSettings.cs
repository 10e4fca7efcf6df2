namespace Limpid.Spectral.Ancestors;

/// <summary>Sizes of the experiments on Fashion-MNIST. Widths and the batch size 200 are near the papers'; epochs, rates and the penalty were chosen on seeds from 1000 up.</summary>
public sealed record FashionSettings
{
    /// <summary>Training images.</summary>
    public int Train { get; init; } = 60_000;

    /// <summary>Test images.</summary>
    public int Test { get; init; } = 10_000;

    /// <summary>Width of each of the two hidden layers in the comparison of variants.</summary>
    public int Width { get; init; } = 100;

    /// <summary>The same where nodes are pruned.</summary>
    public int PrunedWidth { get; init; } = 200;

    /// <summary>Passes over the training images.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Passes in which eigenvalues alone are trained before nodes are chosen.</summary>
    public int ChoosingEpochs { get; init; } = 3;

    /// <summary>Images in a step.</summary>
    public int BatchSize { get; init; } = 200;

    /// <summary>Step of Adam where eigenvalues alone are trained before nodes are chosen.</summary>
    public double EigenvalueRate { get; init; } = 1e-2;

    /// <summary>Step of Adam of the networks that are pruned.</summary>
    public double Rate { get; init; } = 1e-3;

    /// <summary>Weight of the squares of the hidden layers' eigenvalues and eigenvectors where nodes are pruned, and of the plain network's weights.</summary>
    public double Penalty { get; init; } = 5e-3;

    /// <summary>The percentiles of nodes that are pruned.</summary>
    public IReadOnlyList<double> Percentiles { get; init; } = [0, 10, 20, 30, 40, 50, 60, 70, 80, 85, 90, 95];

    /// <summary>Share of each layer's nodes that are kept when they are chosen before training.</summary>
    public double KeptBefore { get; init; } = 0.2;
}
