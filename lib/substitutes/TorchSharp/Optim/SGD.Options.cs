namespace TorchSharp.Modules;

public partial class SGD
{
    public class Options : OptimizerOptions
    {
        public double? momentum;
        public double? dampening;
        public double? weight_decay;
        public bool? nesterov;
        public bool? maximize;

        internal override void Complete(OptimizerOptions defaults)
        {
            base.Complete(defaults);
            var d = (Options)defaults;
            momentum ??= d.momentum;
            dampening ??= d.dampening;
            weight_decay ??= d.weight_decay;
            nesterov ??= d.nesterov;
            maximize ??= d.maximize;
        }

        internal override void Write(BinaryWriter writer)
        {
            base.Write(writer);
            writer.Write(momentum!.Value);
            writer.Write(dampening!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(nesterov!.Value);
            writer.Write(maximize!.Value);
        }

        internal override void Read(BinaryReader reader)
        {
            base.Read(reader);
            momentum = reader.ReadDouble();
            dampening = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            nesterov = reader.ReadBoolean();
            maximize = reader.ReadBoolean();
        }
    }
}
