using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.Margin.PrototypeSelection;

/// <summary>Chooses samples by all rules and tests each choice.</summary>
/// <param name="settings">Neighbours, hops, random draws.</param>
public sealed class PrototypeExperiment(PrototypeSettings settings)
{
    /// <summary>All rules on one set of samples.</summary>
    /// <param name="samples">The samples; left as they are.</param>
    /// <param name="gamma">Of the kernel.</param>
    /// <param name="counts">Numbers of samples to choose, ascending; the fractions of USPS' list if null.</param>
    /// <param name="random">The random choices.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ArgumentException">The counts don't fit the samples, or a value isn't finite.</exception>
    public PrototypeResult Run(DigitSamples samples, double gamma, Random random, IReadOnlyList<int>? counts = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(random);
        int[] numbers = [.. counts ?? PrototypeSettings.Counts(samples.TrainLabels.Length)];
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (labels, most, n) = (samples.TrainLabels, numbers[^1], samples.TrainLabels.Length);
        var graph = Graph.FromNeighbours(NearestNeighbours.Of(samples.Train, settings.K, cancellation));
        var global = Prototypes.Of(graph, MmdSignal.Of(samples.Train, graph, gamma, cancellation: cancellation), settings.Hops);
        var local = Prototypes.Of(graph, MmdSignal.Of(samples.Train, graph, gamma, labels, cancellation: cancellation), settings.Hops);
        var (critics, criticisms) = MmdCritic.Select(samples.Train, gamma, most, Math.Min(most, n - most), cancellation: cancellation);
        var (classCritics, _) = MmdCritic.Select(samples.Train, gamma, most, 0, labels, cancellation: cancellation);
        SelectionCurve[] curves =
        [
            Curve(PrototypeRules.Global, SelectionOrder.Apart(graph, global.Peaks(n))),
            Curve(PrototypeRules.Local, SelectionOrder.InTurn(SelectionOrder.Apart(graph, local.Peaks(n)), labels)),
            Curve(PrototypeRules.CriticGlobal, critics),
            Curve(PrototypeRules.CriticLocal, classCritics),
            Curve(PrototypeRules.Peaks, global.Peaks(most)),
            Curve(PrototypeRules.Least, global.LeastInfluential(most)),
            Curve(PrototypeRules.LeastLocal, local.LeastInfluential(most)),
            Curve(PrototypeRules.Central, global.MostCentral(most)),
            Curve(PrototypeRules.CentralLocal, local.MostCentral(most)),
            Curve(PrototypeRules.Criticisms, global.Criticisms(most)),
            Curve(PrototypeRules.Pits, global.Pits(most)),
            Curve(PrototypeRules.CriticCriticisms, criticisms),
            Lots(),
        ];
        return new PrototypeResult(n, gamma, numbers, curves);

        SelectionCurve Curve(string name, IReadOnlyList<int> order)
        {
            int[] chosen = [.. order.Take(most)];
            cancellation.ThrowIfCancellationRequested();
            return new SelectionCurve(name, Errors(chosen), chosen, [.. Enumerable.Range(0, labels.Max() + 1).Select(label => chosen.Count(sample => labels[sample] == label))]);
        }

        double[] Errors(int[] chosen) => NearestPrototype.Errors(samples.Train, labels, chosen, numbers, samples.Test, samples.TestLabels);

        SelectionCurve Lots()
        {
            int[][] draws = [.. Enumerable.Range(0, settings.RandomDraws).Select(_ => Draw(n, most, random))];
            double[][] errors = [.. draws.Select(Errors)];
            return Curve(PrototypeRules.Random, draws[0]) with { Errors = [.. numbers.Select((_, i) => errors.Average(each => each[i]))] };
        }
    }

    private static int[] Draw(int samples, int count, Random random)
    {
        int[] all = [.. Enumerable.Range(0, samples)];
        random.Shuffle(all);
        return all[..count];
    }
}
