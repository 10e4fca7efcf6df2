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

    /// <summary>Ends a section: the time since the last mark goes by this name.</summary>
    /// <param name="section">The section that ends here.</param>
    public void Mark(string section) => _marks.Add((section, _watch.Elapsed));

    /// <summary>One line per section, then the whole and the peak memory.</summary>
    public override string ToString()
    {
        IEnumerable<string> sections = _marks.Select((mark, i) => Line(mark.Name, mark.At - (i == 0 ? TimeSpan.Zero : _marks[i - 1].At)));
        return string.Join('\n', [.. sections, Line("whole notebook", Elapsed), $"{"peak memory",-32}{Show.Bytes(PeakMemoryBytes),12}"]);
    }

    private static string Line(string name, TimeSpan time) => FormattableString.Invariant($"{name,-32}{time.TotalSeconds,10:0.0} s");
}
