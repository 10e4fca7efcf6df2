namespace Limpid.Spectral.FeatureSelection;

/// <summary>What one seed gave: a draw of training and test samples, several trainings, and a network on the selected inputs.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Relevance">r of each repetition and input.</param>
/// <param name="Kept">Inputs relevant in all repetitions but one at most.</param>
/// <param name="AccuracyAll">Test accuracy with all inputs, mean over the repetitions.</param>
/// <param name="AccuracyKept">Of a network trained on the kept inputs alone.</param>
/// <param name="AccuracyRandom">Of one trained on as many random inputs.</param>
/// <param name="AccuracyUntrained">Of one trained on the as many inputs that an untrained network ranks first.</param>
/// <param name="AccuracyLasso">Of the L1 logistic regression of the best penalty.</param>
/// <param name="Majority">The share of the larger class among the test samples.</param>
/// <param name="KeptLasso">Inputs that the regression uses.</param>
/// <param name="KeptPlain">Inputs above the threshold in a network without penalty.</param>
/// <param name="Overlap">Mean Jaccard index of the relevant inputs over pairs of repetitions.</param>
/// <param name="OverlapRandom">The same for random sets of the same sizes, the mean of many draws.</param>
public sealed record SelectionResult(
    long Seed, double[][] Relevance, int[] Kept, double AccuracyAll, double AccuracyKept, double AccuracyRandom, double AccuracyUntrained, double AccuracyLasso, double Majority,
    int[] KeptLasso, int KeptPlain, double Overlap, double OverlapRandom)
{
    /// <summary>The mean relevance of the inputs with its spread.</summary>
    public InputRelevance Mean => new([.. Relevance.Select(repeat => System.Collections.Immutable.ImmutableArray.Create(repeat))]);

    /// <summary>The share of inputs that are kept.</summary>
    public double KeptShare => (double)Kept.Length / Relevance[0].Length;
}
