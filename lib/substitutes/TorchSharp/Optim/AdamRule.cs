using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of Adam, or of AdamW where the decay is decoupled, with the operators and in the order of PyTorch.</summary>
internal readonly struct AdamRule(
    double rate, double beta1, double beta2, double eps, double decay, bool amsgrad, bool maximize, bool decoupled)
{
    public static void Check(double lr, double beta1, double beta2, double eps, double weight_decay)
    {
        Positive.OrZero(lr, nameof(lr));
        Positive.OrZero(eps, nameof(eps));
        Positive.OrZero(weight_decay, nameof(weight_decay));
        if (beta1 is not (>= 0 and < 1)) throw new ArgumentException($"Invalid beta1: {beta1}; it must lie in [0, 1).", nameof(beta1));
        if (beta2 is not (>= 0 and < 1)) throw new ArgumentException($"Invalid beta2: {beta2}; it must lie in [0, 1).", nameof(beta2));
    }

    public void Update(Parameter parameter, Tensor given, AdamState state)
    {
        state.step++;
        using var turned = maximize ? given.neg() : null;
        using var decayed = decay != 0 && !decoupled ? (turned ?? given).add(parameter, decay) : null;
        var grad = decayed ?? turned ?? given;
        if (decay != 0 && decoupled) parameter.mul_(1 - rate * decay);
        var root = Math.Sqrt(1 - Math.Pow(beta2, state.step));
        using var denominator = !amsgrad && AdamMoments.Fits(grad, state)
            ? AdamMoments.Update(grad, state, beta1, beta2, root, eps)
            : Denominator(grad, state, root);
        parameter.addcdiv_(state.exp_avg, denominator, -(rate / (1 - Math.Pow(beta1, state.step))));
    }

    private Tensor Denominator(Tensor grad, AdamState state, double root)
    {
        state.exp_avg.mul_(beta1).add_(grad, 1 - beta1);
        state.exp_avg_sq.mul_(beta2).addcmul_(grad, grad, 1 - beta2);
        if (amsgrad) state.RaiseLargest();
        return (amsgrad ? state.max_exp_avg_sq! : state.exp_avg_sq).sqrt().div_(root).add_(eps);
    }
}
