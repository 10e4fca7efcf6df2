using Limpid.Evaluation;

namespace Limpid.Relevance.Images;

/// <summary>Which maps are made of which images, and what is measured. Images are counted from the first.</summary>
public sealed record ReadingPlan
{
    /// <summary>p+ of the PLRP-lambda whose claims are decided.</summary>
    public double Share { get; init; } = 0.25;

    /// <summary>p+ at which PLRP-M and the controls stand beside PLRP-lambda; contains <see cref="Share"/>.</summary>
    public IReadOnlyList<double> Compared { get; init; } = [0.1, 0.25, 0.5];

    /// <summary>p+ of the other PLRP-lambda maps of the sweep.</summary>
    public IReadOnlyList<double> Sweep { get; init; } = [0.05, 0.15, 0.2, 0.3, 0.4, 0.6, 0.7];

    /// <summary>Images in the sweep, and those whose hidden layers are read.</summary>
    public int SweepImages { get; init; } = 200;

    /// <summary>Images whose blocks are flipped where no claim is decided: other shares, other fillings, PLRP-M.</summary>
    public int FlipImages { get; init; } = 100;

    /// <summary>Images that are read together; the two numbers above count in whole batches.</summary>
    public int BatchSize { get; init; } = 50;

    /// <summary>Edge of a flipped block.</summary>
    public int Block { get; init; } = 4;

    /// <summary>Blocks between two points of a curve.</summary>
    public int BlocksPerStep { get; init; } = 16;

    /// <summary>Pixels of the intersection over union.</summary>
    public int TopK { get; init; } = 200;

    /// <summary>All methods: LRP, PLRP-lambda by rising share, PLRP-M, controls.</summary>
    internal IReadOnlyList<MapMethod> Methods => [MapMethod.Plain, .. Compared.Concat(Sweep).Order().Select(MapMethod.Lambda), .. Compared.Select(MapMethod.Matrix), .. Compared.SelectMany(MapMethod.Controls)];

    /// <summary>Whether a method is read for the batch that starts there.</summary>
    internal bool Reads(MapMethod method, int start) => start < SweepImages || method.Kind != MapKind.Lambda || Compared.Contains(method.Share);

    /// <summary>Whether hidden layers are read.</summary>
    internal bool ReadsHidden(MapMethod method, int start) =>
        start < SweepImages && (method.Kind is MapKind.Plain or MapKind.Lambda || (method.Kind == MapKind.Top && method.Share == Share));

    /// <summary>How blocks are flipped.</summary>
    internal IEnumerable<Filling> Flips(MapMethod method, int start)
    {
        var isMain = method.Kind == MapKind.Plain || method.Share == Share;
        if (isMain && (method.Kind != MapKind.Matrix || start < FlipImages)) yield return Filling.Mean;
        if (!isMain && method.Kind == MapKind.Lambda && Compared.Contains(method.Share) && start < FlipImages) yield return Filling.Mean;
        if (!isMain || start >= FlipImages || method.Kind is not (MapKind.Plain or MapKind.Lambda or MapKind.Matrix)) yield break;
        yield return Filling.Blur;
        yield return Filling.Noise;
    }

    internal FlippingOptions Options(Reproduction.Seed seed) => new() { Unit = FlippingUnit.Patch(Block), UnitsPerStep = BlocksPerStep, Seed = seed, BatchSize = 100 };
}
