using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    public static void Save(this Tensor tensor, BinaryWriter writer) => TensorFile.Write(writer, tensor);

    public static void Save(this Tensor tensor, string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        tensor.Save(writer);
    }

    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        if (skip) TensorFile.Pass(reader);
        else TensorFile.ReadInto(reader, tensor);
    }

    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        if (!skip) return TensorFile.Read(reader);
        TensorFile.Pass(reader);
        return null!;
    }
}
