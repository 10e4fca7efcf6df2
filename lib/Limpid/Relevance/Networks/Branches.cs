using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>Several ways side by side as a module: their outputs are concatenated along the channels (axis 1).</summary>
public sealed class Branches : nn.Module<Tensor, Tensor>, INetworkBlock
{
    private readonly ModuleList<nn.Module<Tensor, Tensor>> ways;

    /// <summary>A block.</summary>
    /// <param name="ways">Two or more modules; use <c>Identity</c> for x itself.</param>
    /// <exception cref="ArgumentException">There are fewer than two ways.</exception>
    public Branches(params nn.Module<Tensor, Tensor>[] ways) : base(nameof(Branches))
    {
        ArgumentNullException.ThrowIfNull(ways);
        if (ways.Length < 2) throw new ArgumentException(FormattableString.Invariant($"There are {ways.Length} ways; expected 2 or more."), nameof(ways));
        this.ways = nn.ModuleList(ways);
        RegisterComponents();
    }

    /// <summary>The outputs side by side.</summary>
    /// <param name="input">x.</param>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return cat([.. ways.Select(way => way.call(input))], 1).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public int AddTo(NetworkBuilder network, string name, int input)
    {
        ArgumentNullException.ThrowIfNull(network);
        int[] outputs = [.. ways.Select((way, i) => network.AddModule(NetworkBuilder.Path(name, FormattableString.Invariant($"{nameof(ways)}.{i}")), way, input))];
        return network.Add(NetworkBuilder.Path(name, "concatenation"), new ConcatenationOperation(1), outputs);
    }
}
