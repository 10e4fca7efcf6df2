using Limpid.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary>
/// The graph penalty with a graph that is learned from the layer itself (algorithm 1): nothing while pre-training, then the penalty on
/// the co-activation graph, rebuilt from time to time and fixed in between.
/// </summary>
/// <remarks>
/// <code>
/// var penalty = new LearnedGraphPenalty(100, new GraphLearning { GraphBatchSize = 256 });
/// while (penalty.NextStep(size => encoder.call(Draw(size))) &amp;&amp; step++ &lt; steps) { ... loss + penalty.call(z) ... }
/// </code>
/// <para>No gradient flows through the graph. The samples for a graph should go through the network in evaluation mode, without noise.</para>
/// <para>Source: Tong et al. 2020, arXiv:1810.00424, algorithm 1, and the authors' code.</para>
/// </remarks>
public sealed class LearnedGraphPenalty : nn.Module<Tensor, Tensor>
{
    private readonly int neurons;
    private readonly ScalarType? dtype;
    private readonly List<LearnedGraph> history = [];
    private readonly Queue<Graph> built = [];
    private GraphSpectralPenalty? current;
    private long? last;

    /// <summary>A penalty without a graph yet.</summary>
    /// <param name="neurons">N, at least 2.</param>
    /// <param name="settings">How the graph is learned; the code's settings if null.</param>
    /// <param name="dtype">Type of the activations, <c>float32</c> if null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="neurons"/> or a setting is out of range.</exception>
    public LearnedGraphPenalty(int neurons, GraphLearning? settings = null, ScalarType? dtype = null)
        : base(nameof(LearnedGraphPenalty))
    {
        if (neurons < 2)
            throw new ArgumentOutOfRangeException(nameof(neurons), neurons, FormattableString.Invariant($"The layer has {neurons} neurons; expected 2 or more."));
        (this.neurons, Settings, this.dtype) = (neurons, settings ?? new GraphLearning(), dtype);
        Settings.Check();
    }

    /// <summary>How the graph is learned.</summary>
    public GraphLearning Settings { get; }

    /// <summary>How many steps have begun.</summary>
    public long Steps { get; private set; }

    /// <summary>The graph in use, null while pre-training.</summary>
    public Graph? Graph { get; private set; }

    /// <summary>Every graph, averaged as the settings ask, in order; the last one may be a disconnected one that is not in use.</summary>
    public IReadOnlyList<LearnedGraph> History => history;

    /// <summary>Begins a training step: builds a new graph when one is due.</summary>
    /// <param name="activations">Gives the layer's activations Z [size, N] on a fresh batch of the size asked for; called without gradient, and only when a graph is due.
    /// What it returns is disposed of.</param>
    /// <returns>Whether to train on: false once the graph has fallen apart and the steps after that are done.</returns>
    /// <exception cref="ArgumentException">The activations do not fit.</exception>
    public bool NextStep(Func<int, Tensor> activations)
    {
        ArgumentNullException.ThrowIfNull(activations);
        if (Steps >= last) return false;
        var step = Steps - Settings.PretrainSteps;
        if (last is null && step >= 0 && step % Settings.RefreshEvery == 0) Refresh(activations);
        Steps++;
        return true;
    }

    /// <summary>The penalty of a batch with the graph in use.</summary>
    /// <param name="activations">Z [B, N], B at least 1.</param>
    /// <returns>A scalar that carries the gradient; 0 while there is no graph.</returns>
    /// <exception cref="ArgumentException">Shape or type of Z do not fit.</exception>
    public override Tensor forward(Tensor activations)
    {
        Activations.Check(activations, neurons, nameof(activations));
        return current?.call(activations) ?? zeros([], activations.dtype, activations.device);
    }

    private void Refresh(Func<int, Tensor> activations)
    {
        Graph graph;
        using (no_grad())
        using (var z = activations(Settings.GraphBatchSize))
        {
            Activations.Check(z, neurons, nameof(activations));
            built.Enqueue(CoActivation.Graph(z, Settings.Kernel));
        }
        if (built.Count > Settings.AverageOver) built.Dequeue();
        graph = built.Count == 1 ? built.Peek() : Graphs.Graph.Mean([.. built]);
        history.Add(new LearnedGraph(Steps, graph));
        if (Settings.StopWhenDisconnected && Graph is not null && CoActivation.SmallEigenvalues(graph) > 1)
        {
            last = Steps + Settings.StepsAfterStop;
            return;
        }
        var before = current;
        (Graph, current) = (graph, new GraphSpectralPenalty(graph, Settings.Weight, Settings.Laplacian, dtype: dtype));
        before?.Dispose();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) current?.Dispose();
        base.Dispose(disposing);
    }
}
