namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100,
                Reduction reduction = Reduction.Mean, double label_smoothing = 0) =>
                _cross_entropy_loss.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);
            private static readonly Op _cross_entropy_loss = "cross_entropy_loss";
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                _nll_loss_nd.Call(input, target, weight, (long)reduction);
            private static readonly Op _nll_loss_nd = "nll_loss_nd";
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                _mse_loss.Call(input, target, (long)reduction);
            private static readonly Op _mse_loss = "mse_loss";
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                _l1_loss.Call(input, target, (long)reduction);
            private static readonly Op _l1_loss = "l1_loss";
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) =>
                _smooth_l1_loss.Call(input, target, (long)reduction, beta);
            private static readonly Op _smooth_l1_loss = "smooth_l1_loss";
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean) =>
                _huber_loss.Call(input, target, (long)reduction, delta);
            private static readonly Op _huber_loss = "huber_loss";
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null,
                Reduction reduction = Reduction.Mean) =>
                _binary_cross_entropy.Call(input, target, weight, (long)reduction);
            private static readonly Op _binary_cross_entropy = "binary_cross_entropy";
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null,
                Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                _binary_cross_entropy_with_logits.Call(input, target, weight, pos_weights, (long)reduction);
            private static readonly Op _binary_cross_entropy_with_logits = "binary_cross_entropy_with_logits";
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                _kl_div.Call(input, target, (long)reduction, log_target);
            private static readonly Op _kl_div = "kl_div";
            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                _soft_margin_loss.Call(input, target, (long)reduction);
            private static readonly Op _soft_margin_loss = "soft_margin_loss";
            public static Tensor margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0,
                Reduction reduction = Reduction.Mean) =>
                _margin_ranking_loss.Call(input1, input2, target, margin, (long)reduction);
            private static readonly Op _margin_ranking_loss = "margin_ranking_loss";
            public static Tensor cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0,
                Reduction reduction = Reduction.Mean) =>
                _cosine_embedding_loss.Call(input1, input2, target, margin, (long)reduction);
            private static readonly Op _cosine_embedding_loss = "cosine_embedding_loss";
            public static Tensor triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, double margin = 1, long p = 2,
                double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) =>
                _triplet_margin_loss.Call(anchor, positive, negative, margin, (double)p, eps, swap, (long)reduction);
            private static readonly Op _triplet_margin_loss = "triplet_margin_loss";
        }
    }
}
