using Limpid.Data.Dna;
using Limpid.Relevance.Genomics;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.SpliceSites;

/// <summary>Explains windows with one site.</summary>
internal sealed class SpliceReader(
    SpliceSettings settings, LabelledSequences train, Seed seed, nn.Module<Tensor, Tensor> network, nn.Module<Tensor, Tensor> untrained, nn.Module<Tensor, Tensor> shuffled)
{
    internal SpliceProfile Profile(KnownSite site, LabelledSequences windows)
    {
        using var scope = NewDisposeScope();
        var lambda = new MapMethod(MapKind.Lambda, settings.Share);
        return new SpliceProfile(site, Information(site), Mean(network, site, windows, MapMethod.Plain), Mean(network, site, windows, lambda),
            Mean(untrained, site, windows, MapMethod.Plain), Mean(shuffled, site, windows, MapMethod.Plain), Weighted(site, windows));
    }

    internal IReadOnlyList<MapReading> Maps(KnownSite site, LabelledSequences windows)
    {
        using var scope = NewDisposeScope();
        using var explainer = Explainer(network, site, windows);
        return MapReading.Of(explainer, MapMethod.All(settings.Shares), Mask(site, windows));
    }

    internal IReadOnlyList<MapReading> Untrained(KnownSite site, LabelledSequences windows)
    {
        using var scope = NewDisposeScope();
        using var explainer = Explainer(untrained, site, windows);
        return MapReading.Of(explainer, [MapMethod.Plain, new MapMethod(MapKind.Lambda, settings.Share)], Mask(site, windows));
    }

    internal IReadOnlyList<FlipReading> Flips(KnownSite site, LabelledSequences windows)
    {
        using var scope = NewDisposeScope();
        var few = windows.Select([.. Enumerable.Range(0, Math.Min(settings.Flipped, windows.Count))]);
        using var explainer = Explainer(network, site, few);
        (MapMethod, Tensor)[] maps = [.. FlipReading.Methods(settings.Share).Select(method => (method, explainer.Map(method)))];
        return [.. FlipReading.Replacements.SelectMany(replacement => FlipReading.Of(network, few.Sequences, Targets(site, few), maps, replacement, 2, seed))];
    }

    private static Tensor Targets(KnownSite site, LabelledSequences windows) => full([windows.Count], site.Label, dtype: int64);

    private static Tensor Mask(KnownSite site, LabelledSequences windows)
    {
        var mask = zeros([windows.Count, windows.Length], dtype: ScalarType.Bool);
        mask.narrow(1, site.First, site.Last - site.First + 1).fill_(true);
        return mask;
    }

    private SequenceExplainer Explainer(nn.Module<Tensor, Tensor> of, KnownSite site, LabelledSequences windows) =>
        new(of, windows.OneHot(), Targets(site, windows), SpliceExperiment.Rules, seed);

    // Each window counts alike: its positive relevance is divided by its sum.
    private double[] Mean(nn.Module<Tensor, Tensor> of, KnownSite site, LabelledSequences windows, MapMethod method)
    {
        using var scope = NewDisposeScope();
        using var explainer = Explainer(of, site, windows);
        return [.. Shares(explainer.Map(method)).mean([0L]).data<double>()];
    }

    private double[] Weighted(KnownSite site, LabelledSequences windows)
    {
        using var scope = NewDisposeScope();
        using var explainer = Explainer(network, site, windows);
        return [.. windows.OneHot().to(float64).mul(Shares(explainer.Map(MapMethod.Plain)).unsqueeze(1)).mean([0L]).t().contiguous().data<double>()];
    }

    private static Tensor Shares(Tensor map)
    {
        var positive = map.to(float64).clamp_min(0);
        return positive.div(positive.sum(1, keepdim: true).clamp_min(1e-300));
    }

    private double[] Information(KnownSite site)
    {
        var others = Enumerable.Range(0, train.Count).Where(i => train.Labels[i] != site.Label).ToArray();
        Motif Letters(LabelledSequences windows) => Motif.Of(site.Name, Nucleotides.Counts(windows.Sequences), pseudocount: 0.5);
        var (own, rest) = (Letters(train.OfClass(site.Label)), Letters(train.Select(others)));
        return [.. Enumerable.Range(0, own.Width).Select(i => Enumerable.Range(0, 4).Sum(k => own[i, k] * Math.Log2(own[i, k] / rest[i, k])))];
    }
}
