namespace TorchSharp.Modules;

public partial class Adam
{
    public class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? eps;
        public double? weight_decay;
        public bool? amsgrad;
        public bool? maximize;

        internal override void Complete(OptimizerOptions defaults)
        {
            base.Complete(defaults);
            var d = (Options)defaults;
            beta1 ??= d.beta1;
            beta2 ??= d.beta2;
            eps ??= d.eps;
            weight_decay ??= d.weight_decay;
            amsgrad ??= d.amsgrad;
            maximize ??= d.maximize;
        }

        internal override void Write(BinaryWriter writer)
        {
            base.Write(writer);
            writer.Write(beta1!.Value);
            writer.Write(beta2!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(amsgrad!.Value);
            writer.Write(maximize!.Value);
        }

        internal override void Read(BinaryReader reader)
        {
            base.Read(reader);
            beta1 = reader.ReadDouble();
            beta2 = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            amsgrad = reader.ReadBoolean();
            maximize = reader.ReadBoolean();
        }
    }
}
