namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0.0, int last_epoch = -1, bool verbose = false) =>
                new CosineSchedule(optimizer, T_max, eta_min, last_epoch, verbose);

            private sealed class CosineSchedule : LRScheduler
            {
                private readonly double period;
                private readonly double least;

                internal CosineSchedule(Optimizer optimizer, double T_max, double eta_min, int last_epoch, bool verbose) : base(optimizer, last_epoch, verbose)
                {
                    this.period = T_max;
                    this.least = eta_min;
                    step();
                }

                private protected override double Rate(int group, double rate) =>
                    Epoch == 0 ? rate
                    : Steps == 1 ? least + (Initial[group] - least) * (1 + Math.Cos(Epoch * Math.PI / period)) / 2
                    : (Epoch - 1 - period) % (2 * period) == 0 ? rate + (Initial[group] - least) * (1 - Math.Cos(Math.PI / period)) / 2
                    : (1 + Math.Cos(Math.PI * Epoch / period)) / (1 + Math.Cos(Math.PI * (Epoch - 1) / period)) * (rate - least) + least;
            }
        }
    }
}
