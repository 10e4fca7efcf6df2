using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Spectral.Importance;

/// <summary>The mean test score with some inputs only, the others at their mean over the training samples.</summary>
internal static class MaskedWorth
{
    private const long LargestBatch = 1 << 22;

    /// <summary>The score with each set of inputs; several sets go through the model together.</summary>
    internal static double[] Of(ImportanceTask task, bool[][] kept)
    {
        var (samples, inputs) = (task.Test.size(0), task.Test.size(1));
        var atOnce = (int)Math.Clamp(LargestBatch / (samples * inputs), 1, kept.Length);
        var worth = new List<double>(kept.Length);
        using var outer = NewDisposeScope();
        var mean = task.Mean();
        foreach (var part in kept.Chunk(atOnce))
        {
            using var scope = NewDisposeScope();
            var keep = tensor(part.SelectMany(each => each).ToArray(), [part.Length, 1, inputs], device: task.Test.device);
            var points = where(keep, task.Test.unsqueeze(0), mean).reshape(part.Length * samples, inputs);
            var targets = cat([.. Enumerable.Repeat(task.TestTargets, part.Length)], 0);
            worth.AddRange(task.Model.Scores(points, targets).view(part.Length, samples).mean([1]).data<double>());
        }
        return [.. worth];
    }
}
