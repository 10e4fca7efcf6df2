using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.GraphSpectral.MnistGrid;

/// <summary>The paper's MNIST classifiers, whose dense layer of 64 neurons is an 8 x 8 grid.</summary>
/// <remarks>
/// <para>
/// (a) conv 5x5/1-32, maxpool 2, conv 5x5/1-64, maxpool 2, dense 64, dense 10; (b) the same up to dense 64, then 8 x 8 x 1, conv 3x3-16, maxpool 2,
/// conv 3x3-16, maxpool 2, conv 3x3-16, dense 10. "Same" padding, leaky ReLU 0.2 (after pooling, which gives the same numbers as before it: it is monotone),
/// dropout 0.4 after the grid. Weights start as libtorch's layers do; the paper does not say how its own did.
/// </para>
/// <para>Source: Tong et al. 2020, arXiv:1810.00424, appendix, and the authors' code (dropout, slope).</para>
/// </remarks>
public sealed class GridClassifier : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> trunk;
    private readonly Module<Tensor, Tensor> readout;

    /// <summary>A new network; its weights come from libtorch's generator (<c>torch.manual_seed</c>).</summary>
    /// <param name="convolutions">Network (b), whose readout is convolutional, instead of (a).</param>
    public GridClassifier(bool convolutions = false)
        : base(nameof(GridClassifier))
    {
        Convolutions = convolutions;
        trunk = Sequential(
            Conv2d(1, 32, 5, padding: 2), MaxPool2d(2), LeakyReLU(0.2), Conv2d(32, 64, 5, padding: 2), MaxPool2d(2), LeakyReLU(0.2),
            Flatten(), Linear(7 * 7 * 64, 64), LeakyReLU(0.2));
        readout = convolutions
            ? Sequential(
                Dropout(0.4), Conv2d(1, 16, 3, padding: 1), MaxPool2d(2), LeakyReLU(0.2), Conv2d(16, 16, 3, padding: 1), MaxPool2d(2), LeakyReLU(0.2),
                Conv2d(16, 16, 3, padding: 1), LeakyReLU(0.2), Flatten(), Linear(2 * 2 * 16, 10))
            : Sequential(Dropout(0.4), Linear(64, 10));
        RegisterComponents();
    }

    /// <summary>Whether this is network (b).</summary>
    public bool Convolutions { get; }

    /// <summary>The structured layer after its leaky ReLU and before dropout, where the penalty goes.</summary>
    /// <param name="images">[B, 1, 28, 28], pixels / 255.</param>
    /// <returns>[B, 64]; neuron = 8 row + column.</returns>
    public Tensor Grid(Tensor images) => trunk.call(images);

    /// <summary>The class scores that follow from the structured layer.</summary>
    /// <param name="grid">[B, 64].</param>
    /// <returns>Logits [B, 10].</returns>
    public Tensor Classify(Tensor grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        using var input = Convolutions ? grid.reshape(-1, 1, 8, 8) : grid.alias();
        return readout.call(input);
    }

    /// <summary>Logits [B, 10] of images [B, 1, 28, 28].</summary>
    /// <param name="input">Pixels / 255.</param>
    public override Tensor forward(Tensor input)
    {
        using var grid = Grid(input);
        return Classify(grid);
    }
}
