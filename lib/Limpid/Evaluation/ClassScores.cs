using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>A model's score of the class that each sample is asked for.</summary>
internal sealed class ClassScores
{
    private readonly Func<Tensor, Tensor> model;
    private readonly long largest;

    /// <summary>Scores for targets that were checked by <see cref="Targets.Of"/>.</summary>
    internal ClassScores(Func<Tensor, Tensor> model, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(model);
        this.model = model;
        using var most = targets.max();
        largest = most.item<long>();
    }

    /// <summary>f_t(x) of a batch [B, ...] with targets [B]: B float64 values.</summary>
    internal double[] Of(Tensor inputs, Tensor targets)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var output = model(inputs) ?? throw new ArgumentException("The model returned null; expected scores [N, C].", nameof(model));
        var shape = output.shape;
        if (shape.Length != 2 || shape[0] != targets.size(0) || shape[1] <= largest)
            throw new ArgumentException(FormattableString.Invariant(
                $"The model gave scores of shape {RelevanceRows.Text(shape)}; expected [{targets.size(0)}, C] with C above {largest}, the largest target."), nameof(model));
        var scores = output.gather(1, targets.to(output.device).unsqueeze(1)).squeeze(1).to(float64).cpu().contiguous().data<double>().ToArray();
        var bad = Array.FindIndex(scores, score => !double.IsFinite(score));
        if (bad >= 0)
            throw new ArgumentException(FormattableString.Invariant($"A score that the model gave is {scores[bad]}; expected finite scores."), nameof(model));
        return scores;
    }
}
