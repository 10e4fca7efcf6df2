using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, outputSize, hasBias, device, dtype);

            public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);
        }
    }

    namespace Modules
    {
        public sealed class Linear : nn.Module<Tensor, Tensor>
        {
            private Parameter? weightParameter;
            private Parameter? biasParameter;

            internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Linear))
            {
                in_features = inputSize;
                out_features = outputSize;
                weight = Fresh.Parameter([outputSize, inputSize], device, dtype);
                nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
                if (hasBias)
                {
                    bias = Fresh.Parameter([outputSize], device, dtype);
                    var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
                    nn.init.uniform_(bias, -bound, bound);
                }
                ComponentsAreComplete();
            }

            internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
            {
                if (weight.ndim != 2) throw new ArgumentException($"A linear layer's weight has 2 dimensions; this one has {weight.ndim}.", nameof(weight));
                (out_features, in_features) = (weight.size(0), weight.size(1));
                this.weight = weight;
                this.bias = bias;
                ComponentsAreComplete();
            }

            public long in_features { get; set; }

            public long out_features { get; set; }

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

            public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, weightParameter!, biasParameter);
        }
    }
}
