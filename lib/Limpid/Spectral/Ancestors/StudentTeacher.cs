using Limpid.Reproduction;
using Limpid.Display;
using Limpid.Spectral.Nodes;
using Limpid.Spectral.Training;
using static TorchSharp.torch;

namespace Limpid.Spectral.Ancestors;

/// <summary>
/// A student with more hidden nodes than its teacher learns what the teacher computes; then nodes are taken away. Do the eigenvalues know how many nodes were needed?
/// </summary>
/// <remarks>The teacher: <c>y = sum_k a_k max(0, w_k x)</c>, x normal, w_k normal over sqrt(n_in), |a_k| uniform from 0.5 to 1.5 with a random sign; y scaled to variance 1.</remarks>
/// <param name="settings">Sizes.</param>
/// <param name="replicates">Keeps each finished seed's results, or null.</param>
public sealed class StudentTeacher(StudentSettings settings, Experiment? replicates = null)
{
    /// <summary>Trains and prunes the students of each seed.</summary>
    /// <param name="seeds">The seeds.</param>
    /// <param name="log">Gets a line when one is finished.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public IReadOnlyList<StudentResult> Run(IReadOnlyList<Seed> seeds, TextWriter? log = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        var results = new List<StudentResult>();
        foreach (var seed in Progress.Track(seeds, "students"))
        {
            results.Add(replicates.Replicate("students", seed, each => Run(each, cancel)));
            log?.WriteLine(results[^1]);
        }
        return results;
    }

    private StudentResult Run(Seed seed, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        var (x, y) = Data(seed);
        using var spectral = Student(seed, x, y, SpectralSetup.Pruning with { Bias = true }, cancel);
        using var plain = Student(seed, x, y, SpectralSetup.Direct, cancel);
        double[] Errors(SpectralNetwork network, NodeRanking ranking) => [.. settings.Sizes().Select(size => Error(network, ranking.Top(size), x, y))];
        var (eigenvalues, norms) = (NodeRanking.OfEigenvalues(spectral.HiddenLayers), NodeRanking.OfWeights(plain.HiddenLayers));
        return new StudentResult
        {
            Seed = seed,
            Teacher = settings.Teacher,
            Sizes = settings.Sizes(),
            ByEigenvalue = Errors(spectral, eigenvalues),
            ByWeight = Errors(spectral, NodeRanking.OfWeights(spectral.HiddenLayers)),
            ByLot = Errors(spectral, NodeRanking.ByLot(spectral.HiddenLayers, seed.Random("lots"))),
            Plain = Errors(plain, norms),
            Eigenvalues = [.. eigenvalues.Scores[0].OrderDescending()],
            PlainNorms = [.. norms.Scores[0].OrderDescending()],
        };
    }

    // X [train + test, n_in] and y [train + test, 1], of which the training part comes first.
    private (Tensor X, Tensor Y) Data(Seed seed)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed.Of("teacher"));
        var w = randn(settings.Inputs, settings.Teacher) / Math.Sqrt(settings.Inputs);
        var a = (0.5 + rand(settings.Teacher, 1)) * randn(settings.Teacher, 1).sign();
        manual_seed(seed.Of("data"));
        var x = randn(settings.Train + settings.Test, settings.Inputs);
        var y = x.mm(w).relu().mm(a);
        return (x.MoveToOuterDisposeScope(), ((y - y.mean()) / y.std()).MoveToOuterDisposeScope());
    }

    private SpectralNetwork Student(Seed seed, Tensor x, Tensor y, SpectralSetup setup, CancellationToken cancel)
    {
        manual_seed(seed.Of("student"));
        var network = new SpectralNetwork(new SpectralLayout(settings.Inputs, [(settings.Student, LayerActivation.ReLU), (1, LayerActivation.Linear)])
        {
            Setup = setup, LastSetup = SpectralSetup.Direct, Normalised = false,
        });
        var penalty = new EigenPenalty(Penalty.L2(settings.Penalty), Penalty.L2(settings.Penalty));
        var training = new SpectralTrainingSettings(settings.LearningRate, settings.BatchSize, settings.Epochs) { ValidationShare = 0 };
        SpectralTraining.Train(network, x.narrow(0, 0, settings.Train), y.narrow(0, 0, settings.Train), SpectralLoss.SquaredError, training, seed.Random("order"),
            net => penalty.Of(net.Layers[0]) + penalty.Of(net.Layers[1]), cancel: cancel);
        return network;
    }

    private double Error(SpectralNetwork network, NodeMask mask, Tensor x, Tensor y)
    {
        using var scope = NewDisposeScope();
        using var pruned = mask.Apply(network.HiddenLayers);
        var (inputs, targets) = (x.narrow(0, settings.Train, settings.Test), y.narrow(0, settings.Train, settings.Test));
        return SpectralTraining.Score(network, inputs, targets, SpectralLoss.SquaredError) / targets.to(float64).var(unbiased: false).cpu().item<double>();
    }
}
