namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new StepSchedule(optimizer, step_size, gamma, last_epoch, verbose);

            private sealed class StepSchedule : LRScheduler
            {
                private readonly int size;
                private readonly double gamma;

                internal StepSchedule(Optimizer optimizer, int step_size, double gamma, int last_epoch, bool verbose) : base(optimizer, last_epoch, verbose)
                {
                    this.size = step_size;
                    this.gamma = gamma;
                    step();
                }

                private protected override double Rate(int group, double rate) =>
                    Epoch == 0 || Epoch % size != 0 ? rate : rate * gamma;
            }
        }
    }
}
