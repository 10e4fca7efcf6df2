using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD : OptimizerHelper
{
    private static readonly Op addScaled = "add_.Tensor";
    private static readonly Op sumScaled = "add.Tensor";
    private static readonly Op scale = "mul_.Scalar";
    private static readonly Op negate = "neg";

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

    private protected override OptimizerState NewState(Parameter parameter) => new State();

    private protected override void Update(Parameter parameter, Tensor grad, OptimizerState state, OptimizerOptions options)
    {
        var o = (Options)options;
        var (decay, momentum, rate) = (o.weight_decay!.Value, o.momentum!.Value, o.LearningRate!.Value);
        Tensor direction = grad;
        if (o.maximize!.Value) direction = negate.Call(grad);
        if (decay != 0)
        {
            var decayed = sumScaled.Call(direction, parameter, decay);
            if (direction != (object)grad) direction.Dispose();
            direction = decayed;
        }
        if (momentum != 0) direction = WithMomentum(direction, grad, (State)state, o, momentum);
        addScaled.Run(parameter, direction, -rate);
        if (direction != (object)grad && direction != (object?)((State)state).momentum_buffer) direction.Dispose();
    }

    private static Tensor WithMomentum(Tensor direction, Tensor grad, State state, Options options, double momentum)
    {
        if (state.momentum_buffer is not { } buffer) buffer = state.momentum_buffer = direction.clone().DetachFromDisposeScope();
        else
        {
            scale.Run(buffer, momentum);
            addScaled.Run(buffer, direction, 1 - options.dampening!.Value);
        }
        var result = options.nesterov!.Value ? sumScaled.Call(direction, buffer, momentum) : buffer;
        if (direction != (object)grad) direction.Dispose();
        return result;
    }
}
