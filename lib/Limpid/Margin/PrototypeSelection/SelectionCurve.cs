namespace Limpid.Margin.PrototypeSelection;

/// <summary>How good a choice is as the training set of a classifier by the nearest neighbour.</summary>
/// <param name="Name">The rule of choice.</param>
/// <param name="Errors">Share of test samples put wrong, for each number of chosen samples.</param>
/// <param name="Chosen">The samples in the order of choice; of a random choice the first draw.</param>
/// <param name="ClassCounts">How many of them are of each class, label by label from 0.</param>
public sealed record SelectionCurve(string Name, double[] Errors, int[] Chosen, int[] ClassCounts)
{
    /// <summary>The mean of the errors.</summary>
    public double MeanError => Errors.Average();
}
