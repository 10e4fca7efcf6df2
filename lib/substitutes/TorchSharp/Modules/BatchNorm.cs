using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract class BatchNorm : NormBase
{
    private protected BatchNorm(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name) { }

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var factor = momentum ?? 0;
        if (training && track_running_stats && num_batches_tracked is { } batches)
        {
            using (no_grad()) batches.add_(1);
            if (momentum is null) factor = 1.0 / batches.ToInt64();
        }
        var usesBatch = training || (running_mean is null && running_var is null);
        return nn.functional.batch_norm(input, running_mean, running_var, affine ? weight : null, bias, usesBatch, factor, eps);
    }
}
