using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class AdamW : OptimizerHelper
{
    public AdamW(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
        bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize) { }

    public AdamW(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
        bool amsgrad = false, bool maximize = false)
        : base(new Options
        {
            LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize,
        })
    {
        AdamRule.Check(lr, beta1, beta2, eps, weight_decay);
        foreach (var group in parameters) add_param_group(group);
    }

    private protected override OptimizerState NewState(Parameter parameter) => new AdamState(parameter);

    private protected override void Update(Parameter parameter, Tensor grad, OptimizerState state, OptimizerOptions options)
    {
        var o = (Options)options;
        var rule = new AdamRule(o.LearningRate!.Value, o.beta1!.Value, o.beta2!.Value, o.eps!.Value, o.weight_decay!.Value, o.amsgrad!.Value,
            o.maximize!.Value, decoupled: true);
        rule.Update(parameter, grad, (AdamState)state);
    }
}
