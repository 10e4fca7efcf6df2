using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD : OptimizerHelper
{
    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0.0, double weight_decay = 0.0, bool nesterov = false,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize) { }

    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0.0, double weight_decay = 0.0, bool nesterov = false,
        bool maximize = false)
        : base(new Options
        {
            LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize,
        })
    {
        Positive.OrZero(lr, nameof(lr));
        Positive.OrZero(momentum, nameof(momentum));
        Positive.OrZero(weight_decay, nameof(weight_decay));
        if (nesterov && (momentum == 0 || dampening != 0)) throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
        foreach (var group in parameters) add_param_group(group);
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override void Update(Parameter parameter, Tensor grad, OptimizerState state, OptimizerOptions options)
    {
        var o = (Options)options;
        var (decay, momentum) = (o.weight_decay!.Value, o.momentum!.Value);
        using var turned = o.maximize!.Value ? grad.neg() : null;
        using var decayed = decay != 0 ? (turned ?? grad).add(parameter, decay) : null;
        var direction = decayed ?? turned ?? grad;
        if (momentum == 0)
        {
            parameter.add_(direction, -o.LearningRate!.Value);
            return;
        }
        var buffer = Moved((State)state, direction, momentum, 1 - o.dampening!.Value);
        using var ahead = o.nesterov!.Value ? direction.add(buffer, momentum) : null;
        parameter.add_(ahead ?? buffer, -o.LearningRate!.Value);
    }

    private static Tensor Moved(State state, Tensor direction, double momentum, double share)
    {
        if (state.momentum_buffer is not { } buffer) return state.momentum_buffer = direction.clone().DetachFromDisposeScope();
        if (share != 1 || !Flat.Fits(buffer, direction)) return buffer.mul_(momentum).add_(direction, share);
        Momentum.Move(buffer, direction, momentum);
        return buffer;
    }
}
