using System.Globalization;
using System.Reflection;
using Limpid.Display;
using TorchSharp;

namespace Limpid.Reproduction;

/// <summary>What every notebook does first.</summary>
public static class Notebook
{
    /// <summary>Time and memory since <see cref="Start"/>, for the last section.</summary>
    public static RunMeter Meter { get; private set; } = new();

    /// <summary>
    /// Registers how tensors, modules and frames are shown, seeds the global generator, sets libtorch's threads to <c>LIMPID_THREADS</c> if
    /// that is set, lets the next figure carry the chart library, and prints versions, package set, seed and threads.
    /// </summary>
    /// <param name="seed">The one seed of the notebook.</param>
    /// <returns>The seed, to derive the streams from.</returns>
    /// <exception cref="InvalidOperationException"><c>LIMPID_THREADS</c> is no positive integer.</exception>
    public static Seed Start(long seed = 0)
    {
        Meter = new RunMeter();
        ForeignDisplays.Register();
        FigureSession.Restart();
        if (Threads() is { } threads)
            torch.set_num_threads(threads);
        torch.manual_seed(seed);
        Console.WriteLine(Versions());
        Console.WriteLine(FormattableString.Invariant($"seed {seed}, threads {torch.get_num_threads()}"));
        return new Seed(seed);
    }

    private static int? Threads()
    {
        if (Environment.GetEnvironmentVariable("LIMPID_THREADS") is not { Length: > 0 } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads > 0
            ? threads
            : throw new InvalidOperationException($"LIMPID_THREADS is '{text}'; expected a positive integer.");
    }

    private static string Versions()
    {
        Assembly limpid = typeof(Notebook).Assembly;
        string set = limpid.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(data => data.Key == "LimpidPackages")?.Value ?? "unknown";
        IEnumerable<string> packages = from name in (string[])["TorchSharp", "Plotly.NET", "Deedle"]
                                       from reference in limpid.GetReferencedAssemblies()
                                       where reference.Name == name
                                       select $"{name} {reference.Version?.ToString(3)}";
        return $"Limpid {limpid.GetName().Version?.ToString(3)}, .NET {Environment.Version}, packages: {set} ({string.Join(", ", packages)}), libtorch {torch.__version__}";
    }
}
