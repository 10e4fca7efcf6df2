namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of one parameter.</summary>
internal abstract class OptimizerState : IDisposable
{
    public abstract void Write(BinaryWriter writer);

    public abstract void Read(BinaryReader reader);

    public abstract void Dispose();

    protected static torch.Tensor Zeros(torch.Tensor like)
    {
        using var off = torch.no_grad();
        return torch.zeros_like(like).DetachFromDisposeScope();
    }

    protected static void Write(BinaryWriter writer, torch.Tensor? tensor)
    {
        writer.Write(tensor is not null);
        if (tensor is not null) TensorFile.Write(writer, tensor);
    }

    protected static void Read(BinaryReader reader, ref torch.Tensor? tensor)
    {
        tensor?.Dispose();
        tensor = reader.ReadBoolean() ? TensorFile.Read(reader).DetachFromDisposeScope() : null;
    }
}
