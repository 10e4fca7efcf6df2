namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public abstract class LRScheduler
            {
                private readonly ILearningRateController[] groups;
                private readonly bool verbose;
                private double[] lastRates = [];

                private protected LRScheduler(Optimizer optimizer, int last_epoch, bool verbose)
                {
                    groups = [.. optimizer.ParamGroups];
                    this.verbose = verbose;
                    Epoch = last_epoch;
                    if (last_epoch == -1)
                        foreach (var group in groups) group.InitialLearningRate = group.LearningRate;
                    Initial = [.. groups.Select(g => g.InitialLearningRate)];
                }

                /// <summary>Epochs passed: 0 from the construction on.</summary>
                private protected int Epoch { get; private set; }

                /// <summary>Steps made, the one of the construction included.</summary>
                private protected int Steps { get; private set; }

                private protected double[] Initial { get; }

                public virtual void step()
                {
                    Steps++;
                    Epoch++;
                    for (var i = 0; i < groups.Length; i++)
                    {
                        groups[i].LearningRate = Rate(i, groups[i].LearningRate);
                        if (verbose) Console.WriteLine($"Adjusting learning rate of group {i} to {groups[i].LearningRate:0.0000e-00}.");
                    }
                    lastRates = [.. groups.Select(g => g.LearningRate)];
                }

                public IEnumerable<double> get_last_lr() => lastRates;

                /// <summary>The rate of this epoch from that of the last; the formulas are those of PyTorch, term by term.</summary>
                private protected abstract double Rate(int group, double rate);
            }
        }
    }
}
