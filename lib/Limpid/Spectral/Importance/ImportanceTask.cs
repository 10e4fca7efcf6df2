using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Spectral.Importance;

/// <summary>What importance measures look at: a trained model, the samples it was trained on, and others.</summary>
/// <param name="Model">The model, for measures that ask one.</param>
/// <param name="Train">X [n, d], standardised.</param>
/// <param name="TrainTargets">One per sample: classes int64 [n], or numbers float [n, 1].</param>
/// <param name="Test">X [m, d].</param>
/// <param name="TestTargets">One per sample.</param>
public sealed record ImportanceTask(ScoredModel Model, Tensor Train, Tensor TrainTargets, Tensor Test, Tensor TestTargets)
{
    /// <summary>Number of inputs, d.</summary>
    public int Inputs => (int)Train.size(1);

    /// <summary>The mean of each input over the training samples [d], which stands for an input that is taken away.</summary>
    public Tensor Mean() => Train.mean([0]);

    internal double[] Targets => Numbers(TrainTargets);

    internal double[,] Samples => Matrix(Train);

    internal static double[] Numbers(Tensor values)
    {
        using var scope = NewDisposeScope();
        return values.detach().cpu().to(float64).flatten().contiguous().data<double>().ToArray();
    }

    internal static double[,] Matrix(Tensor samples)
    {
        var values = Numbers(samples);
        var result = new double[samples.size(0), samples.size(1)];
        Buffer.BlockCopy(values, 0, result, 0, values.Length * sizeof(double));
        return result;
    }
}
