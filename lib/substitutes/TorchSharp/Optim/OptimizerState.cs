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

    /// <summary>Replaces a tensor that may be missing; it must be like another. What was there stays if the file doesn't fit.</summary>
    protected static void Read(BinaryReader reader, torch.Tensor like, ref torch.Tensor? tensor)
    {
        var read = reader.ReadBoolean() ? Zeros(like) : null;
        try
        {
            if (read is not null) TensorFile.ReadInto(reader, read);
        }
        catch
        {
            read?.Dispose();
            throw;
        }
        tensor?.Dispose();
        tensor = read;
    }
}
