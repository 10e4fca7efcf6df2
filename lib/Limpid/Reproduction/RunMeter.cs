using System.Diagnostics;
using Limpid.Display;

namespace Limpid.Reproduction;

/// <summary>Time and memory of a run, for a notebook's last section.</summary>
[TypeFormatterSource(typeof(RunMeterFormatters), PreferredMimeTypes = ["text/plain"])]
public sealed class RunMeter
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<(string Name, TimeSpan At)> _marks = [];

    /// <summary>Time since the start.</summary>
    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>The largest resident memory of this process so far, in bytes; native memory included.</summary>
    public long PeakMemoryBytes
    {
        get
        {
            using var self = Process.GetCurrentProcess();
            return self.PeakWorkingSet64;
        }
    }

    /// <summary>Replicates whose results an earlier run had kept: their time is in none of the sections.</summary>
    public int Kept { get; private set; }

    /// <summary>Ends a section: the time since the last mark goes by this name.</summary>
    /// <param name="section">The section that ends here.</param>
    public void Mark(string section) => _marks.Add((section, _watch.Elapsed));

    internal void Keep(int replicates) => Kept += replicates;

    /// <summary>One line per section, then the whole, replicates that an earlier run had kept if there are any, and the peak memory.</summary>
    public override string ToString()
    {
        IEnumerable<string> sections = _marks.Select((mark, i) => Line(mark.Name, mark.At - (i == 0 ? TimeSpan.Zero : _marks[i - 1].At)));
        string[] kept = Kept > 0 ? [FormattableString.Invariant($"{"kept from an earlier run",-32}{Kept,10} replicates, their time not counted")] : [];
        return string.Join('\n', [.. sections, Line("whole notebook", Elapsed), .. kept, $"{"peak memory",-32}{Show.Bytes(PeakMemoryBytes),12}"]);
    }

    private static string Line(string name, TimeSpan time) => FormattableString.Invariant($"{name,-32}{time.TotalSeconds,10:0.0} s");
}
