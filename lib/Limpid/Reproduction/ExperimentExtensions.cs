namespace Limpid.Reproduction;

/// <summary>For code that runs with or without an <see cref="Experiment"/> that keeps what is done.</summary>
internal static class ExperimentExtensions
{
    /// <summary>One replicate: kept by the experiment, or just run where there is none.</summary>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="experiment">Keeps it; null for nothing.</param>
    /// <param name="name">Which replicates, unique in the experiment.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="run">The replicate.</param>
    public static T Replicate<T>(this Experiment? experiment, string name, Seed seed, Func<Seed, T> run) =>
        experiment is null ? run(seed) : experiment.Replicates(name, [seed], run)[0];
}
