namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new MultiStepSchedule(optimizer, milestones, gamma, last_epoch, verbose);

            private sealed class MultiStepSchedule : LRScheduler
            {
                private readonly IList<int> milestones;
                private readonly double gamma;

                internal MultiStepSchedule(Optimizer optimizer, IList<int> milestones, double gamma, int last_epoch, bool verbose) : base(optimizer, last_epoch, verbose)
                {
                    this.milestones = milestones;
                    this.gamma = gamma;
                    step();
                }

                private protected override double Rate(int group, double rate) =>
                    milestones.Count(m => m == Epoch) is var times and > 0 ? rate * Math.Pow(gamma, times) : rate;
            }
        }
    }
}
