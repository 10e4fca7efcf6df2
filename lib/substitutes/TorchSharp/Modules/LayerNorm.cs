using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static LayerNorm LayerNorm(
                long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

            public static LayerNorm LayerNorm(
                long normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new([normalized_shape], eps, elementwise_affine, bias, device, dtype);
        }
    }

    namespace Modules
    {
        public sealed class LayerNorm : nn.Module<Tensor, Tensor>
        {
            private Parameter? weightParameter;
            private Parameter? biasParameter;

            internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype)
                : base(nameof(LayerNorm))
            {
                (this.normalized_shape, this.eps, this.elementwise_affine) = (normalized_shape, eps, elementwise_affine);
                if (elementwise_affine)
                {
                    weight = Fresh.Parameter(normalized_shape, device, dtype);
                    if (bias) this.bias = Fresh.Parameter(normalized_shape, device, dtype);
                }
                reset_parameters();
                ComponentsAreComplete();
            }

            public long[] normalized_shape { get; set; }

            public double eps { get; set; }

            public bool elementwise_affine { get; set; }

            public Parameter weight
            {
                get => weightParameter!;
                set => Own("weight", ref weightParameter, value);
            }

            public Parameter? bias
            {
                get => biasParameter;
                set => Own("bias", ref biasParameter, value);
            }

            public void reset_parameters()
            {
                if (weightParameter is not null) nn.init.ones_(weightParameter);
                if (biasParameter is not null) nn.init.zeros_(biasParameter);
            }

            public override Tensor forward(Tensor tensor) =>
                nn.functional.layer_norm(tensor, normalized_shape, weightParameter, biasParameter, eps);
        }
    }
}
