using static TorchSharp.torch;

namespace Limpid.Spectral.Training;

/// <summary>What a network is trained for.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Of">The mean over the batch, from outputs [B, n] and targets.</param>
/// <param name="Score">A score per sample [B] whose mean is reported beside the loss: 1 for a right answer, or the error itself.</param>
public sealed record SpectralLoss(string Name, Func<Tensor, Tensor, Tensor> Of, Func<Tensor, Tensor, Tensor> Score)
{
    /// <summary>Cross-entropy of logits [B, n] and classes, int64 [B]; its score is accuracy.</summary>
    public static SpectralLoss Classes { get; } = new("cross-entropy", (output, target) => nn.functional.cross_entropy(output, target), (output, target) => output.argmax(1).eq(target));

    /// <summary>Cross-entropy of one logit [B, 1] and targets 0 or 1, float32 [B, 1]; its score is accuracy at .5.</summary>
    public static SpectralLoss Binary { get; } =
        new("binary cross-entropy", (output, target) => nn.functional.binary_cross_entropy_with_logits(output, target), (output, target) => output.gt(0).eq(target.gt(0.5)).squeeze(1));

    /// <summary>Mean absolute error of outputs [B, 1] and targets, float32 [B, 1]; its score is the same error.</summary>
    public static SpectralLoss AbsoluteError { get; } = new("mean absolute error", (output, target) => nn.functional.l1_loss(output, target), (output, target) => (output - target).abs().squeeze(1)) { ScoreIsError = true };

    /// <summary>Whether a smaller score is the better one.</summary>
    public bool ScoreIsError { get; init; }

    /// <summary>Mean squared error of outputs [B, 1] and targets, float32 [B, 1]; its score is the same error.</summary>
    public static SpectralLoss SquaredError { get; } = new("mean squared error", (output, target) => nn.functional.mse_loss(output, target), (output, target) => (output - target).square().squeeze(1));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
