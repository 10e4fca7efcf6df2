using Limpid.Reproduction;
using Xunit;

namespace Limpid.Tests.Mahalanobis;

/// <summary>Whether a result comes back from a checkpoint as it was.</summary>
internal static class Kept
{
    internal static void Check<T>(Func<Seed, T> run, Func<T, double[]> numbers)
    {
        var folder = Directory.CreateTempSubdirectory("limpid-kept-").FullName;
        try
        {
            Experiment Open() => new("kept", RunMode.Full, new { }, folder);
            var first = Open().Replicates("result", [new(1005)], run)[0];
            var second = Open().Replicates<T>("result", [new(1005)], (Seed _) => throw new InvalidOperationException("It ran again."))[0];
            Assert.Equal(numbers(first), numbers(second));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
