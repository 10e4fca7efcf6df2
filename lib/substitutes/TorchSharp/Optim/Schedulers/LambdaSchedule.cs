namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new LambdaSchedule(optimizer, lr_lambda, last_epoch, verbose);

            private sealed class LambdaSchedule : LRScheduler
            {
                private readonly Func<int, double> factor;

                internal LambdaSchedule(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch, bool verbose) : base(optimizer, last_epoch, verbose)
                {
                    this.factor = lr_lambda;
                    step();
                }

                private protected override double Rate(int group, double rate) =>
                    Initial[group] * factor(Epoch);
            }
        }
    }
}
