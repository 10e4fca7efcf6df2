using Limpid.Data.Dna;
using Limpid.Data.Tabular;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Spectral.Spectra;

/// <summary>Samples to train and to test on, with targets from -1 to 1. Its tensors belong to the scope in which it was made.</summary>
/// <param name="Train">[n, d].</param>
/// <param name="TrainTargets">[n, 1].</param>
/// <param name="Test">[m, d].</param>
/// <param name="TestTargets">[m, 1].</param>
/// <param name="Unit">What one unit of the targets is worth.</param>
public sealed record SpectrumData(Tensor Train, Tensor TrainTargets, Tensor Test, Tensor TestTargets, double Unit = 1)
{
    /// <summary>Stars and their metallicity over the largest one. The split is the same for all seeds, as in the authors' notebook.</summary>
    /// <param name="stars">The stars.</param>
    /// <param name="testShare">The share to test on.</param>
    public static SpectrumData OfStars(StellarSpectra stars, double testShare)
    {
        ArgumentNullException.ThrowIfNull(stars);
        int[] order = [.. Enumerable.Range(0, stars.Stars.Length)];
        new Random(42).Shuffle(order);
        var tested = (int)Math.Ceiling(order.Length * testShare);
        return new(stars.Inputs(order[tested..]), stars.Targets(order[tested..]), stars.Inputs(order[..tested]), stars.Targets(order[..tested]), stars.Largest);
    }

    /// <summary>A table with a number to tell: inputs standardised, and the target centred and divided by its largest deviation, by the training samples alone.</summary>
    /// <param name="table">The table.</param>
    /// <param name="testShare">The share to test on.</param>
    /// <param name="seed">The split.</param>
    public static SpectrumData OfTable(TabularSet table, double testShare, Seed seed)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (train, test) = table.Split(testShare, seed.Random("split"));
        using var raw = table.Inputs(train);
        using var rawTest = table.Inputs(test);
        var scaler = Scaler.Fit(raw, table.Columns);
        var (y, yTest) = (table.TargetColumn(train), table.TargetColumn(test));
        var mean = y.mean().ToDouble();
        var unit = y.sub(mean).abs().max().ToDouble();
        return new(scaler.Apply(raw), y.sub(mean).div(unit), scaler.Apply(rawTest), yTest.sub(mean).div(unit), unit);
    }

    /// <summary>Windows of DNA as four inputs a position: 1 where the letter stands, else 0; the target is 1 at a splice junction and -1 elsewhere.</summary>
    /// <param name="windows">The windows, the last class being no junction.</param>
    /// <param name="testShare">The share to test on.</param>
    /// <param name="seed">The split.</param>
    public static SpectrumData OfJunctions(LabelledSequences windows, double testShare, Seed seed)
    {
        ArgumentNullException.ThrowIfNull(windows);
        int[] order = [.. Enumerable.Range(0, windows.Count)];
        seed.Random("split").Shuffle(order);
        var tested = (int)Math.Round(order.Length * testShare);
        var x = Nucleotides.OneHot(windows.Sequences).transpose(1, 2).reshape(windows.Count, -1);
        var y = tensor(windows.Labels.Select(label => label < windows.ClassNames.Count - 1 ? 1f : -1f).ToArray(), [windows.Count, 1]);
        Tensor Take(Tensor from, int[] rows) => from.index_select(0, tensor(rows.Select(row => (long)row).ToArray()));
        return new(Take(x, order[tested..]), Take(y, order[tested..]), Take(x, order[..tested]), Take(y, order[..tested]));
    }
}
