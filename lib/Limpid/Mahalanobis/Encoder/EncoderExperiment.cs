using System.Collections.Immutable;
using Limpid.Data;
using Limpid.Display;
using Limpid.Mahalanobis.Batched;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Encoder;

/// <summary>Encoders trained without classes by responsibilities, one per variant of the loss, all of a seed at once.</summary>
/// <remarks>The encoders of a seed start from the same weights and see the same batches, so that their differences come from the loss.</remarks>
public sealed class EncoderExperiment : IDisposable
{
    private readonly EncoderSettings settings;
    private readonly Tensor images, labels, testImages, testLabels;
    private readonly int classes;

    /// <summary>Takes the images.</summary>
    /// <param name="train">To train encoders and probes on.</param>
    /// <param name="test">To read them on.</param>
    /// <param name="settings">How.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public EncoderExperiment(ImageSet train, ImageSet test, EncoderSettings settings)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        this.settings = settings;
        classes = train.ClassNames.Count;
        Tensor Flat(Tensor of) => of.reshape(of.size(0), -1).to(float32).DetachFromDisposeScope();
        (images, testImages) = (Flat(train.Images), Flat(test.Images));
        (labels, testLabels) = (train.Labels.alias().DetachFromDisposeScope(), test.Labels.alias().DetachFromDisposeScope());
    }

    /// <summary>Trains and reads the encoders of one seed.</summary>
    /// <param name="variants">Their losses.</param>
    /// <param name="seed">Of start, order and probe.</param>
    /// <param name="cancel">Ends the training between two steps.</param>
    /// <returns>A reading per variant, and then that of the common start, untrained.</returns>
    /// <exception cref="ArgumentException">There is no variant.</exception>
    public ImmutableArray<EncoderReading> Run(IReadOnlyList<EncoderVariant> variants, Seed seed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(variants);
        if (variants.Count == 0) throw new ArgumentException("There is no variant; expected at least one.", nameof(variants));
        using var scope = NewDisposeScope();
        using var encoders = BatchedLinear.Start([.. variants.Select(_ => seed)], images.size(1), settings.Units, WeightStart.Default, stream: "encoder");
        Tensor Weights(Func<EncoderVariant, double> of) => tensor(variants.Select(variant => (float)of(variant)).ToArray());
        var (responsibility, variance, decorrelation) = (Weights(v => v.Responsibility), Weights(v => v.Variance), Weights(v => v.Decorrelation));
        var (startWeight, startBias) = (encoders.Weight.narrow(0, 0, 1).detach().clone(), encoders.Bias!.narrow(0, 0, 1).detach().clone());
        using var optimiser = optim.Adam(encoders.parameters(), settings.Rate);
        var each = (images.size(0) + settings.Batch - 1) / settings.Batch;
        var (sums, curves) = (zeros([variants.Count], dtype: float64), variants.Select(_ => ImmutableArray.CreateBuilder<double>()).ToArray());
        var step = 0L;
        foreach (var batch in Progress.Track(Batches.Shuffled((int)images.size(0), settings.Batch, settings.Epochs, seed.Random("order")), $"Encoders, seed {seed}", each * settings.Epochs))
        {
            cancel.ThrowIfCancellationRequested();
            using var inner = NewDisposeScope();
            optimiser.zero_grad();
            var d = encoders.call(images.index_select(0, tensor(batch))).relu();
            var losses = EncoderLoss.Responsibility(d).mul(responsibility).add(EncoderLoss.Variance(d).mul(variance)).add(EncoderLoss.Decorrelation(d).mul(decorrelation));
            losses.sum().backward();
            optimiser.step();
            sums.add_(losses.detach());
            if (++step % each != 0) continue;
            foreach (var (value, curve) in Points.Numbers(sums).Zip(curves)) curve.Add(value / each);
            sums.zero_();
        }
        using var all = new BatchedLinear(cat([encoders.Weight, startWeight], 0), cat([encoders.Bias!, startBias], 0));
        return EncoderReader.Read(all, testImages, settings.Batch, Probe(all, seed, cancel), [.. curves.Select(curve => curve.ToImmutable()), []]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var one in new[] { images, labels, testImages, testLabels }) one.Dispose();
    }

    private double[] Probe(BatchedLinear encoders, Seed seed, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        Tensor train, test;
        using (no_grad()) (train, test) = (encoders.call(images).relu(), encoders.call(testImages).relu());
        return LinearProbe.Accuracies(train, labels, test, testLabels, classes, settings.ProbeEpochs, seed, cancel);
    }
}
