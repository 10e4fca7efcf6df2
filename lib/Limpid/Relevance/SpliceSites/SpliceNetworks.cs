using Limpid.Data.Dna;
using Limpid.Relevance.Genomics;
using Limpid.Reproduction;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Relevance.SpliceSites;

/// <summary>The networks of one seed: they share the split of the windows.</summary>
internal sealed class SpliceNetworks(SpliceTask task, SpliceSettings settings, Seed seed)
{
    private readonly IReadOnlyList<LabelledSequences> parts = task.Windows.Split([settings.Train, settings.Validation], seed.Random("split"));

    internal LabelledSequences Train => parts[0];

    internal LabelledSequences Validation => parts[1];

    internal LabelledSequences Test => parts[2];

    internal Sequential Start()
    {
        manual_seed(seed.Of("weights"));
        var network = SpliceNetwork.New(task.Windows.Length, task.Windows.ClassNames.Count);
        network.eval();
        return network;
    }

    internal Sequential Network(CancellationToken cancel) => Trained(Start(), settings.Training, shuffled: false, "order", cancel);

    // Same layout, same windows, no truth: what an explanation shows of it is the layout's own taste.
    internal Sequential OnShuffledLabels(CancellationToken cancel) => Trained(Start(), settings.Training, shuffled: true, "order", cancel);

    internal Sequential Regression(CancellationToken cancel)
    {
        manual_seed(seed.Of("regression"));
        return Trained(SpliceNetwork.Regression(task.Windows.Length, task.Windows.ClassNames.Count), settings.Regression, shuffled: false, "regression order", cancel);
    }

    private Sequential Trained(Sequential network, SequenceTrainingSettings training, bool shuffled, string order, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        var random = seed.Random("shuffled labels");
        manual_seed(seed.Of("dropout"));
        SequenceTraining.Train(network, (Train.OneHot(), Labels(Train)), (Validation.OneHot(), Labels(Validation)),
            (scores, classes) => nn.functional.cross_entropy(scores, classes), training, seed.Random(order), cancel);
        return network;

        Tensor Labels(LabelledSequences windows)
        {
            var labels = windows.Labels.Select(label => (long)label).ToArray();
            if (shuffled) random.Shuffle(labels);
            return tensor(labels);
        }
    }
}
