using Limpid.Data;
using Limpid.Reproduction;

namespace Limpid.GraphSpectral.Capsules;

/// <summary>The trained weights of the first seed's networks: those shipped with the library, or those that a run puts aside.</summary>
public sealed class CapsulePair
{
    /// <summary>The notebook that trains them.</summary>
    public const string Notebook = "capsules";

    private readonly RunMode mode;
    private readonly CapsuleSettings settings;
    private readonly Seed seed;
    private readonly int images;
    private readonly string? folder;

    /// <summary>Weights that a run trains.</summary>
    /// <param name="mode">The run's mode; only those of a full run are named so that publishing takes them.</param>
    /// <param name="settings">How they are trained.</param>
    /// <param name="seed">The seed that is kept.</param>
    /// <param name="images">Number of training images, for the description.</param>
    /// <param name="folder">Where they are put aside, for example <c>artifacts/models</c>; null for the shipped ones of a full run, to be read only.</param>
    public CapsulePair(RunMode mode, CapsuleSettings settings, Seed seed, int images, string? folder)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (this.mode, this.settings, this.seed, this.images, this.folder) = (folder is null ? RunMode.Full : mode, settings, seed, images, folder);
    }

    /// <summary>Whether the library comes with the pair that a full run trained from this seed with this weight.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="alpha">Weight of the penalty.</param>
    /// <exception cref="TrainedModelException">The manifest of the shipped weights is damaged.</exception>
    public static bool Ships(Seed seed, double alpha) => CapsuleVariant.Pair(alpha).All(variant => TrainedModels.Shipped.Models.Any(model =>
        model.Name == Name(variant.Name, RunMode.Full) && model.Seed == seed && model.Settings.Contains(Weight(variant.Alpha), StringComparison.Ordinal)));

    /// <summary>Puts a network aside if it is of the seed that is kept; for <see cref="CapsuleExperiment.Run(IReadOnlyList{CapsuleVariant}, IReadOnlyList{Seed}, TextWriter?, Action{CapsNet, CapsuleResult}?, Action{int}?, CancellationToken)"/>.</summary>
    /// <param name="network">Just trained.</param>
    /// <param name="result">Its readings.</param>
    /// <exception cref="InvalidOperationException">The pair is the shipped one.</exception>
    public void Keep(CapsNet network, CapsuleResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Seed != seed) return;
        var told = FormattableString.Invariant(
            $"{images} images, {settings.Epochs} epochs of batch {settings.BatchSize}, Adam {settings.LearningRate}, {Weight(result.Alpha)} layout {settings.Layout.Channels}-{settings.Layout.PrimaryTypes}-{string.Join('-', settings.Layout.Decoder)}");
        TrainedModels.Save(folder ?? throw new InvalidOperationException("The shipped pair is read only; expected a folder to put weights aside."), network,
            new TrainedModel(Name(result.Variant, mode), "", 0, "", Notebook, mode.Text(), seed, result.TestAccuracy, told));
    }

    /// <summary>What is known of one network.</summary>
    /// <param name="variant">Which.</param>
    /// <exception cref="TrainedModelException">It was not put aside.</exception>
    public TrainedModel Describe(CapsuleVariant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        return Models[Name(variant.Name, mode)];
    }

    /// <summary>One network with its trained weights, in evaluation mode.</summary>
    /// <param name="variant">Which.</param>
    /// <exception cref="TrainedModelException">It was not put aside, or its file is damaged or of another layout.</exception>
    public CapsNet Load(CapsuleVariant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var network = Models.LoadInto(Name(variant.Name, mode), new CapsNet(settings.Layout));
        network.eval();
        return network;
    }

    private TrainedModels Models => folder is null ? TrainedModels.Shipped : TrainedModels.Open(folder);

    private static string Weight(double alpha) => FormattableString.Invariant($"alpha {alpha},");

    private static string Name(string variant, RunMode mode) =>
        $"{Notebook}-{variant.ToLowerInvariant()}{(mode == RunMode.Full ? "" : "-" + mode.Text())}";
}
