using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Spectral.Importance;

public sealed partial record ImportanceMethod
{
    /// <summary>Permutation importance: by how much the mean test score falls when one input's values are shuffled among the samples (Breiman 2001), the mean over repeats.</summary>
    /// <param name="repeats">Shuffles of each input, at least 1.</param>
    public static ImportanceMethod Permutation(int repeats = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 1);
        return new("permutation", (task, random) =>
        {
            var (whole, falls) = (task.Model.Mean(task.Test, task.TestTargets), new double[task.Inputs]);
            var order = Enumerable.Range(0, (int)task.Test.size(0)).Select(i => (long)i).ToArray();
            for (var input = 0; input < falls.Length; input++)
            {
                for (var repeat = 0; repeat < repeats; repeat++)
                {
                    using var scope = NewDisposeScope();
                    random.Shuffle(order);
                    var column = task.Test.select(1, input).index_select(0, tensor(order, device: task.Test.device));
                    falls[input] += (whole - task.Model.Mean(With(task.Test, input, column), task.TestTargets)) / repeats;
                }
            }
            return falls;
        });
    }

    /// <summary>Ablation: by how much the mean test score falls when one input is replaced by its mean over the training samples.</summary>
    public static ImportanceMethod Ablation { get; } = new("ablation to the mean", (task, _) =>
    {
        var whole = task.Model.Mean(task.Test, task.TestTargets);
        using var mean = task.Mean();
        return [.. Enumerable.Range(0, task.Inputs).Select(input =>
        {
            using var scope = NewDisposeScope();
            return whole - task.Model.Mean(With(task.Test, input, mean[input]), task.TestTargets);
        })];
    });

    private static Tensor With(Tensor samples, int input, Tensor column)
    {
        var changed = samples.clone();
        changed.select(1, input).copy_(column);
        return changed;
    }
}
