using System.Diagnostics;
using System.Globalization;
using Limpid.Benchmarks.Workloads;
using Limpid.Benchmarks.Workloads.Graphs;
using Limpid.Benchmarks.Workloads.Mahalanobis;
using Limpid.Benchmarks.Workloads.Margin;
using Limpid.Benchmarks.Workloads.Relevance;
using TorchSharp;

namespace Limpid.Benchmarks;

/// <summary>Our side of every comparison: runs a named workload as often as asked and answers with seconds and a check value.</summary>
internal static class Contestant
{
    private static readonly Dictionary<string, Func<IWorkload>> Makers = new()
    {
        ["small-add"] = () => new SmallOperator((x, y) => x + y),
        ["small-scale"] = () => new SmallOperator((x, _) => x * 2.0),
        ["small-relu"] = () => new SmallOperator((x, _) => x.relu()),
        ["small-matmul"] = () => new SmallOperator((x, y) => x.mm(y)),
        ["small-sum"] = () => new SmallOperator((x, _) => x.sum()),
        ["mlp-sgd"] = () => TrainingStep.Mlp(adam: false),
        ["mlp-adam"] = () => TrainingStep.Mlp(adam: true),
        ["cnn-adam"] = () => TrainingStep.Cnn(penalised: false),
        ["cnn-adam-gsr"] = () => TrainingStep.Cnn(penalised: true),
        ["autoencoder"] = () => TrainingStep.Autoencoder(penalised: false),
        ["autoencoder-gsr"] = () => TrainingStep.Autoencoder(penalised: true),
        ["dense"] = () => TrainingStep.Dense(spectral: false),
        ["dense-spectral"] = () => TrainingStep.Dense(spectral: true),
        ["gaussian-training"] = () => new GaussianTraining(),
    };

    private const string Relevance = "relevance-";

    /// <summary>Workloads on so many points; their names end in a colon and that number.</summary>
    private static readonly Dictionary<string, Func<int, IWorkload>> Sized = new()
    {
        ["neighbours"] = n => new NeighbourWork(n),
        ["graph"] = n => new GraphWork(n, fromNeighbours: true),
        ["laplacian"] = n => new GraphWork(n, fromNeighbours: false),
        ["components"] = n => new ComponentWork(n),
        ["filter"] = n => new FilterWork(n),
        ["eigenpairs"] = n => new EigenpairWork(n, sheet: false),
        ["sheet"] = n => new EigenpairWork(n, sheet: true),
        ["digits"] = n => new DigitNeighbours(n),
        ["influence"] = n => InfluenceWork.Blobs(n),
        ["critic"] = n => new CriticWork(n),
        ["influence-digits"] = MarginDigits.Influence,
        ["product-digits"] = MarginDigits.Product,
        ["distances"] = n => new DistanceWork(n, fitted: false),
        ["fit-distances"] = n => new DistanceWork(n, fitted: true),
        ["layer-reading"] = n => new ReadingWork(n),
        ["one-node"] = models => new NodeWork(models),
    };

    public static int Serve(TextReader input, TextWriter output)
    {
        torch.set_num_threads(int.Parse(Environment.GetEnvironmentVariable("OMP_NUM_THREADS")!, CultureInfo.InvariantCulture));
        var ready = new Dictionary<string, IWorkload>();
        while (input.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            if (!ready.TryGetValue(words[0], out var workload))
                ready[words[0]] = workload = Make(words[0]);
            var count = int.Parse(words[1], CultureInfo.InvariantCulture);
            var clock = Stopwatch.StartNew();
            var check = workload.Run(count);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:R} {check:R}"));
            output.Flush();
        }
        return 0;
    }

    private static IWorkload Make(string name)
    {
        if (name == "relevance-memory") return new RelevanceMemory();
        if (name.StartsWith(Relevance, StringComparison.Ordinal)) return RelevanceWork.Of(name[Relevance.Length..]);
        var parts = name.Split(':');
        return parts.Length == 1 ? Makers[name]() : Sized[parts[0]](int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
