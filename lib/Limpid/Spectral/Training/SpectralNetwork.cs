using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Spectral.Training;

/// <summary>A network of spectral layers, see <see cref="SpectralLayout"/>.</summary>
public sealed class SpectralNetwork : Module<Tensor, Tensor>
{
    private readonly DenseSpectralLayer first;
    private readonly Module<Tensor, Tensor> rest;

    /// <summary>A new network; random starts come from libtorch's generator (<c>torch.manual_seed</c>).</summary>
    /// <param name="layout">Its layers.</param>
    /// <exception cref="ArgumentException">The layout has no layer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A width is below 1, or the dropped share out of range.</exception>
    public SpectralNetwork(SpectralLayout layout) : base(nameof(SpectralNetwork))
    {
        ArgumentNullException.ThrowIfNull(layout);
        layout.Check();
        Layout = layout;
        first = Layer(layout, 0);
        var layers = new List<DenseSpectralLayer> { first };
        var modules = new List<Module<Tensor, Tensor>>();
        for (var i = 0; i < layout.Layers.Length; i++)
        {
            var (width, activation) = layout.Layers[i];
            if (i > 0)
            {
                layers.Add(Layer(layout, i));
                modules.Add(layers[i]);
            }
            if (activation == LayerActivation.ReLU) modules.Add(ReLU());
            if (activation == LayerActivation.Tanh) modules.Add(Tanh());
            if (i > 0) continue;
            if (layout.Normalised) modules.Add(BatchNorm1d(width, eps: 1e-3, momentum: 0.01));
            if (layout.Dropout > 0) modules.Add(Dropout(layout.Dropout));
        }
        rest = Sequential([.. modules]);
        Layers = [.. layers];
        RegisterComponents();
    }

    /// <summary>Its layers.</summary>
    public SpectralLayout Layout { get; }

    /// <summary>The first layer, which carries the penalty and whose inputs are ranked.</summary>
    public DenseSpectralLayer First => first;

    /// <summary>The spectral layers from the first to the last.</summary>
    public IReadOnlyList<DenseSpectralLayer> Layers { get; }

    /// <summary>All layers but the last: their outputs are the hidden nodes.</summary>
    public IReadOnlyList<DenseSpectralLayer> HiddenLayers => [.. Layers.SkipLast(1)];

    /// <summary>The penalty of the first layer; a scalar that carries the gradient.</summary>
    public Tensor Penalty() => Layout.Penalty.Of(first);

    /// <summary>The network's outputs; logits where the task is a choice.</summary>
    /// <param name="input">X [B, n_in].</param>
    /// <returns>[B, n_out].</returns>
    public override Tensor forward(Tensor input)
    {
        using var hidden = first.call(input);
        return rest.call(hidden);
    }

    /// <summary>What follows the first layer's weights: its activation and all further layers.</summary>
    /// <param name="hidden">The first layer's output [B, n_1].</param>
    /// <returns>[B, n_out].</returns>
    public Tensor AfterFirst(Tensor hidden) => rest.call(hidden);

    /// <summary>A network of ordinary layers that computes what this one computes now in evaluation mode, without its dropout: for tools that know no spectral layers.</summary>
    /// <returns>A new network with parameters of its own, in evaluation mode.</returns>
    public TorchSharp.Modules.Sequential ToPlain()
    {
        using var still = no_grad();
        var plain = Sequential([first.ToLinear(), .. rest.children().Select(Copy).OfType<Module<Tensor, Tensor>>()]);
        plain.eval();
        return plain;
    }

    private static Module<Tensor, Tensor>? Copy(Module module)
    {
        if (module is DenseSpectralLayer layer) return layer.ToLinear();
        if (module is TorchSharp.Modules.ReLU) return ReLU();
        if (module is TorchSharp.Modules.Tanh) return Tanh();
        if (module is not TorchSharp.Modules.BatchNorm1d norm) return null;
        var copy = BatchNorm1d(norm.weight!.size(0), eps: 1e-3, momentum: 0.01);
        copy.weight!.copy_(norm.weight);
        copy.bias!.copy_(norm.bias!);
        copy.running_mean!.copy_(norm.running_mean!);
        copy.running_var!.copy_(norm.running_var!);
        return copy;
    }

    private static DenseSpectralLayer Layer(SpectralLayout layout, int at)
    {
        var (inputs, outputs, last) = (at == 0 ? layout.Inputs : layout.Layers[at - 1].Width, layout.Layers[at].Width, at == layout.Layers.Length - 1);
        if (last && layout.LastSetup is { } setup) return new SpectralLinear(inputs, outputs, setup);
        return layout.Form switch
        {
            SpectralForm.Free => new SpectralLinear(inputs, outputs, layout.Setup),
            SpectralForm.Ssvd => new SsvdLinear(inputs, outputs),
            SpectralForm.Qr => new QrLinear(inputs, outputs),
            SpectralForm.Subset => new SubsetLinear(inputs, outputs),
            _ => throw new ArgumentOutOfRangeException(nameof(layout), layout.Form, "Expected a form of layer."),
        };
    }
}
