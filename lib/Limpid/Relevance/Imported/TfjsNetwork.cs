using Limpid.Data.Tfjs;
using Limpid.Relevance.Networks;
using static TorchSharp.torch;

namespace Limpid.Relevance.Imported;

/// <summary>
/// A model of TensorFlow.js as nodes of a <see cref="Network"/>. It owns the weights, so it must live as long as the networks made of it.
/// </summary>
/// <remarks>
/// <para>Images are held as [N, channels, height, width] throughout, whatever the file does: its transpositions only rename axes, and entries are moved where
/// a reshape or the output needs the file's order. A bias added to a convolution becomes the layer's bias, zeros padded before it its padding, and an
/// operation fused with others is taken apart, so that each node is one thing for which rules exist.</para>
/// <para>The input is the placeholder's tensor, in its order of axes. Where the file says 1 for the number of samples, any number is taken.</para>
/// </remarks>
public sealed class TfjsNetwork : IDisposable
{
    private readonly TfjsModel model;
    private readonly Dictionary<string, Tensor> weights = [];

    /// <summary>A network of a model.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentNullException">There is no model.</exception>
    public TfjsNetwork(TfjsModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        this.model = model;
    }

    /// <summary>The network from the input to one output.</summary>
    /// <param name="output">For example <c>Identity</c>, or <c>name:1</c> for the second output of a node.</param>
    /// <exception cref="ArgumentException">There is no such node.</exception>
    /// <exception cref="UnsupportedOperationException">An operation on the way is not supported.</exception>
    /// <exception cref="Limpid.Data.DataFormatException">The parts of the graph do not fit together.</exception>
    public Network To(string output)
    {
        var builder = new NetworkBuilder();
        return builder.Build(AddTo(builder, output)[0]);
    }

    /// <summary>Adds the nodes that lead from the input of a network to some outputs; what they share is added once.</summary>
    /// <param name="builder">The network being built.</param>
    /// <param name="outputs">The outputs, as in <see cref="To"/>.</param>
    /// <returns>For each output its position, its axes in the order of the file.</returns>
    /// <exception cref="ArgumentException">There is no such node, or none is asked for.</exception>
    /// <exception cref="UnsupportedOperationException">An operation on the way is not supported.</exception>
    /// <exception cref="Limpid.Data.DataFormatException">The parts of the graph do not fit together.</exception>
    public int[] AddTo(NetworkBuilder builder, params string[] outputs)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(outputs);
        if (outputs.Length == 0) throw new ArgumentException("No output is asked for; expected at least one.", nameof(outputs));
        foreach (var output in outputs)
            if (model.Nodes.All(node => node.Name != TfjsInput.Parse(output).Node))
                throw new ArgumentException($"The graph has no node '{output}'.", nameof(outputs));
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        return new TfjsTranslation(model, builder, weights).Run([.. outputs.Select(TfjsInput.Parse)]);
    }

    /// <summary>Frees the weights; networks made of it can't compute any more.</summary>
    public void Dispose()
    {
        foreach (var weight in weights.Values) weight.Dispose();
        weights.Clear();
    }
}
