namespace Limpid.Margin.MislabelledMail;

/// <summary>What checking labels in one order brought.</summary>
/// <param name="Name">The order.</param>
/// <param name="Fixed">The share of the wrong labels found after 0, 1, 2, ... steps of checks.</param>
/// <param name="Accuracy">The test accuracy of the classifier trained anew after as many; empty where it wasn't.</param>
/// <param name="TopPrecision">The share of wrong labels among the first <see cref="Tops"/>.</param>
public sealed record RankingReading(string Name, double[] Fixed, double[] Accuracy, double[] TopPrecision)
{
    /// <summary>The numbers of mails at the top of an order whose precision is read.</summary>
    public static int[] Tops => [10, 20, 50, 100];
}
