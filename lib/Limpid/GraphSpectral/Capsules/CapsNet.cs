using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.GraphSpectral.Capsules;

/// <summary>A capsule network with reconstruction: a class is a vector, its length the class score, its entries how the class is drawn.</summary>
/// <remarks>
/// <para>
/// Conv 9x9 and ReLU; primary capsules by a second conv 9x9 with stride 2, squashed; each predicts every class capsule by a matrix of its own; three
/// routing iterations make the C class capsules of D entries. The decoder sees the capsules with all but one class set to 0: dense layers with
/// ReLU, the last with a sigmoid.
/// </para>
/// <para>
/// Convolutions and dense layers start as libtorch's do, the matrices from N(0, 0.1^2), all from libtorch's generator.
/// Source: Sabour, Frosst, Hinton 2017, arXiv:1710.09829. The widths are <see cref="CapsuleLayout"/>'s.
/// </para>
/// </remarks>
public sealed class CapsNet : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> convolution, primary, decoder;
    private readonly Parameter transform;

    /// <summary>A new network.</summary>
    /// <param name="layout">Its widths; <see cref="CapsuleLayout.Small"/> if null.</param>
    public CapsNet(CapsuleLayout? layout = null)
        : base(nameof(CapsNet))
    {
        Layout = layout ?? CapsuleLayout.Small;
        convolution = Sequential(Conv2d(1, Layout.Channels, Layout.Kernel), ReLU());
        primary = Conv2d(Layout.Channels, Layout.PrimaryTypes * Layout.PrimaryEntries, Layout.Kernel, stride: 2);
        using (var start = randn(Layout.PrimaryCapsules, Layout.PrimaryEntries, Layout.Classes * Layout.Entries))
            // A module's own parameter would die with a dispose scope that happens to be open here.
            transform = (Parameter)new Parameter(start.mul(0.1)).DetachFromDisposeScope();
        int[] widths = [Layout.Classes * Layout.Entries, .. Layout.Decoder, Layout.Side * Layout.Side];
        var layers = widths.Zip(widths.Skip(1)).SelectMany(pair => (Module<Tensor, Tensor>[])[Linear(pair.First, pair.Second), ReLU()]).SkipLast(1);
        decoder = Sequential([.. layers, Sigmoid()]);
        RegisterComponents();
    }

    /// <summary>Its widths.</summary>
    public CapsuleLayout Layout { get; }

    /// <summary>The class capsules v of all classes, before any is masked: here the alignment penalty goes.</summary>
    /// <param name="images">[B, 1, 28, 28], pixels / 255.</param>
    /// <returns>[B, C, D], lengths below 1; flattened, vertex = D class + entry.</returns>
    /// <exception cref="ArgumentException">The images have another shape.</exception>
    public Tensor Capsules(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        var (shape, side) = (images.shape, Layout.Side);
        if (shape.Length != 4 || shape[1] != 1 || shape[2] != side || shape[3] != side)
            throw new ArgumentException($"The images have shape [{string.Join(", ", shape)}]; expected [B, 1, {side}, {side}].", nameof(images));
        using var scope = NewDisposeScope();
        long places = Layout.PrimarySide * Layout.PrimarySide;
        // The matrices are per primary capsule, so capsules come first and one batched product serves all.
        var maps = primary.call(convolution.call(images)).reshape(shape[0], Layout.PrimaryTypes, Layout.PrimaryEntries, places);
        var capsules = Squash.Of(maps.permute(1, 3, 0, 2).reshape(Layout.PrimaryCapsules, shape[0], Layout.PrimaryEntries));
        var predictions = capsules.bmm(transform).reshape(Layout.PrimaryCapsules, shape[0], Layout.Classes, Layout.Entries);
        return DynamicRouting.Route(predictions.permute(1, 2, 0, 3), Layout.Routing).MoveToOuterDisposeScope();
    }

    /// <summary>Draws images from capsules of which only one class is shown to the decoder.</summary>
    /// <param name="capsules">v [B, C, D].</param>
    /// <param name="classes">The class shown [B], int64: the true one in training, else the longest (<see cref="Longest"/>).</param>
    /// <returns>[B, 1, 28, 28], pixels between 0 and 1.</returns>
    public Tensor Reconstruct(Tensor capsules, Tensor classes)
    {
        ArgumentNullException.ThrowIfNull(capsules);
        ArgumentNullException.ThrowIfNull(classes);
        using var scope = NewDisposeScope();
        var mask = functional.one_hot(classes, Layout.Classes).to(capsules.dtype).unsqueeze(2);
        return decoder.call(capsules.mul(mask).flatten(1)).reshape(-1, 1, Layout.Side, Layout.Side).MoveToOuterDisposeScope();
    }

    /// <summary>The class of the longest capsule, [B] int64.</summary>
    /// <param name="capsules">v [B, C, D].</param>
    public static Tensor Longest(Tensor capsules)
    {
        ArgumentNullException.ThrowIfNull(capsules);
        using var lengths = Squash.Lengths(capsules);
        return lengths.argmax(1);
    }

    /// <summary>The class scores: lengths [B, C] of the class capsules of images [B, 1, 28, 28].</summary>
    /// <param name="input">Pixels / 255.</param>
    public override Tensor forward(Tensor input)
    {
        using var capsules = Capsules(input);
        return Squash.Lengths(capsules);
    }
}
