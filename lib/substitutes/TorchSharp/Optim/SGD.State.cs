namespace TorchSharp.Modules;

public partial class SGD
{
    private sealed class State(Parameter parameter) : OptimizerState
    {
        internal torch.Tensor? momentum_buffer;

        public override void Write(BinaryWriter writer) => Write(writer, momentum_buffer);

        public override void Read(BinaryReader reader) => Read(reader, parameter, ref momentum_buffer);

        public override void Dispose() => momentum_buffer?.Dispose();
    }
}
