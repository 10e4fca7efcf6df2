using System.Collections.Immutable;
using Limpid.Display;
using Limpid.Mahalanobis.Digits;
using Limpid.Mahalanobis.Layers;
using Limpid.Mahalanobis.Sweeps;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Outputs;

/// <summary>What is looked at in networks as they are: dead units and clamps.</summary>
internal sealed record OutputLook(OutputUnits Units, ClampCurves Layer, ClampCurves Code)
{
    public static OutputLook At(DigitNetworks networks, DigitImages train, int clamped, CancellationToken cancel)
    {
        var (hidden, outputs) = (new List<DeadUnits>(), new List<DeadUnits>());
        var rows = new List<ImmutableArray<double>>[4];
        for (var k = 0; k < 4; k++) rows[k] = [];
        foreach (var model in Progress.Track(Enumerable.Range(0, networks.Models), $"{networks.Plan.Name}, clamps"))
        {
            using var scope = NewDisposeScope();
            using var off = no_grad();
            var activations = networks.Activate(networks.Sums(train.Pixels, model));
            var scores = networks.Scores(activations, model);
            hidden.Add(DeadUnits.Of(activations));
            outputs.Add(DeadUnits.Of(Active(networks, scores)));
            var own = UnitRanges.Of(activations).Common();
            var code = CodeRange(networks, own, scores);
            var (some, labels) = (activations.narrow(0, 0, Math.Min(clamped, train.Count)), train.Labels.narrow(0, 0, Math.Min(clamped, train.Count)));
            for (var k = 0; k < 4; k++)
                rows[k].Add(k > 1 && ReferenceEquals(code, own) ? rows[k - 2][^1] : Clamped(networks, model, some, labels, k % 2 == 0 ? SweepKind.Raise : SweepKind.Clip, k > 1 ? code : own, cancel));
        }
        SweepCurve Curve(int k) => new(SweepGrid.Parts, [.. rows[k]]);
        return new(new(Of(hidden, one => one.Dead), Of(hidden, one => one.DeadOrRare), Of(outputs, one => one.Dead), Of(outputs, one => one.DeadOrRare)), new(Curve(0), Curve(1)), new(Curve(2), Curve(3)));
    }

    private static ImmutableArray<double> Clamped(DigitNetworks networks, int model, Tensor activations, Tensor labels, SweepKind kind, UnitRanges range, CancellationToken cancel) =>
        [.. PerturbationSweep.Accuracies(activations, labels, a => networks.Finish(networks.Scores(a, model)), SweepGrid.Parts.Select(part => SweepGrid.Change(kind, range, part)), cancel: cancel)];

    // In the code a network's activation layers share one range; the negation behind one is no activation layer.
    private static UnitRanges CodeRange(DigitNetworks networks, UnitRanges own, Tensor scores)
    {
        if (networks.Plan.Output is not (DigitOutput.Activated or DigitOutput.Negated)) return own;
        using var scope = NewDisposeScope();
        var range = UnitRanges.Of(networks.Activate(scores));
        return new([.. own.Least.Select(least => Math.Min(least, range.Least.Min()))], [.. own.Largest.Select(largest => Math.Max(largest, range.Largest.Max()))]);
    }

    private static Tensor Active(DigitNetworks networks, Tensor scores) => networks.Plan.Output is DigitOutput.Activated or DigitOutput.Negated ? networks.Activate(scores) : scores;

    private static ImmutableArray<double> Of(List<DeadUnits> units, Func<DeadUnits, int> count) => [.. units.Select(one => (double)count(one))];
}
