using Limpid.Evaluation;
using Limpid.Tests.GraphSpectral;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Evaluation;

public class FaithfulnessContractTests
{
    [Fact]
    public void AModuleIsReadInEvaluationModeAndKeepsEveryModeAndParameter()
    {
        using var scope = NewDisposeScope();
        using var model = Sequential(("first", Linear(8, 6)), ("drop", Dropout(0.9)), ("norm", Sequential(("inner", BatchNorm1d(6)))), ("last", Linear(6, 2)));
        model.train();
        ((Module<Tensor, Tensor>)model.named_modules().Single(named => named.Item1 == "norm").Item2).eval();
        var modes = model.named_modules().Select(named => named.Item2.training).ToArray();
        Assert.Contains(true, modes);
        Assert.Contains(false, modes);
        var state = model.state_dict().ToDictionary(item => item.Key, item => Check.Values(item.Value));
        var (x, t) = (Check.Random(2, 5, 8).to(float32), tensor(new long[] { 0, 1, 0, 1, 1 }));
        var relevance = Check.Random(3, 5, 8);

        void Unchanged()
        {
            Assert.True(model.training);
            Assert.Equal(modes, model.named_modules().Select(named => named.Item2.training));
            foreach (var (name, tensor) in model.state_dict()) Assert.Equal(state[name], Check.Values(tensor));
            Assert.All(model.parameters(), parameter => Assert.Null(parameter.grad));
        }

        var first = Faithfulness.PixelFlipping(model, x, t, relevance);
        Unchanged();
        Assert.Equal(first.Mean, Faithfulness.PixelFlipping(model, x, t, relevance).Mean);
        var correlation = Check.Values(Faithfulness.Correlation(model, x, t, relevance, 3, 10));
        Assert.Equal(correlation, Check.Values(Faithfulness.Correlation(model, x, t, relevance, 3, 10)));
        Unchanged();
        Assert.ThrowsAny<Exception>(() => Faithfulness.PixelFlipping(model, x.narrow(1, 0, 7), t, relevance.narrow(1, 0, 7)));
        Unchanged();
    }

    [Fact]
    public void NoGradientGraphIsMadeAndInputsStay()
    {
        using var scope = NewDisposeScope();
        var x = Check.Random(1, 2, 4).requires_grad_();
        var t = tensor(new[] { 0, 1 });
        var before = Check.Values(x);
        var recorded = false;
        Faithfulness.PixelFlipping(batch =>
        {
            recorded |= batch.requires_grad || is_grad_enabled();
            return batch.narrow(1, 0, 2);
        }, x, t, x);
        Assert.False(recorded);
        Assert.True(x.requires_grad);
        Assert.Equal(before, Check.Values(x));
    }

    [Fact]
    public void TheModelGetsNoMoreThanABatch()
    {
        using var scope = NewDisposeScope();
        var sizes = new List<long>();
        Faithfulness.PixelFlipping(batch =>
        {
            sizes.Add(batch.shape[0]);
            return batch;
        }, Check.Random(1, 3, 4), tensor(new long[] { 0, 1, 2 }), Check.Random(2, 3, 4), options: new() { BatchSize = 4 });
        Assert.Equal([4, 4, 4, 3], sizes);
    }

    [Fact]
    public void OneFeatureHasACurveOfTwoPoints()
    {
        using var scope = NewDisposeScope();
        var curve = Faithfulness.PixelFlipping(SmallModels.Linear([2]), tensor(new double[,] { { 3 } }), tensor(new long[] { 1 }), ones(1, 1), options: new() { Replacement = Replacement.Zero });
        Assert.Equal([-6, 0], curve.Mean);
    }

    [Fact]
    public void BadInputIsNamed()
    {
        using var scope = NewDisposeScope();
        var (x, t, model) = (Check.Random(1, 2, 3, 4), tensor(new long[] { 0, 1 }), SmallModels.Curved(1, 12));
        ArgumentException Refused(Func<Tensor, Tensor>? f = null, Tensor? inputs = null, Tensor? targets = null, Tensor? relevance = null, FlippingOptions? options = null,
            FlippingOrder order = FlippingOrder.MostRelevantFirst) => Assert.ThrowsAny<ArgumentException>(() =>
            Faithfulness.PixelFlipping(f ?? model, inputs ?? x, targets ?? t, relevance ?? x, order, options));
        Assert.Contains("Entry 0 of sample 0 of relevance is NaN", Refused(relevance: x.mul(double.NaN)).Message);
        Assert.Contains("relevance has shape [2, 4]; expected [2, 3, 4] as the inputs.", Refused(relevance: ones(2, 4)).Message);
        Assert.Contains(", or that without the channels", Refused(relevance: ones(2, 3), options: new() { Unit = FlippingUnit.Position }).Message);
        Assert.Contains("expected integers of shape [2]", Refused(targets: tensor(new long[] { 0 })).Message);
        Assert.Equal("targets", Refused(targets: t.to(float32)).ParamName);
        Assert.Contains("holds -1", Refused(targets: tensor(new long[] { 0, -1 })).Message);
        Assert.Contains("expected [8, C] with C above 3", Refused(targets: tensor(new long[] { 0, 3 }), options: new() { BatchSize = 8 }).Message);
        Assert.Equal("model", Refused(f: batch => batch.flatten(1).mul(double.NaN)).ParamName);
        Assert.Equal("model", Refused(f: batch => batch.sum()).ParamName);
        Assert.Equal("inputs", Refused(inputs: ones(3)).ParamName);
        Assert.Equal("inputs", Refused(inputs: ones(2, 4), relevance: ones(2, 4), options: new() { Unit = FlippingUnit.Position }).ParamName);
        Assert.Contains("with 2 axes after the channels", Refused(options: new() { Unit = FlippingUnit.Patch(2, 2) }).Message);
        Assert.Equal("order", Refused(order: (FlippingOrder)9).ParamName);
        Assert.Equal("BatchSize", Refused(options: new() { BatchSize = 0 }).ParamName);
        Assert.Equal("UnitsPerStep", Refused(options: new() { UnitsPerStep = 0 }).ParamName);
        Assert.Equal("UpTo", Refused(options: new() { UpTo = 1.5 }).ParamName);
        Assert.Equal("size", Assert.Throws<ArgumentOutOfRangeException>(() => FlippingUnit.Patch(2, 0)).ParamName);
        Assert.Throws<ArgumentException>(() => FlippingUnit.Patch());
        Assert.Throws<ArgumentNullException>(() => Faithfulness.PixelFlipping((Module<Tensor, Tensor>)null!, x, t, x));
        Assert.Throws<ArgumentNullException>(() => Faithfulness.PixelFlipping((Func<Tensor, Tensor>)null!, x, t, x));
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var x = Check.Random(1, 2, 2, 6);
        using var t = tensor(new long[] { 0, 1 });
        using var model = Sequential(Flatten(), Linear(12, 2, dtype: float64));
        foreach (var unit in new[] { FlippingUnit.Feature, FlippingUnit.Position, FlippingUnit.Patch(4) })
            foreach (var replacement in new[] { Replacement.Zero, Replacement.PerImageMean, Replacement.Blur(1), Replacement.UniformNoise(0, 1) })
                Check.LeavesNothing(() =>
                {
                    var curve = Faithfulness.PixelFlipping(model, x, t, x, options: new() { Unit = unit, Replacement = replacement, BatchSize = 5 });
                    using var scope = NewDisposeScope();
                    _ = (curve.Area(), curve.Aopc(), Faithfulness.Abpc(curve, curve));
                }, 10);
        Check.LeavesNothing(() => Faithfulness.PixelFlipping(model, x, t, x));
        Check.LeavesNothing(() => Assert.ThrowsAny<ArgumentException>(() => Faithfulness.PixelFlipping(batch => batch.mul(double.NaN), x, t, x)));
    }
}
