using Limpid.Graphs;
using Limpid.GraphSpectral.Autoencoders;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.CellTrajectories;

/// <summary>Trains and reads the autoencoders of the paper's T-cell experiment on cells along a trajectory.</summary>
/// <remarks>
/// The plain network (alpha = 0) takes the same steps, cells and noise and builds the same kind of graph, which then weighs nothing: networks of
/// one seed are pairs. Source: Tong et al. 2020, arXiv:1810.00424, section on T-cell development, algorithm 1, and the authors' code
/// (128-128-128, 100 neurons, noise 0.5).
/// </remarks>
public sealed class TrajectoryExperiment
{
    private readonly int[] shown;

    /// <summary>An experiment.</summary>
    /// <param name="trajectory">The cells; used, not owned.</param>
    /// <param name="settings">Equal for all networks.</param>
    /// <param name="shownMarkers">The markers whose correlation with neurons is kept; all if null.</param>
    /// <exception cref="ArgumentException">There is no such marker.</exception>
    public TrajectoryExperiment(Trajectory trajectory, TrajectorySettings settings, IReadOnlyList<string>? shownMarkers = null)
    {
        ArgumentNullException.ThrowIfNull(trajectory);
        ArgumentNullException.ThrowIfNull(settings);
        (Trajectory, Settings, ShownMarkers) = (trajectory, settings, shownMarkers ?? trajectory.Markers);
        var all = trajectory.Markers.ToList();
        shown = [.. ShownMarkers.Select(marker => all.IndexOf(marker) is >= 0 and var at
            ? at
            : throw new ArgumentException($"There is no marker '{marker}' in {trajectory.Name}.", nameof(shownMarkers)))];
    }

    /// <summary>The cells.</summary>
    public Trajectory Trajectory { get; }

    /// <summary>How networks are trained and read.</summary>
    public TrajectorySettings Settings { get; }

    /// <summary>The markers whose correlation with neurons is kept.</summary>
    public IReadOnlyList<string> ShownMarkers { get; }

    /// <summary>Trains and reads one network.</summary>
    /// <param name="alpha">Weight of the penalty; 0 for the plain network.</param>
    /// <param name="seed">For weights, cells, noise and permutations.</param>
    /// <param name="stepped">Called after each step with the number of steps done.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public TrajectoryResult Run(double alpha, Seed seed, Action<int>? stepped = null, CancellationToken cancel = default)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed.Of("weights"));
        using var network = new Autoencoder(new AutoencoderLayout(Trajectory.Markers.Count, Settings.Neurons));
        using var penalty = new LearnedGraphPenalty(Settings.Neurons, Settings.Learning(alpha));
        network.eval();
        var untrained = Order(Encode(network), seed, out _, out _);
        manual_seed(seed.Of("noise"));
        var training = new AutoencoderSettings { Steps = Settings.Steps, BatchSize = Settings.BatchSize };
        AutoencoderTraining.Train(network, Trajectory.Samples, training, seed.Random("order"), penalty, (step, _) => stepped?.Invoke(step), cancel);
        return Read(network, penalty, alpha, seed, untrained);
    }

    private TrajectoryResult Read(Autoencoder network, LearnedGraphPenalty penalty, double alpha, Seed seed, TrajectoryOrder untrained)
    {
        using var off = no_grad();
        var embedding = Encode(network);
        var order = Order(embedding, seed, out var graph, out var profiles);
        var diagnostics = GraphDiagnostics.Of(graph);
        return new TrajectoryResult
        {
            Cells = Trajectory.Name, Alpha = alpha, Seed = seed,
            Error = nn.functional.mse_loss(network.Decode(embedding), Trajectory.Samples).ToDouble(),
            Components = diagnostics.SmallEigenvalues, ComponentsAt = [.. diagnostics.Components],
            Order = order, Untrained = untrained, Profiles = profiles,
            Graphs = [.. Snapshots(penalty.History), NeuronGraph.Of(Settings.Steps, graph)],
            Correlations = Correlations(embedding),
        };
    }

    private Tensor Encode(Autoencoder network)
    {
        using var off = no_grad();
        return network.Encode(Trajectory.Samples);
    }

    private TrajectoryOrder Order(Tensor embedding, Seed seed, out Graph graph, out NeuronProfiles profiles)
    {
        graph = CoActivation.Graph(embedding, CoActivationKernel.Adaptive(Settings.KernelRank));
        profiles = NeuronProfiles.Of(Trajectory, embedding, Settings.Bins);
        return TrajectoryOrder.Of(graph, profiles, Trajectory.Paths, seed.Random("permutations"), Settings.Permutations);
    }

    // The first graph, and those at a third and two thirds of the way.
    private static IEnumerable<NeuronGraph> Snapshots(IReadOnlyList<LearnedGraph> history) =>
        new[] { 0, history.Count / 3, 2 * history.Count / 3 }.Where(at => at < history.Count).Distinct()
            .Select(at => NeuronGraph.Of(history[at].Step, history[at].Graph));

    private double[][][] Correlations(Tensor embedding)
    {
        var markers = Trajectory.Samples.index_select(1, tensor(shown.Select(marker => (long)marker).ToArray()));
        double[][] Of(int segment)
        {
            var map = MarkerCorrelation.Of(markers, embedding, [.. Enumerable.Range(0, Trajectory.Count).Where(cell => Trajectory.Segment[cell] == segment)]);
            return [.. Enumerable.Range(0, map.GetLength(0)).Select(row => Enumerable.Range(0, map.GetLength(1)).Select(column => map[row, column]).ToArray())];
        }
        return [.. Enumerable.Range(0, Trajectory.SegmentNames.Count).Select(Of)];
    }
}
