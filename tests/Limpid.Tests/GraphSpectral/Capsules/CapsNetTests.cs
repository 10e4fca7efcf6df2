using Limpid.Graphs;
using Limpid.GraphSpectral;
using Limpid.GraphSpectral.Capsules;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.Capsules;

[Collection(ProcessCollection.Name)]
public class CapsNetTests
{
    /// <summary>9 x 9 images, primary capsules on 3 x 3 places.</summary>
    internal static CapsuleLayout Tiny { get; } =
        new(3, 2, [4, 5]) { Side = 9, Kernel = 3, PrimaryEntries = 2, Classes = 3, Entries = 2 };

    [Fact]
    public void ThePapersNetworkHasThePapersSize()
    {
        using var scope = NewDisposeScope();
        // Convolution, primary capsules, matrices, decoder: 8.2 million, as the paper says.
        Assert.Equal((6, 1152), (CapsuleLayout.Standard.PrimarySide, CapsuleLayout.Standard.PrimaryCapsules));
        using var network = new CapsNet(CapsuleLayout.Standard);
        const long Decoder = (160 * 512) + 512 + (512 * 1024) + 1024 + (1024 * 784) + 784;
        Assert.Equal((81 * 256) + 256 + (256 * 81 * 256) + 256 + (1152 * 8 * 160) + Decoder, network.parameters().Sum(p => p.numel()));
    }

    [Fact]
    public void TheSmallNetworkIsSmallAndHasTheSameShapes()
    {
        using var scope = NewDisposeScope();
        using var network = new CapsNet();
        Assert.Equal(466_608, network.parameters().Sum(p => p.numel()));
        var images = rand(2, 1, 28, 28);
        var capsules = network.Capsules(images);
        Assert.Equal([2, 10, 16], capsules.shape);
        Assert.Equal([2, 10], network.call(images).shape);
        var drawn = network.Reconstruct(capsules, CapsNet.Longest(capsules));
        Assert.Equal([2, 1, 28, 28], drawn.shape);
        Assert.All(Check.Values(drawn), pixel => Assert.InRange(pixel, 0, 1));
        Assert.All(Check.Values(network.call(images)), length => Assert.InRange(length, 0, 1));
    }

    [Fact]
    public void CapsulesAreThePapersLayers()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var network = new CapsNet(Tiny).to(float64);
        var images = Check.Random(2, 2, 1, 9, 9);
        var weights = network.named_parameters().ToDictionary(p => p.name, p => p.parameter);
        var features = nn.functional.relu(nn.functional.conv2d(images, weights["convolution.0.weight"], weights["convolution.0.bias"]));
        var maps = nn.functional.conv2d(features, weights["primary.weight"], weights["primary.bias"], strides: [2L, 2L]);
        var matrices = Check.Values(weights["transform"]);
        for (var b = 0; b < 2; b++)
        {
            // Channel = 2 type + entry; primary capsule = 9 type + place; matrix entry = (6 of classes and entries) per input entry.
            double[] Primary(int p) => ScalarCapsules.Squash(
                [.. Enumerable.Range(0, 2).Select(e => maps[b, (2 * (p / 9)) + e, p % 9 / 3, p % 3].ToDouble())]);
            double[] Prediction(int c, int p) =>
                [.. Enumerable.Range(0, 2).Select(d => Primary(p).Select((u, e) => u * matrices[(((p * 2) + e) * 6) + (2 * c) + d]).Sum())];
            var predictions = Enumerable.Range(0, 3).Select(c => Enumerable.Range(0, 18).Select(p => Prediction(c, p)).ToArray()).ToArray();
            Close.Values(ScalarCapsules.Route(predictions, 3).SelectMany(v => v), Check.Values(network.Capsules(images)[b]), 1e-9);
        }
    }

    [Fact]
    public void TheDecoderSeesOneClassOnly()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var network = new CapsNet(Tiny);
        var capsules = rand(2, 3, 2);
        var classes = tensor(new long[] { 2, 0 });
        var changed = capsules.clone();
        changed[0, 0, 1] = tensor(0.5f);
        changed[1, 2, 0] = tensor(-0.5f);
        Assert.Equal(Check.Values(network.Reconstruct(capsules, classes)), Check.Values(network.Reconstruct(changed, classes)));
        changed[0, 2, 0] = tensor(0.9f);
        Assert.NotEqual(Check.Values(network.Reconstruct(capsules, classes)[0]), Check.Values(network.Reconstruct(changed, classes)[0]));
        Assert.Equal([1, 0], CapsNet.Longest(tensor(new float[,,] { { { 0, 0 }, { 0.6f, 0 } }, { { 0.3f, 0.3f }, { 0, 0.4f } } })).data<long>().ToArray());
    }

    [Fact]
    public void SamplesDoNotMeet()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        using var network = new CapsNet(Tiny).to(float64);
        var images = Check.Random(3, 5, 1, 9, 9);
        var together = network.Capsules(images);
        for (var i = 0; i < 5; i++)
            Close.Values(Check.Values(network.Capsules(images.narrow(0, i, 1))), Check.Values(together[i]), 1e-12);
    }

    [Fact]
    public void GradientsOfTheWholeLoss()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        using var network = new CapsNet(Tiny).to(float64);
        using var penalty = new GraphSpectralPenalty(Graph.CapsuleAlignment(3, 2), 0.3, dtype: float64);
        var (images, labels) = (Check.Random(5, 2, 1, 9, 9), tensor(new long[] { 1, 2 }));
        Tensor Loss()
        {
            var capsules = network.Capsules(images);
            // The reconstruction weighs 2000 times its usual share, else the check could not see its gradient.
            return CapsuleLoss.Margin(Squash.Lengths(capsules), labels) + (2000 * CapsuleLoss.Reconstruction(network.Reconstruct(capsules, labels), images))
                + penalty.call(capsules.flatten(1));
        }

        Loss().backward();
        foreach (var (name, parameter) in network.named_parameters())
        {
            var (gradient, start) = (Check.Values(parameter.grad!), Check.Values(parameter));
            foreach (var i in new[] { 0, start.Length / 2, start.Length - 1 }.Distinct())
            {
                double At(double by)
                {
                    using var inner = NewDisposeScope();
                    using var still = no_grad();
                    var flat = parameter.view(-1);
                    flat[i] = tensor(start[i] + by);
                    var value = Loss().ToDouble();
                    flat[i] = tensor(start[i]);
                    return value;
                }

                Close.Value((At(1e-5) - At(-1e-5)) / 2e-5, gradient[i], 1e-6 * Math.Max(1, Math.Abs(gradient[i])));
            }
            Assert.True(gradient.Any(value => value != 0), name);
        }
    }

    [Fact]
    public void ImagesOfAnotherShapeAreRefused()
    {
        using var scope = NewDisposeScope();
        using var network = new CapsNet();
        Assert.Contains("[1, 28, 28]; expected [B, 1, 28, 28]", Assert.Throws<ArgumentException>(() => network.Capsules(zeros(1, 28, 28))).Message);
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var network = new CapsNet(Tiny);
        using var images = zeros(1, 1, 9, 9);
        Check.LeavesNothing(() =>
        {
            using var capsules = network.Capsules(images);
            using var classes = CapsNet.Longest(capsules);
            network.Reconstruct(capsules, classes).Dispose();
            network.call(images).Dispose();
        });
    }
}
