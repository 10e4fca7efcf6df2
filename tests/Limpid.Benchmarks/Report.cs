using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using TorchSharp;

namespace Limpid.Benchmarks;

/// <summary>The table of measurements as Markdown.</summary>
internal static class Report
{
    public static string Write(IReadOnlyList<Measurement> measurements, double[]? hostStart, KernelSpeed? kernel)
    {
        var text = new StringBuilder();
        text.AppendLine("# Speed, side by side").AppendLine();
        text.AppendLine(Invariant($"{Processor()}, {Environment.ProcessorCount} cores; .NET {Environment.Version}; BLAS {Blas()}."));
        text.AppendLine("Same inputs and weights, same threads, alternating runs after a second of warming up, a tenth of a second apart where the other side is another process; medians of "
            + Invariant($"{measurements.Select(m => m.Comparison.Rounds).DefaultIfEmpty().Min()} or more runs a side. The ratio is ours / other of neighbouring runs, median and quartiles. ")
            + "The overhead is the ratio of what both add to the same call made from C++.").AppendLine();
        text.AppendLine("| work | threads | ours | other | C++ | ratio | overhead | asked | | same result |");
        text.AppendLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var m in measurements)
            text.AppendLine(Row(m));
        if (hostStart is not null)
        {
            var median = Measurement.Median(hostStart);
            text.AppendLine().AppendLine(Invariant(
                $"`limpid run` of a one-cell notebook, start to end: {median:0.00} s (median of five, {hostStart.Min():0.00}-{hostStart.Max():0.00} s); asked <= {HostStart.AskedSeconds} s: {Word(median <= HostStart.AskedSeconds)}."));
        }
        if (kernel is not null)
        {
            var (start, cell) = (Measurement.Median(kernel.Starts), Measurement.Median(kernel.Cells));
            text.AppendLine().AppendLine(Invariant(
                $"The kernel, start to a cell's first output: {start:0.00} s (median of {kernel.Starts.Length}, {kernel.Starts.Min():0.00}-{kernel.Starts.Max():0.00} s); asked <= {KernelSpeed.AskedStart} s: {Word(start <= KernelSpeed.AskedStart)}."));
            text.AppendLine().AppendLine(Invariant(
                $"A small cell, sent until the kernel is idle again: {Time(cell)} (median of {kernel.Cells.Length}, {Time(kernel.Cells.Min())}-{Time(kernel.Cells.Max())}); asked <= {KernelSpeed.AskedCell * 1e3:0} ms: {Word(cell <= KernelSpeed.AskedCell)}."));
        }
        return text.ToString();
    }

    private static string Row(Measurement m)
    {
        var (low, high) = m.RatioSpread;
        var other = m.Comparison.Peer;
        var asked = m.Comparison.Asked is { } limit ? Invariant($"<= {limit:0.00}") : "shown";
        var same = m.Difference is { } d ? d == 0 ? "equal" : Invariant($"to {d:0.0e0}") : "";
        var (native, overhead) = m.Base is null ? ("", "") : (Time(Measurement.Median(m.Base)), Invariant($"{m.Overhead:0.00}"));
        return Invariant(
            $"| {m.Comparison.Title} | {m.Threads} | {Time(m.OursMedian)} | {other} {Time(m.OtherMedian)} | {native} | {m.Ratio:0.000} [{low:0.000}, {high:0.000}] | {overhead} | {asked} | {(m.Met is { } met ? Word(met) : "")} | {same} |");
    }

    internal static string Word(bool met) => met ? "met" : "**missed**";

    internal static string Time(double seconds) => seconds switch
    {
        < 1e-3 => Invariant($"{seconds * 1e6:0.00} us"),
        < 1 => Invariant($"{seconds * 1e3:0.00} ms"),
        _ => Invariant($"{seconds:0.00} s"),
    };

    private static string Processor()
    {
        const string path = "/proc/cpuinfo";
        var line = File.Exists(path) ? File.ReadLines(path).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static string Blas()
    {
        const string link = "/etc/alternatives/libblas.so.3-x86_64-linux-gnu";
        return File.Exists(link) ? Path.GetFileName(Path.GetDirectoryName(File.ResolveLinkTarget(link, true)?.FullName) ?? "") ?? "unknown" : "unknown";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
