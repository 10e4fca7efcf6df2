using Limpid.Spectral.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Spectral.Importance;

/// <summary>A model together with how good its answer to a sample is; what importance measures that look at answers need.</summary>
/// <param name="Forward">From inputs [B, n] to outputs, in evaluation mode.</param>
/// <param name="Score">From outputs and targets to a number per sample [B], larger for a better answer.</param>
public sealed record ScoredModel(Func<Tensor, Tensor> Forward, Func<Tensor, Tensor, Tensor> Score)
{
    /// <summary>A trained network: right answers count 1, errors count negative.</summary>
    /// <param name="network">The network; put it into evaluation mode, in which training leaves it.</param>
    /// <param name="loss">Whose score.</param>
    public static ScoredModel Of(SpectralNetwork network, SpectralLoss loss)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(loss);
        return new(network.call, (output, target) => loss.ScoreIsError ? loss.Score(output, target).neg() : loss.Score(output, target));
    }

    /// <summary>The mean score of samples.</summary>
    /// <param name="inputs">X [B, n].</param>
    /// <param name="targets">One per sample.</param>
    /// <exception cref="ArgumentException">A score isn't finite, or there are not as many as samples.</exception>
    public double Mean(Tensor inputs, Tensor targets)
    {
        using var scope = NewDisposeScope();
        return Scores(inputs, targets).mean().ToDouble();
    }

    /// <summary>The score of each sample, float64 [B].</summary>
    internal Tensor Scores(Tensor inputs, Tensor targets)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var scores = Score(Forward(inputs), targets).to(float64).flatten();
        if (scores.size(0) != inputs.size(0) || !FiniteNumbers.All(scores))
            throw new ArgumentException($"The model's answers gave {scores.size(0)} scores for {inputs.size(0)} samples, or one that isn't finite; expected a finite number per sample.", nameof(inputs));
        return scores.MoveToOuterDisposeScope();
    }
}
