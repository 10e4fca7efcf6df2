using Limpid.Evaluation;
using Limpid.Relevance;
using Limpid.Tests.GraphSpectral;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Evaluation;

/// <summary>The measures on maps of layer-wise relevance propagation, as a user puts them together.</summary>
public class RelevanceEvaluationTests
{
    private static readonly Composite Pruned = Composite.EpsilonPlus().Pruned(Pruning.Lambda(0.25));

    [Fact]
    public void EveryMeasureTakesAPropagation()
    {
        using var scope = NewDisposeScope();
        using var model = Network();
        var x = Check.Random(1, 4, 2, 6, 6).to(float32);
        var state = model.state_dict().ToDictionary(item => item.Key, item => Check.Values(item.Value));
        var lrp = new RelevancePropagation(model, Pruned);
        var result = lrp.Explain(x);
        var t = result.Target;
        Tensor[] measures =
        [
            Complexity.Gini(result.Input), Complexity.Entropy(result.Input), Localisation.RocAuc(result.Input, Twin.Mask(2, 4, 6, 6)),
            Faithfulness.Abpc(Flipped(FlippingOrder.MostRelevantFirst), Flipped(FlippingOrder.LeastRelevantFirst), 0.2),
            Faithfulness.Correlation(model, x, t, result.Input, 5, 10), Robustness.MaxSensitivity((inputs, targets) => lrp.Explain(inputs, targets).Input, x, t, 0.1, 3),
            Randomisation.Mprt(model, x, t, Propagate).Last(),
        ];
        FlippingCurve Flipped(FlippingOrder order) => Faithfulness.PixelFlipping(model, x, t, result.Input, order, new() { Unit = FlippingUnit.Patch(2) });
        Assert.All(measures, measure => Assert.Equal([4], measure.shape));
        Assert.All(measures.SelectMany(Check.Values), value => Assert.True(double.IsFinite(value)));
        Assert.All(model.state_dict(), item => Assert.Equal(state[item.Key], Check.Values(item.Value)));
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var model = Network();
        using var x = Check.Random(1, 2, 2, 6, 6).to(float32);
        using var t = tensor(new long[] { 0, 2 });
        var lrp = new RelevancePropagation(model, Pruned);
        Check.LeavesNothing(() => Randomisation.Mprt(model, x, t, Propagate), 20);
        Check.LeavesNothing(() => Robustness.AverageSensitivity((inputs, targets) => lrp.Explain(inputs, targets).Input, x, t, 0.1, 2).Dispose(), 20);
    }

    private static Tensor Propagate(Module<Tensor, Tensor> model, Tensor inputs, Tensor targets) => new RelevancePropagation(model, Pruned).Explain(inputs, targets).Input;

    private static Module<Tensor, Tensor> Network()
    {
        var model = Sequential(("conv", Conv2d(2, 4, 3, padding: 1)), ("relu", ReLU()), ("pool", MaxPool2d(2)), ("flat", Flatten()), ("fc", Linear(36, 3)));
        model.eval();
        return model;
    }
}
