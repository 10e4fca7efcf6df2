namespace TorchSharp.Modules;

internal sealed class AdamState(Parameter parameter) : OptimizerState
{
    internal long step;
    internal readonly torch.Tensor exp_avg = Zeros(parameter);
    internal readonly torch.Tensor exp_avg_sq = Zeros(parameter);
    internal torch.Tensor? max_exp_avg_sq;

    internal void RaiseLargest()
    {
        max_exp_avg_sq ??= Zeros(exp_avg_sq);
        using var larger = max_exp_avg_sq.maximum(exp_avg_sq);
        max_exp_avg_sq.copy_(larger);
    }

    public override void Write(BinaryWriter writer)
    {
        writer.Write(step);
        TensorFile.Write(writer, exp_avg);
        TensorFile.Write(writer, exp_avg_sq);
        Write(writer, max_exp_avg_sq);
    }

    public override void Read(BinaryReader reader)
    {
        step = reader.ReadInt64();
        TensorFile.ReadInto(reader, exp_avg);
        TensorFile.ReadInto(reader, exp_avg_sq);
        Read(reader, exp_avg_sq, ref max_exp_avg_sq);
    }

    public override void Dispose()
    {
        exp_avg.Dispose();
        exp_avg_sq.Dispose();
        max_exp_avg_sq?.Dispose();
    }
}
