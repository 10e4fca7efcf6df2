using System.Diagnostics;

namespace Limpid.Reproduction;

/// <summary>How long one of several rival steps takes.</summary>
/// <param name="Name">Which.</param>
/// <param name="Median">Median, in seconds.</param>
/// <param name="Slow">95th percentile, in seconds.</param>
public sealed record StepTime(string Name, double Median, double Slow)
{
    /// <summary>Times rivals in turn, step by step, so that whatever else the machine does meets all alike.</summary>
    /// <param name="rivals">Name and step of each.</param>
    /// <param name="rounds">Steps of each, after one that is not counted.</param>
    /// <returns>One entry per rival, in their order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rounds"/> is below 1.</exception>
    public static IReadOnlyList<StepTime> InTurn(IReadOnlyList<(string Name, Action Step)> rivals, int rounds = 15)
    {
        ArgumentNullException.ThrowIfNull(rivals);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        var seconds = rivals.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= rounds; round++)
            for (var i = 0; i < rivals.Count; i++)
            {
                var start = Stopwatch.GetTimestamp();
                rivals[i].Step();
                if (round > 0)
                    seconds[i].Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        return [.. rivals.Zip(seconds, (rival, times) => Of(rival.Name, [.. times.Order()]))];
    }

    private static StepTime Of(string name, double[] sorted) => new(name, sorted[sorted.Length / 2], sorted[sorted.Length * 95 / 100]);
}
