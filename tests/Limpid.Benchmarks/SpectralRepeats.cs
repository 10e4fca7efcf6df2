namespace Limpid.Benchmarks;

/// <summary>Ten repeats of <c>independent-gaussians</c> with the paper's 1000 epochs, as two jobs of five, one thread each.</summary>
/// <param name="Seconds">Of each repeat.</param>
/// <param name="Together">Seconds until both jobs are done.</param>
/// <param name="Accuracy">On the test samples, of the last repeat.</param>
internal sealed record SpectralRepeats(IReadOnlyList<double> Seconds, double Together, double Accuracy)
{
    public const string Title = "ten repeats of independent-gaussians, 1000 epochs each";

    private const int Epochs = 1000, Jobs = 2, Each = 5;
    private const double AskedOne = 4 * 60, AskedAll = 20 * 60;

    public static SpectralRepeats Measure()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var jobs = Enumerable.Range(0, Jobs).Select(_ => Task.Factory.StartNew(Job, TaskCreationOptions.LongRunning)).ToArray();
        var results = Task.WhenAll(jobs).GetAwaiter().GetResult().SelectMany(job => job).ToArray();
        return new([.. results.Select(r => r.Seconds * Epochs)], clock.Elapsed.TotalSeconds, results[^1].Check);
    }

    public string Text() => FormattableString.Invariant(
        $"\nOne of {Title}, two at a time, 1 thread: {Measurement.Median([.. Seconds]):0} s (median, {Seconds.Min():0}-{Seconds.Max():0} s; {Accuracy:P2} of the test samples right); asked <= {AskedOne:0} s: {Report.Word(Measurement.Median([.. Seconds]) <= AskedOne)}. All ten, as two jobs: {Together / 60:0.0} min; asked <= {AskedAll / 60:0} min: {Report.Word(Together <= AskedAll)}.\n");

    private static (double Seconds, double Check)[] Job()
    {
        using var server = Server.Ours(1);
        return [.. Enumerable.Range(0, Each).Select(_ => server.Run("gaussian-training", Epochs))];
    }
}
