using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>Adds up, for one layer in one run, what bias and stabiliser keep for themselves; per sample and sign of the output's relevance.</summary>
/// <param name="relevance">Relevance of the layer's outputs.</param>
internal sealed class LedgerBook(Tensor relevance)
{
    private readonly Tensor sent = zeros_like(relevance), kept = zeros_like(relevance);

    /// <summary>Relevance [N] that the bias kept, of positive and of negative outputs.</summary>
    internal (double[] Positive, double[] Negative) Bias { get; private set; } = ([], []);

    /// <summary>Relevance [N] that the stabiliser kept (and outputs whose denominator is 0), of positive and of negative outputs.</summary>
    internal (double[] Positive, double[] Negative) Stabiliser { get; private set; } = ([], []);

    /// <summary>Books a share: quotient is R / S(z), so that quotient times z was handed on or kept by the bias.</summary>
    internal void Add(double coefficient, Tensor quotient, Contributions part)
    {
        sent.add_(quotient.mul(part.Denominator).mul_(coefficient));
        if (part.Bias is { } bias) kept.add_(quotient.mul(bias).mul_(coefficient));
    }

    internal void Close()
    {
        Bias = LedgerRow.Signs(kept, relevance);
        Stabiliser = LedgerRow.Signs(relevance - sent, relevance);
    }
}
