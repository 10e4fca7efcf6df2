namespace TorchSharp.Modules;

public class ParamGroup : torch.optim.ILearningRateController
{
    public ParamGroup() { }

    public IEnumerable<Parameter> Parameters { get; set; } = [];

    public OptimizerOptions Options { get; set; } = new();

    public double LearningRate
    {
        get => Options.LearningRate!.Value;
        set => Options.LearningRate = value;
    }

    public double InitialLearningRate
    {
        get => Options.InitialLearningRate;
        set => Options.InitialLearningRate = value;
    }

    /// <summary>The parameters with what the optimizer remembers of each.</summary>
    internal (Parameter parameter, OptimizerState state)[] Slots { get; set; } = [];
}
