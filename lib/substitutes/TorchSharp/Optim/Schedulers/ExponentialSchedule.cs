namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new ExponentialSchedule(optimizer, gamma, last_epoch, verbose);

            private sealed class ExponentialSchedule : LRScheduler
            {
                private readonly double gamma;

                internal ExponentialSchedule(Optimizer optimizer, double gamma, int last_epoch, bool verbose) : base(optimizer, last_epoch, verbose)
                {
                    this.gamma = gamma;
                    step();
                }

                private protected override double Rate(int group, double rate) =>
                    Epoch == 0 ? rate : rate * gamma;
            }
        }
    }
}
