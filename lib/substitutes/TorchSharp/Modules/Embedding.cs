using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Embedding Embedding(
                long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
                new(num_embeddings, embedding_dims, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse, device, dtype);
        }
    }

    namespace Modules
    {
        public sealed class Embedding : nn.Module<Tensor, Tensor>
        {
            private static readonly Op lookUp = "embedding";
            private static readonly Op renormalise = "embedding_renorm_";

            private readonly long paddingIndex;
            private readonly double? maxNorm;
            private readonly double normType;
            private readonly bool scaleByFrequency;
            private readonly bool isSparse;
            private Parameter? weightParameter;

            internal Embedding(
                long count, long dims, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse, Device? device,
                ScalarType? dtype) : base(nameof(Embedding))
            {
                if (padding_idx is { } index && (index >= count || index < -count))
                    throw new ArgumentOutOfRangeException(nameof(padding_idx), index, $"padding_idx must lie within the {count} embeddings.");
                paddingIndex = padding_idx is { } i ? (i < 0 ? count + i : i) : -1;
                (maxNorm, normType, scaleByFrequency, isSparse) = (max_norm, norm_type, scale_grad_by_freq, sparse);
                weight = Fresh.Parameter([count, dims], device, dtype);
                nn.init.normal_(weight);
                if (paddingIndex >= 0)
                    using (no_grad())
                    using (var row = weight[paddingIndex]) row.zero_();
                ComponentsAreComplete();
            }

            public Parameter? weight
            {
                get => weightParameter;
                set => Own("weight", ref weightParameter, value);
            }

            public override Tensor forward(Tensor input)
            {
                if (maxNorm is { } largest) using (no_grad()) renormalise.Run(weightParameter, input, largest, normType);
                return lookUp.Call(weightParameter, input, paddingIndex, scaleByFrequency, isSparse);
            }
        }
    }
}
