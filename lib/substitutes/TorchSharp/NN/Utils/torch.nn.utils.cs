using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var scope = NewDisposeScope();
                using var off = no_grad();
                var grads = tensors.Select(p => p.grad).OfType<Tensor>().ToList();
                if (grads.Count == 0) return 0;
                var norms = grads.Select(g => Norm(g.reshape(-1), norm_type)).ToList();
                var total = Norm(stack(norms), norm_type);
                var factor = (max_norm / (total + 1e-6)).clamp(max: 1.0);
                foreach (var grad in grads) grad.mul_(factor);
                return total.ToDouble();
            }

            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var off = no_grad();
                foreach (var parameter in tensors)
                {
                    using var grad = parameter.grad;
                    grad?.clamp_(-clip_value, clip_value);
                }
            }

            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                var parts = tensors.Select(p => p.reshape(-1)).ToList();
                var vector = cat(parts);
                foreach (var part in parts) part.Dispose();
                return vector;
            }

            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                using var off = no_grad();
                var at = 0L;
                foreach (var parameter in tensors)
                {
                    var count = parameter.numel();
                    parameter.copy_(vec.narrow(0, at, count).reshape(parameter.shape));
                    at += count;
                }
            }

            private static Tensor Norm(Tensor vector, double order) =>
                double.IsPositiveInfinity(order) ? vector.abs().max() : order == 2 ? vector.square().sum().sqrt() : vector.abs().pow(order).sum().pow(1 / order);
        }
    }
}
