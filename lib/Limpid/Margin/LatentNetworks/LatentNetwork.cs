using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Margin.LatentNetworks;

/// <summary>
/// A small classifier of grey images of 28 x 28, after LeNet-5: conv 5x5-6, max-pool 2, conv 5x5-16, max-pool 2, dense 120, dense 84, dense classes, ReLU between. The layer of 84 is what
/// samples are compared by where a task asks for the network's own features.
/// </summary>
/// <remarks>The first convolution pads by 2, so that 28 x 28 come to 400 numbers before the dense layers. Weights start as libtorch's layers do.</remarks>
public sealed class LatentNetwork : Module<Tensor, Tensor>
{
    /// <summary>Width of the layer before the scores.</summary>
    public const int Latent = 84;

    private const int Batch = 250;

    private readonly Module<Tensor, Tensor> trunk;
    private readonly Module<Tensor, Tensor> readout;

    /// <summary>A new network; its weights come from libtorch's generator (<c>torch.manual_seed</c>).</summary>
    /// <param name="classes">At least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public LatentNetwork(int classes = 10)
        : base(nameof(LatentNetwork))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        Classes = classes;
        trunk = Sequential(
            Conv2d(1, 6, 5, padding: 2), ReLU(), MaxPool2d(2), Conv2d(6, 16, 5), ReLU(), MaxPool2d(2), Flatten(), Linear(400, 120), ReLU(), Linear(120, Latent), ReLU());
        readout = Linear(Latent, classes);
        RegisterComponents();
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>The layer before the scores [B, 84], after its ReLU.</summary>
    /// <param name="images">[B, 1, 28, 28], pixels 0 to 1.</param>
    public Tensor Features(Tensor images) => trunk.call(images);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var features = Features(input);
        return readout.call(features);
    }

    /// <summary>Features [n, 84] and scores [n, classes] of many images, batch by batch, without gradients.</summary>
    /// <param name="images">[n, 1, 28, 28]; left as they are.</param>
    public (Tensor Features, Tensor Scores) Read(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var features = new List<Tensor>();
        for (long first = 0; first < images.size(0); first += Batch) features.Add(Features(images.narrow(0, first, Math.Min(Batch, images.size(0) - first))));
        var all = cat(features);
        return (all.MoveToOuterDisposeScope(), readout.call(all).MoveToOuterDisposeScope());
    }
}
