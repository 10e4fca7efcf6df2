namespace TorchSharp.Modules;

public class OptimizerOptions
{
    public double? LearningRate { get; set; }

    public double InitialLearningRate { get; set; }

    /// <summary>Fills what a parameter group leaves open.</summary>
    internal virtual void Complete(OptimizerOptions defaults)
    {
        LearningRate ??= defaults.LearningRate;
        if (InitialLearningRate == 0) InitialLearningRate = LearningRate!.Value;
    }

    internal virtual void Write(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate!.Value);
    }

    internal virtual void Read(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
    }
}
