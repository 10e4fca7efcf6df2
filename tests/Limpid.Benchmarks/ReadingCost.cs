namespace Limpid.Benchmarks;

/// <summary>A layer read against all MNIST images, and many small models trained at once: what has no peer.</summary>
/// <param name="Reading">Seconds of a 784-128 layer against 60 000 images.</param>
/// <param name="Together">Seconds of 300 models of one node at once.</param>
/// <param name="Alone">Seconds of one such model.</param>
internal sealed record ReadingCost(double Reading, double Together, double Alone)
{
    public const string Title = "readings of layers, and many models at once";

    private const int Images = 60_000, Models = 300, Epochs = 200;
    private const double Asked = 2;

    public static ReadingCost Measure()
    {
        using var ours = Server.Ours(2);
        _ = ours.Run(GraphComparisons.At("layer-reading", Images), 1);
        double Median(Func<double> seconds) => Measurement.Median([.. Enumerable.Range(0, 5).Select(_ => seconds())]);
        var reading = Median(() => ours.Run(GraphComparisons.At("layer-reading", Images), 1).Seconds);
        using var single = Server.Ours(1);
        double Node(int models)
        {
            _ = single.Run(GraphComparisons.At("one-node", models), 1);
            return Median(() => single.Run(GraphComparisons.At("one-node", models), Epochs).Seconds * Epochs);
        }

        return new(reading, Node(Models), Node(1));
    }

    public string Text() => FormattableString.Invariant(
        $"\nA 784-128 layer read against {Images} images, 2 threads: {Reading:0.00} s; asked <= {Asked:0} s: {Report.Word(Reading <= Asked)}. {Models} models of one node, {Epochs} epochs, at once, 1 thread: {Together:0.00} s; one of them alone: {Alone:0.000} s, so {Models * Alone / Together:0} times as long one by one.\n");
}
