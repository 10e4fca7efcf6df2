using Limpid.Relevance.RulesByHand;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Relevance.RulesByHand;

/// <summary>The network of the teaching notebook: three inputs, five ReLUs, two classes.</summary>
internal static class WholeNumberNet
{
    internal static Module<Tensor, Tensor> Make() => Sequential(
        ("hidden", GivenLayer.Linear(new double[,] { { 1, 0, 0 }, { 1, -1, 0 }, { 0, 1, 1 }, { 0, -1, 1 }, { 1, 1, 0 } }, [1, 0, 0, 0, 0])),
        ("relu", ReLU()),
        ("score", GivenLayer.Linear(new double[,] { { 3, 3, 1, 3, -3 }, { 0, 0, 1, 1, 3 } }, [12, 0])));

    internal static Tensor Input() => tensor(new double[,] { { 3, 1, 2 } });
}
