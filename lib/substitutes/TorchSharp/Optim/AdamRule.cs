using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of Adam, or of AdamW where the decay is decoupled, with the operators and in the order of PyTorch.</summary>
internal readonly struct AdamRule(
    double rate, double beta1, double beta2, double eps, double decay, bool amsgrad, bool maximize, bool decoupled)
{
    private static readonly Op addScaled = "add_.Tensor";
    private static readonly Op sumScaled = "add.Tensor";
    private static readonly Op scale = "mul_.Scalar";
    private static readonly Op addProduct = "addcmul_";
    private static readonly Op addQuotient = "addcdiv_";
    private static readonly Op maximum = "maximum.out";
    private static readonly Op root = "sqrt";
    private static readonly Op divide = "div_.Scalar";
    private static readonly Op add = "add_.Scalar";
    private static readonly Op negate = "neg";

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
        using var turned = maximize ? negate.Call(given) : null;
        using var decayed = decay != 0 && !decoupled ? sumScaled.Call(turned ?? given, parameter, decay) : null;
        var grad = decayed ?? turned ?? given;
        if (decay != 0 && decoupled) scale.Run(parameter, 1 - rate * decay);
        scale.Run(state.exp_avg, beta1);
        addScaled.Run(state.exp_avg, grad, 1 - beta1);
        scale.Run(state.exp_avg_sq, beta2);
        addProduct.Run(state.exp_avg_sq, grad, grad, 1 - beta2);
        if (amsgrad) maximum.Run(state.Largest, state.exp_avg_sq, state.Largest);
        var correction1 = 1 - Math.Pow(beta1, state.step);
        var correction2 = 1 - Math.Pow(beta2, state.step);
        using var denominator = root.Call(amsgrad ? state.Largest : state.exp_avg_sq);
        divide.Run(denominator, Math.Sqrt(correction2));
        add.Run(denominator, eps);
        addQuotient.Run(parameter, state.exp_avg, denominator, -(rate / correction1));
    }
}
