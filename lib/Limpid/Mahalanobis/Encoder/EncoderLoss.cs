using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Encoder;

/// <summary>The three terms of the encoder's loss, for many encoders at once.</summary>
/// <remarks>
/// Of distances <c>d = relu(W x + b)</c>, all [models]: responsibility <c>-sum_n log sum_j exp(-d_nj)</c>, variance <c>-sum_j log(Var d_j + 1e-6)</c> and decorrelation
/// <c>| Corr(d) - I |_F^2</c>. Variances divide by the number of samples. Source: the follow-up on implicit EM.
/// </remarks>
public static class EncoderLoss
{
    /// <summary>Added to variances.</summary>
    public const double Epsilon = 1e-6;

    /// <summary>The responsibility term, summed over the samples.</summary>
    /// <param name="distances">[models, units, n].</param>
    public static Tensor Responsibility(Tensor distances)
    {
        ArgumentNullException.ThrowIfNull(distances);
        using var scope = NewDisposeScope();
        return distances.neg().logsumexp(1).sum(1L).neg().MoveToOuterDisposeScope();
    }

    /// <summary>The variance term.</summary>
    /// <param name="distances">[models, units, n].</param>
    public static Tensor Variance(Tensor distances)
    {
        ArgumentNullException.ThrowIfNull(distances);
        using var scope = NewDisposeScope();
        return Centred(distances).square().mean([2L]).add(Epsilon).log().sum(1L).neg().MoveToOuterDisposeScope();
    }

    /// <summary>The decorrelation term; a unit that never changes has correlation 0 with all and itself, and so counts 1.</summary>
    /// <param name="distances">[models, units, n].</param>
    public static Tensor Decorrelation(Tensor distances)
    {
        ArgumentNullException.ThrowIfNull(distances);
        using var scope = NewDisposeScope();
        var centred = Centred(distances);
        var scaled = centred.div(centred.square().mean([2L], true).add(Epsilon).sqrt());
        var correlation = scaled.bmm(scaled.transpose(1, 2)).div(distances.size(2));
        return correlation.sub(eye(distances.size(1), dtype: distances.dtype, device: distances.device)).square().sum([1L, 2L]).MoveToOuterDisposeScope();
    }

    private static Tensor Centred(Tensor distances) => distances.sub(distances.mean([2L], true));
}
