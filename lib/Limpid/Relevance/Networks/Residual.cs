using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>A residual block as a module whose two ways are seen: y = body(x) + shortcut(x), where no shortcut means x itself.</summary>
public sealed class Residual : nn.Module<Tensor, Tensor>, INetworkBlock
{
    private readonly nn.Module<Tensor, Tensor> body;
    private readonly nn.Module<Tensor, Tensor>? shortcut;

    /// <summary>A block.</summary>
    /// <param name="body">The longer way.</param>
    /// <param name="shortcut">The shorter way, or null for x itself.</param>
    /// <exception cref="ArgumentNullException">There is no body.</exception>
    public Residual(nn.Module<Tensor, Tensor> body, nn.Module<Tensor, Tensor>? shortcut = null) : base(nameof(Residual))
    {
        ArgumentNullException.ThrowIfNull(body);
        (this.body, this.shortcut) = (body, shortcut);
        RegisterComponents();
    }

    /// <summary>The sum.</summary>
    /// <param name="input">x.</param>
    public override Tensor forward(Tensor input)
    {
        using var longer = body.call(input);
        using var shorter = shortcut?.call(input);
        return longer + (shorter ?? input);
    }

    /// <inheritdoc/>
    public int AddTo(NetworkBuilder network, string name, int input)
    {
        ArgumentNullException.ThrowIfNull(network);
        var longer = network.AddModule(NetworkBuilder.Path(name, nameof(body)), body, input);
        var shorter = shortcut is null ? input : network.AddModule(NetworkBuilder.Path(name, nameof(shortcut)), shortcut, input);
        return network.Add(NetworkBuilder.Path(name, "sum"), new SumOperation(), longer, shorter);
    }
}
