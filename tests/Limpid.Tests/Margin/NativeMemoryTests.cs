using Limpid.Graphs;
using Limpid.Margin;
using Limpid.Margin.Attacks;
using Limpid.Margin.Baselines;
using Limpid.Margin.Images;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin;

/// <summary>Functions leave nothing behind but their results.</summary>
[Collection(ProcessCollection.Name)]
public sealed class NativeMemoryTests
{
    [Fact]
    public void NothingIsLeftBehind()
    {
        using var outer = NewDisposeScope();
        manual_seed(1);
        var (x, image) = (rand(30, 4), rand(1, 8, 8));
        int[] classes = [.. Enumerable.Range(0, 30).Select(i => i % 2)];
        var slopes = randn(64, 3);
        using var classifier = nn.Linear(4, 2);
        Tensor See(Tensor images) => images.flatten(1).mm(slopes);
        void Once(int seed)
        {
            var cancellation = TestContext.Current.CancellationToken;
            var graph = Graph.FromNeighbours(NearestNeighbours.ByCosine(x, 4, cancellation));
            using (var f = x.clone())
                foreach (var filter in new[] { Influence.RandomWalk(2), Influence.Symmetric(), Influence.IdealSpectral(5) })
                    using (filter.Filtered(graph, f)) _ = filter.Of(graph, f);
            _ = Prototypes.Of(x, 1, classes, 4, cancellation: cancellation);
            _ = Prototypes.Of(x, 1, null, 4, cancellation: cancellation);
            _ = MmdCritic.Select(x, 1, 3, 2, cancellation: cancellation);
            _ = NearestPrototype.Errors(x, classes, [0, 1, 2], [1, 3], x, classes);
            _ = MislabelledSamples.Of(graph, classes);
            _ = DecisionBoundary.Of(x, classes, 4, cancellation: cancellation);
            using var noise = EqualNoise.Of(x, [.. classes.Select(_ => 0.1)], new Random(seed));
            _ = AdversarialStatistics.Of([("clean", x), ("noise", noise)], 1, 4, cancellation: cancellation).Area("noise");
            _ = MmdTest.Of(x, noise, 1, 5, new Random(seed));
            _ = KernelDensityDetector.Fit(x, classes, 0.5).Scores(noise, classes);
            using var labels = tensor(classes, dtype: int64);
            foreach (var attack in new[] { Attack.Fgsm(0.1), Attack.DeepFool(3), Attack.CarliniWagner(2, 3) })
                using (attack.Run(classifier, x, labels, cancellation)) { }
            var division = SuperPixels.Of(image, 4);
            using var single = ImageMasks.Single([division]);
            _ = Saliency.Of(image, single, See, k: 2, cancellation: cancellation);
            var (shown, masks) = ImageMasks.Subsets(division, 6, 0.5, new Random(seed));
            using (shown)
            using (masks) _ = Saliency.Of(image, masks, See, k: 2, cancellation: cancellation);
        }

        Once(0);
        var before = LiveTensors.Settled();
        for (var seed = 1; seed <= 100; seed++) Once(seed);
        Assert.Equal(before, LiveTensors.Settled());
    }
}
